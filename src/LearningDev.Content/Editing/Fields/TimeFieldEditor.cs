using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Platform.Ui;

namespace LearningDev.Content.Editing.Fields;

/// <summary>A time of day, as 2:30pm or 14:30.</summary>
internal sealed class TimeFieldEditor : IFieldEditor
{
    private static readonly string[] Shapes = ["HH:mm", "H:mm", "HH:mm:ss", "htt", "h:mmtt"];

    public string Field => nameof(TimeField);

    public Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation) =>
        Task.FromResult<FormBox>(new TimeBox(place, Time(value) is { } time ? DateWords.Time(time) : ""));

    public Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        var typed = form.Typed(place.Key);
        if (typed.Length == 0)
        {
            value.Remove(nameof(TimeField.Value));
        }
        else if (Read(typed) is not { } time)
        {
            form.Refuse(place.Key, Refusal(place.Name));
        }
        else if (Time(value) is not { } current || DateWords.Time(current) != DateWords.Time(time))
        {
            value[nameof(TimeField.Value)] = time.ToTimeSpan().ToString("c", CultureInfo.InvariantCulture);
        }

        return Task.CompletedTask;
    }

    /// <summary>Understands 2pm, 2:30pm, 2.30 pm, 14:30, midday and midnight; null for what is no time.</summary>
    internal static TimeOnly? Read(string typed)
    {
        var text = typed.Replace(" ", "", StringComparison.Ordinal).Replace('.', ':').ToUpperInvariant()
            .Replace("A:M:", "AM", StringComparison.Ordinal).Replace("P:M:", "PM", StringComparison.Ordinal);
        return text switch
        {
            "MIDDAY" or "NOON" => new TimeOnly(12, 0),
            "MIDNIGHT" => TimeOnly.MinValue,
            _ => TimeOnly.TryParseExact(text, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        };
    }

    internal static string Refusal(string name) => $"{name} must be a time, like 2:30pm or 14:30";

    private static TimeOnly? Time(JsonObject value) =>
        FieldCheck.Read<TimeField>(value).Value is { } time && time >= TimeSpan.Zero && time < TimeSpan.FromDays(1) ? TimeOnly.FromTimeSpan(time) : null;
}

/// <summary>A box for a time of day.</summary>
internal sealed record TimeBox(FieldPlace Place, string Value) : FieldBox(Place, "/Content/Editing/Fields/Time.cshtml")
{
    public override Reading Reading => Reading.Of(Value);
}
