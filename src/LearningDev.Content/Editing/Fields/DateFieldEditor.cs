using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.GovukFrontend;

namespace LearningDev.Content.Editing.Fields;

/// <summary>A day, in three inputs.</summary>
internal sealed class DateFieldEditor : IFieldEditor
{
    public string Field => nameof(DateField);

    public Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation) =>
        Task.FromResult<FormBox>(new DateBox(place, Day(value)));

    public Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        var entry = ReadEntry(place.Key, form);
        if (entry.IsEmpty)
        {
            value.Remove(nameof(DateField.Value));
        }
        else if (entry.Date is not { } day)
        {
            form.Refuse(place.Key, entry.Error(place.Name)!);
        }
        else if (Day(value) != day)
        {
            value[nameof(DateField.Value)] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        }

        return Task.CompletedTask;
    }

    internal static DateEntry ReadEntry(string key, PostedForm form) =>
        new(form.Typed($"{key}.{DatePart.Day}"), form.Typed($"{key}.{DatePart.Month}"), form.Typed($"{key}.{DatePart.Year}"));

    private static DateOnly? Day(JsonObject value) =>
        FieldCheck.Read<DateField>(value).Value is { } day ? DateOnly.FromDateTime(day) : null;
}

/// <summary>A box for a day.</summary>
internal sealed record DateBox(FieldPlace Place, DateOnly? Value) : FieldBox(Place, "/Content/Editing/Fields/Date.cshtml")
{
    public override Reading Reading => Reading.Of(Value is { } day ? DateWords.Day(day) : "");
}
