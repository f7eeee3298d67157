using LearningDev.Platform.Settings.Fields;
using LearningDev.Platform.Ui.GovukFrontend;
using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Platform.Settings.Editing;

/// <summary>The fields of a date, or of a day of every year, which the tag helper for dates does not know.</summary>
internal sealed class SettingDateInput
{
    public SettingDateInput(SettingBox box, ViewContext view)
    {
        var error = view.ViewData.ModelState[box.Key]?.Errors.FirstOrDefault()?.ErrorMessage;
        FieldIds.Of(view)[box.Key] = $"{box.Id}_Day";
        Component = new DateInput
        {
            Id = box.Id,
            Fieldset = new Fieldset { Legend = new Legend { Text = box.Setting.Label, Classes = "govuk-fieldset__legend--s" } },
            Hint = box.Hint is null ? null : new Hint { Text = box.Hint },
            ErrorMessage = error is null ? null : new ErrorMessage { Text = error },
            FormGroup = new FormGroup(),
            Day = Item(box, 0, "Day"),
            Month = Item(box, 1, "Month"),
            Year = box.Setting.Kind == SettingKind.Date ? Item(box, 2, "Year") : null,
        };
    }

    public DateInput Component { get; }

    private static DateInputItem Item(SettingBox box, int index, string part) => new()
    {
        Id = $"{box.Id}_{part}",
        Name = $"{box.Key}.{part}",
        Label = part,
        Value = box.Texts.ElementAtOrDefault(index),
    };
}
