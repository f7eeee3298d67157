using System.Globalization;
using LearningDev.Platform.Ui;

namespace LearningDev.Platform.Audit;

/// <summary>Which rows of the audit are wanted; empty means all. Names and text match in part, without regard to case.</summary>
/// <param name="Person">Part of the name of who did it.</param>
/// <param name="Kind">The kind of thing that it happened to.</param>
/// <param name="Event">The event's name in code.</param>
/// <param name="Text">Part of what happened, of the name of the thing, or of the reason.</param>
/// <param name="From">The first day, in the portal's time zone.</param>
/// <param name="To">The last day, in the portal's time zone.</param>
internal sealed record AuditFilter(string? Person, string? Kind, string? Event, string? Text, DateOnly? From, DateOnly? To)
{
    private DateTime? fromUtc;
    private DateTime? untilUtc;

    public bool IsEmpty => !Parts().Any();

    /// <summary>Works out when the days begin and end in the portal's time zone; to be done before the filter is applied.</summary>
    public async Task<AuditFilter> InZoneAsync(DateWords dates) => this with
    {
        fromUtc = From is { } from ? await BeginningAsync(dates, from) : null,
        untilUtc = To is { } to && to < DateOnly.MaxValue ? await BeginningAsync(dates, to.AddDays(1)) : null,
    };

    /// <summary>The filter as an address has it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parts()
    {
        foreach (var (name, value) in new[]
        {
            ("person", Person), ("kind", Kind), ("event", Event), ("text", Text), ("from", From?.ToString("O", CultureInfo.InvariantCulture)), ("to", To?.ToString("O", CultureInfo.InvariantCulture)),
        })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                yield return new KeyValuePair<string, string>(name, value.Trim());
            }
        }
    }

#pragma warning disable CA1304, CA1311, CA1862 // The database compares: it knows no culture and no StringComparison.
    public IQueryable<AuditEntry> Apply(IQueryable<AuditEntry> rows)
    {
        if (Wanted(Person) is { } person)
        {
            rows = rows.Where(row => row.PersonName.ToLower().Contains(person));
        }

        if (Wanted(Kind) is { } kind)
        {
            rows = rows.Where(row => row.SubjectKind.ToLower() == kind);
        }

        if (Wanted(Event) is { } name)
        {
            rows = rows.Where(row => row.Event.ToLower() == name);
        }

        if (Wanted(Text) is { } text)
        {
            rows = rows.Where(row => row.Summary.ToLower().Contains(text) || row.SubjectName.ToLower().Contains(text) || row.Reason.ToLower().Contains(text));
        }

        if (fromUtc is { } begins)
        {
            rows = rows.Where(row => row.OccurredUtc >= begins);
        }

        return untilUtc is { } ends ? rows.Where(row => row.OccurredUtc < ends) : rows;
    }
#pragma warning restore CA1304, CA1311, CA1862

    // Where clocks go forward at midnight the day begins an hour later.
    private static async Task<DateTime?> BeginningAsync(DateWords dates, DateOnly day) =>
        await dates.UtcAsync(day.ToDateTime(TimeOnly.MinValue)) ?? await dates.UtcAsync(day.ToDateTime(new TimeOnly(1, 0)));

    // PostgreSQL knows no text with U+0000, so no row has it either.
    private static string? Wanted(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Replace('\0', '\uFFFD').Trim().ToLowerInvariant();
}
