using LearningDev.Compliance.Contracts;
using LearningDev.Platform.Calendar;

namespace LearningDev.Compliance.Rules;

/// <summary>
/// A run of days on which somebody belongs to a rule's groups without a gap, within one electoral cycle. An election ends it and begins the next: who is elected
/// again begins anew. One group may follow another in it, and an appointment that is renewed goes on.
/// </summary>
/// <param name="From">The first day.</param>
/// <param name="Cycle">The electoral cycle in which it began.</param>
internal sealed record Stint(DateOnly From, NamedYear Cycle)
{
    /// <summary>
    /// How long after an election a time that ends still belongs to the cycle before: members who go stay until the fourth day after it
    /// (Local Government Act 1972, section 7), and committees until the annual meeting.
    /// </summary>
    internal const int OutgoingDays = 28;

    /// <summary>The stint in which somebody is on a day; null when they belong to none of the groups then.</summary>
    /// <param name="periods">The person's periods in the rule's groups.</param>
    /// <param name="calendar">When elections are.</param>
    /// <param name="day">The day.</param>
    public static Stint? On(IReadOnlyList<GroupPeriod> periods, CalendarSettings calendar, DateOnly day)
    {
        List<Piece> pieces = [.. periods.Where(period => period.From <= day).SelectMany(period => Cut(period, calendar, day))];
        // On the days after an election somebody may still be in the old term and already in the new one.
        if (pieces.Where(piece => piece.From <= day && piece.Until >= day).MaxBy(piece => piece.Cycle.Start) is not { } last)
        {
            return null;
        }

        var from = last.From;
        while (pieces.Where(piece => piece.Cycle == last.Cycle && piece.From < from && piece.Until >= from.AddDays(-1)).MinBy(piece => piece.From) is { } earlier)
        {
            from = earlier.From;
        }

        return new Stint(from, last.Cycle);
    }

    private static IEnumerable<Piece> Cut(GroupPeriod period, CalendarSettings calendar, DateOnly day)
    {
        var (from, until) = (period.From, period.Until ?? DateOnly.MaxValue);
        while (from <= day)
        {
            var cycle = NamedYear.Electoral(calendar, from);
            if (until.DayNumber <= cycle.End.DayNumber + 1 + OutgoingDays)
            {
                yield return new Piece(from, until, cycle);
                yield break;
            }

            yield return new Piece(from, cycle.End, cycle);
            from = cycle.End.AddDays(1);
        }
    }

    private sealed record Piece(DateOnly From, DateOnly Until, NamedYear Cycle);
}
