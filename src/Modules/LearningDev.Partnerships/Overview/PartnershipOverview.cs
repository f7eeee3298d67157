using LearningDev.Content.Taxonomies;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Overview;

/// <summary>Counts partnerships of a kind that began in a financial year for HR, who see that it works and not a word of it (COA-03).</summary>
internal sealed class PartnershipOverview(
    PortalDb db, IPartnershipFigures figures, IEnumerable<IPartnershipDemand> demands, TaxonomyReader taxonomies, WorkingCalendar calendar, DateWords dates)
{
    private const string Themes = "development-themes";

    /// <summary>The financial years that can be chosen: this one, and those in which partnerships of the kind began, the newest first.</summary>
    public async Task<IReadOnlyList<NamedYear>> YearsAsync(string kindId, CancellationToken cancellation)
    {
        var thisYear = await calendar.FinancialYearAsync(await calendar.TodayAsync(), cancellation);
        var first = await db.Partnerships.Where(row => row.KindId == kindId).Select(row => (DateTime?)row.BegunUtc).MinAsync(cancellation);
        List<NamedYear> years = [thisYear];
        while (first is { } begun && years[^1].Start > DateOnly.FromDateTime(await dates.LocalAsync(begun)))
        {
            years.Add(await calendar.FinancialYearAsync(years[^1].Start.AddDays(-1), cancellation));
        }

        return years;
    }

    /// <summary>What may be seen of a year.</summary>
    public async Task<OverviewFigures> ReadAsync(PartnershipKind kind, NamedYear year, CancellationToken cancellation)
    {
        var begun = await figures.BegunAsync(kind.Id, await MidnightAsync(year.Start), await MidnightAsync(year.End.AddDays(1)), cancellation);
        var demand = demands.FirstOrDefault(one => one.KindId == kind.Id);
        var learners = begun.Select(one => one.Facts.LearnerId).Distinct().Count();
        // Who has had several counts once, with what was last: else one person could make a group look large enough.
        var outcomes = begun.Where(one => one.Outcomes.Any(outcome => !outcome.AsGuide)).GroupBy(one => one.Facts.LearnerId).Select(own => own.Last().Outcomes.First(outcome => !outcome.AsGuide)).ToList();
        var ends = begun.Where(one => one.End is not null).GroupBy(one => one.Facts.LearnerId).Select(own => own.MaxBy(one => one.ClosedUtc)!.End!.Value);
        return new OverviewFigures(learners)
        {
            Demand = demand is null ? null : await demand.NowAsync(cancellation),
            Partnerships = begun.Count,
            Open = begun.Count(one => one.ClosedUtc is null),
            Minutes = begun.Sum(one => one.Facts.Minutes),
            MedianDays = demand is null ? null : await MedianDaysAsync(demand, begun, cancellation),
            Directorates = SmallGroups.Together(await DirectoratesAsync(begun, cancellation)),
            Themes = await ThemesAsync(begun, learners, cancellation),
            Outcomes = SmallGroups.Together(outcomes.GroupBy(outcome => outcome.Reached).Select(group => new Group(OverviewWords.Of(group.Key), group.Count()))),
            Rating = outcomes.Count >= SmallGroups.Smallest ? Math.Round(outcomes.Average(outcome => (decimal)outcome.Rating), 1) : null,
            Ends = SmallGroups.Together(ends.GroupBy(end => end).Select(group => new Group(OverviewWords.Of(group.Key), group.Count()))),
        };
    }

    // Where clocks go forward at midnight the day begins an hour later.
    private async Task<DateTime> MidnightAsync(DateOnly day) => await dates.UtcAsync(day.ToDateTime(TimeOnly.MinValue)) ?? (await dates.UtcAsync(day.ToDateTime(new TimeOnly(1, 0))))!.Value;

    private static async Task<int?> MedianDaysAsync(IPartnershipDemand demand, IReadOnlyList<PartnershipFigures> begun, CancellationToken cancellation)
    {
        var asked = await demand.AskedUtcAsync([.. begun.Select(one => one.Facts)], cancellation);
        var known = begun.Where(one => asked.ContainsKey(one.Facts.Id)).ToList();
        List<int> days = [.. known.Select(one => Math.Max(0, (int)(one.Facts.BegunUtc - asked[one.Facts.Id]).TotalDays)).Order()];
        return known.DistinctBy(one => one.Facts.LearnerId).Count() >= SmallGroups.Smallest ? days[days.Count / 2] : null;
    }

    private async Task<IReadOnlyList<Group>> DirectoratesAsync(IReadOnlyList<PartnershipFigures> begun, CancellationToken cancellation)
    {
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, cancellation);
        List<string> ids = [.. begun.Select(one => one.Facts.LearnerId).Distinct()];
        var unitOf = await db.Users.Where(person => EF.Parameter(ids).Contains(person.Id)).Select(person => new { person.Id, person.UnitId }).ToDictionaryAsync(person => person.Id, person => person.UnitId, cancellation);
        return
        [
            .. begun.GroupBy(one => units.TopOf(unitOf.GetValueOrDefault(one.Facts.LearnerId))?.Name ?? OverviewWords.NoDirectorate)
                .Select(group => new Group(group.Key, group.Select(one => one.Facts.LearnerId).Distinct().Count(), group.Sum(one => one.Facts.Minutes))),
        ];
    }

    // Themes overlap, so what is not shown must be no small group either.
    private async Task<IReadOnlyList<Group>> ThemesAsync(IReadOnlyList<PartnershipFigures> begun, int learners, CancellationToken cancellation)
    {
        var counted = begun.SelectMany(one => one.ThemeIds.Select(theme => (theme, one.Facts.LearnerId))).Distinct().GroupBy(pair => pair.theme)
            .Select(group => (Id: group.Key, People: group.Count())).Where(theme => theme.People >= SmallGroups.Smallest && (learners - theme.People >= SmallGroups.Smallest || learners == theme.People)).ToList();
        var names = (await taxonomies.FindAsync(Themes, cancellation))?.Terms.ToDictionary(term => term.Id, term => term.Name) ?? [];
        return [.. counted.Select(theme => new Group(names.GetValueOrDefault(theme.Id, theme.Id), theme.People)).OrderByDescending(group => group.People).ThenBy(group => group.Name, StringComparer.CurrentCultureIgnoreCase)];
    }
}

/// <summary>What may be seen of the partnerships of a kind that began in a year.</summary>
/// <param name="Learners">How many people they help; below five nothing of them is shown.</param>
internal sealed record OverviewFigures(int Learners)
{
    public PartnershipDemand? Demand { get; init; }

    public int Partnerships { get; init; }

    public int Open { get; init; }

    public int Minutes { get; init; }

    /// <summary>Half of them began within so many days after they were asked for; null when that is known of too few.</summary>
    public int? MedianDays { get; init; }

    public IReadOnlyList<Group> Directorates { get; init; } = [];

    public IReadOnlyList<Group> Themes { get; init; } = [];

    public IReadOnlyList<Group> Outcomes { get; init; } = [];

    public IReadOnlyList<Group> Ends { get; init; } = [];

    /// <summary>The mean of what those said who were helped, from 1 to 5; null for too few.</summary>
    public decimal? Rating { get; init; }

    /// <summary>True when there are enough to be shown.</summary>
    public bool AreEnough => Learners >= SmallGroups.Smallest;
}
