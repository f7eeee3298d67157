using System.Globalization;
using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>
/// A date in three fields, for a <see cref="DateOnly"/>: <c>&lt;govuk-date-input for="ReviewOn" legend="When is it reviewed?" /&gt;</c>.
/// The fields are sent as <c>ReviewOn.Day</c>, <c>ReviewOn.Month</c> and <c>ReviewOn.Year</c>.
/// </summary>
[HtmlTargetElement("govuk-date-input")]
public sealed class DateInputTagHelper : GroupedFieldTagHelper
{
    /// <summary>The date where nothing was typed; by default the model's.</summary>
    public DateOnly? Value { get; set; }

    private protected override FieldGroup Build(BoundField field, IReadOnlyList<ChoiceItem> choices)
    {
        // A DateOnly that nobody has set is the first day of the year 1.
        var date = Value ?? (field.Model is DateOnly model && model != default ? model : null);
        var entry = new DateEntry(Typed(DatePart.Day, date?.Day), Typed(DatePart.Month, date?.Month), Typed(DatePart.Year, date?.Year));
        // A real date that is refused for another reason, such as being in the past, is wrong as a whole.
        var wrong = ErrorOf(field) is null || entry.WrongParts.Count == 0 ? null : entry.WrongParts;
        FieldIds.Of(ViewContext)[field.Name ?? ""] = IdOf(wrong?[0] ?? DatePart.Day);
        return new DateInput { Id = field.Id, Day = Item(DatePart.Day), Month = Item(DatePart.Month), Year = Item(DatePart.Year) };

        string? Typed(DatePart part, int? number) => field.AttemptedPart(part.ToString()) ?? number?.ToString(CultureInfo.InvariantCulture);

        string IdOf(DatePart part) => $"{field.Id}_{part}";

        DateInputItem Item(DatePart part) => new()
        {
            Id = IdOf(part),
            Name = $"{field.Name}.{part}",
            Label = part.ToString(),
            Value = entry.TextOf(part),
            Error = wrong?.Contains(part),
        };
    }
}
