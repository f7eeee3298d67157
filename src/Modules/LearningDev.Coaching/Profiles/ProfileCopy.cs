using LearningDev.Coaching.Coaches;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Profiles;

/// <summary>Writes what a profile says into the tables by which coaches are found.</summary>
internal static class ProfileCopy
{
    /// <summary>Writes all but the qualification, which HR approves.</summary>
    public static async Task WriteAsync(PortalDb db, CoachRow row, ContentItem item, CancellationToken cancellation)
    {
        var (profile, match) = (item.As<CoachProfile>(), item.As<CoachingMatch>());
        row.Introduction = Cut(profile.Introduction.Text, CoachRow.IntroductionLength);
        row.Capacity = (int)Math.Clamp(profile.Capacity.Value ?? 0, 0, int.MaxValue);
        row.LastSupervisionOn = Day(profile.LastSupervisionOn.Value);
        row.Words = Cut($"{row.PersonName}\n{profile.Introduction.Text}\n{profile.Experience.Text}".ToLowerInvariant(), CoachRow.WordsLength);
        var wanted = new[]
        {
            (CoachValueKind.Pool, profile.Pools.ContentItemIds), (CoachValueKind.Theme, match.Themes.TermContentItemIds), (CoachValueKind.Language, match.Languages.Values),
            (CoachValueKind.Day, match.Days.Values), (CoachValueKind.Place, match.Places.Values), (CoachValueKind.Approach, match.Approaches.Values),
        }.SelectMany(pair => pair.Item2.Where(value => value.Length <= CoachValueRow.ValueLength).Distinct(StringComparer.Ordinal).Select(value => (Kind: pair.Item1, Value: value))).ToHashSet();
        var there = await db.CoachValues.Where(value => value.CoachId == row.Id).ToListAsync(cancellation);
        db.RemoveRange(there.Where(value => !wanted.Contains((value.Kind, value.Value))));
        db.AddRange(wanted.Except(there.Select(value => (value.Kind, value.Value))).Select(value => new CoachValueRow { CoachId = row.Id, Kind = value.Kind, Value = value.Value }));
    }

    /// <summary>Writes the qualification that HR has approved.</summary>
    public static void Approve(CoachRow row, ContentItem item) =>
        (row.Qualification, row.QualificationLevel, row.AwardingBody, row.QualifiedOn, row.QualificationExpiresOn) = QualificationOf(item);

    /// <summary>True when the item has the qualification that HR has approved.</summary>
    public static bool HasApproved(CoachRow row, ContentItem item) =>
        QualificationOf(item) == (row.Qualification, row.QualificationLevel, row.AwardingBody, row.QualifiedOn, row.QualificationExpiresOn);

    /// <summary>Puts the approved qualification back into the item, because another was not approved.</summary>
    public static void PutBack(CoachRow row, ContentItem item) => item.Alter<CoachProfile>(part =>
    {
        (part.Qualification.Text, part.QualificationLevel.Text, part.AwardingBody.Text) = (row.Qualification, row.QualificationLevel, row.AwardingBody);
        part.QualifiedOn.Value = Moment(row.QualifiedOn);
        part.QualificationExpiresOn.Value = Moment(row.QualificationExpiresOn);
    });

    public static DateOnly? Day(DateTime? value) => value is { } day ? DateOnly.FromDateTime(day) : null;

    private static DateTime? Moment(DateOnly? day) => day?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private static (string, string, string, DateOnly?, DateOnly?) QualificationOf(ContentItem item)
    {
        var profile = item.As<CoachProfile>();
        return (Cut(profile.Qualification.Text, CoachRow.QualificationLength), Cut(profile.QualificationLevel.Text, CoachRow.LevelLength), Cut(profile.AwardingBody.Text, CoachRow.BodyLength),
            Day(profile.QualifiedOn.Value), Day(profile.QualificationExpiresOn.Value));
    }

    private static string Cut(string? text, int length) => (text ?? "").Trim() is var trimmed && trimmed.Length <= length ? trimmed : trimmed[..length];
}
