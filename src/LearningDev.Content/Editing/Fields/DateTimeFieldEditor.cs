using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Platform.Ui;

namespace LearningDev.Content.Editing.Fields;

/// <summary>A moment: a day and a time as the clocks of the portal's time zone show them.</summary>
internal sealed class DateTimeFieldEditor(DateWords dates) : IFieldEditor
{
    public string Field => nameof(DateTimeField);

    public async Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation)
    {
        var local = await LocalAsync(value);
        return new DateTimeBox(
            place,
            local is { } day ? DateOnly.FromDateTime(day) : null,
            local is { } time ? DateWords.Time(TimeOnly.FromDateTime(time)) : "");
    }

    public async Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        var entry = DateFieldEditor.ReadEntry(place.Key, form);
        var typed = form.Typed(DateTimeBox.TimeKey(place.Key));
        var time = TimeFieldEditor.Read(typed);
        if (entry.IsEmpty && typed.Length == 0)
        {
            value.Remove(nameof(DateTimeField.Value));
            return;
        }

        if (entry.Date is null)
        {
            form.Refuse(place.Key, entry.Error(place.Name)!);
        }

        if (time is null)
        {
            form.Refuse(DateTimeBox.TimeKey(place.Key), TimeFieldEditor.Refusal($"Time of {FieldCheck.Lower(place.Name)}"));
        }

        if (entry.Date is { } day && time is { } hour)
        {
            await WriteAsync(place, value, form, day.ToDateTime(hour));
        }
    }

    private async Task WriteAsync(FieldPlace place, JsonObject value, PostedForm form, DateTime typed)
    {
        // The seconds, and which of the two hours when clocks go back, are not shown: they stay unless day or time is changed.
        if (await LocalAsync(value) is { } current && current.AddTicks(-(current.Ticks % TimeSpan.TicksPerMinute)) == typed)
        {
            return;
        }

        if (await dates.UtcAsync(typed) is { } moment)
        {
            value[nameof(DateTimeField.Value)] = moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }
        else
        {
            form.Refuse(DateTimeBox.TimeKey(place.Key), $"There is no {DateWords.Time(TimeOnly.FromDateTime(typed))} on that day, because the clocks go forward");
        }
    }

    private async Task<DateTime?> LocalAsync(JsonObject value) => FieldCheck.Read<DateTimeField>(value).Value is { } moment
        ? await dates.LocalAsync(moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : moment)
        : null;
}

/// <summary>A box for a day and a time.</summary>
internal sealed record DateTimeBox(FieldPlace Place, DateOnly? Day, string Time) : FieldBox(Place, "/Content/Editing/Fields/DateTime.cshtml")
{
    public override Reading Reading => Reading.Of(Day is { } day ? $"{DateWords.Day(day)} at {Time}" : "");

    public static string TimeKey(string key) => $"{key}.Time";
}
