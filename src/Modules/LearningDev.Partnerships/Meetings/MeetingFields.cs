using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Partnerships.Meetings;

/// <summary>Reads what people type about meetings.</summary>
internal static class MeetingFields
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        new("In person", nameof(MeetingKind.InPerson)), new("By video", nameof(MeetingKind.Video)), new("By telephone", nameof(MeetingKind.Telephone)),
    ];

    public static string Words(MeetingKind kind) => Kinds.Single(item => item.Value == kind.ToString()).Text;

    /// <summary>A time such as "14:30", "2:30pm" or "2pm"; null for what is none.</summary>
    public static TimeOnly? Time(string? typed)
    {
        var text = (typed ?? "").Trim().Replace('.', ':').ToUpperInvariant().Replace("MIDDAY", "12:00", StringComparison.Ordinal);
        text = text.Replace(" ", "", StringComparison.Ordinal);
        string[] forms = ["H:mm", "HH:mm", "h:mmtt", "htt"];
        return TimeOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    /// <summary>Minutes from 1 to <see cref="MeetingRow.MostMinutes"/>; null for what is none.</summary>
    public static int? Minutes(string? typed) => int.TryParse((typed ?? "").Trim(), NumberStyles.None, British, out var minutes) && minutes is > 0 and <= MeetingRow.MostMinutes ? minutes : null;

    public static MeetingKind? Kind(string? typed) => Enum.TryParse<MeetingKind>(typed, out var kind) && Enum.IsDefined(kind) ? kind : null;
}
