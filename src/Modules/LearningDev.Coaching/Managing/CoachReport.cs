using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Pools;
using LearningDev.Content.Definitions;
using LearningDev.Content.Taxonomies;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Managing;

/// <summary>What HR looks for among coaches.</summary>
internal enum CoachShown
{
    All,

    /// <summary>They wait for HR, with an application or a changed qualification.</summary>
    Waiting,

    /// <summary>Colleagues find them.</summary>
    InView,

    /// <summary>Something runs out within the time of the first warning.</summary>
    DueSoon,

    /// <summary>Something has run out.</summary>
    Lapsed,

    /// <summary>They take nobody on for now.</summary>
    Paused,

    /// <summary>They have left.</summary>
    Left,

    /// <summary>They were not approved, or have withdrawn.</summary>
    NotApproved,
}

/// <summary>What is asked of the coaches.</summary>
/// <param name="PoolId">The pool; empty for all.</param>
/// <param name="Shown">Which of them.</param>
internal sealed record ReportFilter(string PoolId, CoachShown Shown);

/// <summary>Reads coaches for HR, by how they stand and what is due (COA-01). Drafts are nobody's business.</summary>
internal sealed class CoachReport(
    PortalDb db, CoachesInView inView, PoolReader pools, IPartnerships partnerships, ContentDefinitions definitions, TaxonomyReader taxonomies, WorkingCalendar calendar, ISettings settings)
{
    /// <summary>The most rows of a file.</summary>
    public const int MostRows = 50_000;

    /// <summary>The pools that can be chosen.</summary>
    public Task<IReadOnlyList<Pool>> PoolsAsync(CancellationToken cancellation) => pools.AllAsync(cancellation);

    /// <summary>A page of coaches, by name. A page past the end is the last.</summary>
    public async Task<ReportPage> PageAsync(ReportFilter filter, int page, CancellationToken cancellation)
    {
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var coaches = await QueryAsync(filter, cancellation);
        var total = await coaches.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        return new ReportPage(total, page, pages, await LinesAsync(coaches, (page - 1) * size, size, cancellation));
    }

    /// <summary>All the coaches, up to <see cref="MostRows"/>.</summary>
    public async Task<IReadOnlyList<ReportLine>> AllAsync(ReportFilter filter, CancellationToken cancellation) => await LinesAsync(await QueryAsync(filter, cancellation), 0, MostRows, cancellation);

    /// <summary>How many coaches there are of a filter.</summary>
    public async Task<int> CountAsync(ReportFilter filter, CancellationToken cancellation) => await (await QueryAsync(filter, cancellation)).CountAsync(cancellation);

    private async Task<IQueryable<CoachRow>> QueryAsync(ReportFilter filter, CancellationToken cancellation)
    {
        var (today, rules) = (await calendar.TodayAsync(), await settings.GetAsync<CoachingSettings>(cancellation));
        var coaches = db.Coaches.AsNoTracking().Where(row => row.State != CoachState.Draft);
        if (filter.PoolId.Length > 0)
        {
            var values = db.CoachValues;
            coaches = coaches.Where(row => values.Any(value => value.CoachId == row.Id && value.Kind == CoachValueKind.Pool && value.Value == filter.PoolId));
        }

        var approved = coaches.Where(row => row.State == CoachState.Approved);
        switch (filter.Shown)
        {
            case CoachShown.Waiting:
                return coaches.Where(row => row.IsAsked);
            case CoachShown.InView:
                var found = await inView.QueryAsync(cancellation);
                return coaches.Where(row => found.Any(one => one.Id == row.Id));
            case CoachShown.DueSoon:
                var until = today.AddDays(rules.FirstWarningDays);
                var supervised = Standing.EarliestSupervision(until.AddDays(1), rules.SupervisionMonths);
                return approved.Where(Standing.Holds(today, rules.SupervisionMonths)).Where(row => row.LastSupervisionOn < supervised || row.QualificationExpiresOn <= until);
            case CoachShown.Lapsed:
                var earliest = Standing.EarliestSupervision(today, rules.SupervisionMonths);
                return approved.Where(row => row.LastSupervisionOn == null || row.LastSupervisionOn < earliest || row.QualificationExpiresOn < today);
            case CoachShown.Paused:
                return approved.Where(row => row.IsPaused);
            case CoachShown.Left:
                return coaches.Where(row => !db.Users.Any(person => person.Id == row.PersonId && (person.LeavesOn == null || person.LeavesOn >= today)));
            case CoachShown.NotApproved:
                return coaches.Where(row => row.State == CoachState.Refused || row.State == CoachState.Withdrawn);
            default:
                return coaches;
        }
    }

    private async Task<IReadOnlyList<ReportLine>> LinesAsync(IQueryable<CoachRow> coaches, int skip, int take, CancellationToken cancellation)
    {
        var (today, rules) = (await calendar.TodayAsync(), await settings.GetAsync<CoachingSettings>(cancellation));
        var rows = await coaches.OrderBy(row => row.PersonName).ThenBy(row => row.Id).Skip(skip).Take(take)
            .Select(row => new { Row = row, LeavesOn = db.Users.Where(person => person.Id == row.PersonId).Select(person => person.LeavesOn).FirstOrDefault() }).ToListAsync(cancellation);
        var open = await partnerships.OpenOfGuidesAsync(CoachingModule.Kind, [.. rows.Select(row => row.Row.PersonId)], cancellation);
        var words = await CoachWords.ReadAsync(definitions, taxonomies, cancellation);
        return
        [
            .. rows.Select(one => new ReportLine(
                one.Row.Id, one.LeavesOn < today ? $"{one.Row.PersonName} (has left)" : one.Row.PersonName, one.Row.State, one.LeavesOn < today ? "Has left" : StandingOf(one.Row),
                QualificationWords.Short(one.Row, words), open.GetValueOrDefault(one.Row.PersonId), one.Row.Capacity,
                one.Row.LastSupervisionOn is { } last ? Standing.SupervisionHoldsUntil(last, rules.SupervisionMonths) : null, one.Row.QualificationExpiresOn)),
        ];

        string StandingOf(CoachRow row) =>
            row.State != CoachState.Approved ? CoachWords.State(row.State)
            : Standing.Of(row, rules.SupervisionMonths) is var lapses && lapses.FirstOrDefault(lapse => lapse.Until < today) is { } lapsed ? $"{lapsed.Name} has run out"
            : row.IsPaused ? "Takes nobody on just now"
            : row.IsAsked ? "Qualification waits for HR"
            : lapses.FirstOrDefault(lapse => lapse.Until <= today.AddDays(rules.FirstWarningDays)) is { } soon ? $"{soon.Name} runs out soon"
            : "Can be found";
    }
}

/// <summary>A page of coaches.</summary>
internal sealed record ReportPage(int Total, int Page, int Pages, IReadOnlyList<ReportLine> Lines);

/// <summary>A coach in HR's list.</summary>
/// <param name="Id">The profile's id.</param>
/// <param name="Name">The name, with a note when they have left.</param>
/// <param name="State">Where the profile stands.</param>
/// <param name="Words">How the coach stands, in words.</param>
/// <param name="Qualification">Awarding body and level of the approved qualification.</param>
/// <param name="Open">How many people they coach.</param>
/// <param name="Capacity">How many they can coach.</param>
/// <param name="SupervisionUntil">The last day on which supervision holds; null while none is said.</param>
/// <param name="QualificationUntil">The last day on which the qualification holds; null when it does not expire.</param>
internal sealed record ReportLine(
    string Id, string Name, CoachState State, string Words, string Qualification, int Open, int Capacity, DateOnly? SupervisionUntil, DateOnly? QualificationUntil);
