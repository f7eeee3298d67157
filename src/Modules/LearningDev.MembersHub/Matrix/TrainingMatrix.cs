using LearningDev.Compliance.Contracts;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Matrix;

/// <summary>Which members are looked for by how they stand.</summary>
internal enum MatrixStanding
{
    /// <summary>Something was due by a day that has passed, or is needed before sitting.</summary>
    Overdue,

    /// <summary>Something is due, or was.</summary>
    Due,

    /// <summary>They may not sit on a committee of theirs.</summary>
    NotSitting,

    /// <summary>All that is due is done.</summary>
    Done,
}

/// <summary>What is asked of the matrix.</summary>
/// <param name="GroupId">The political group; empty for all.</param>
/// <param name="BodyId">The committee on which they sit, also as a substitute; empty for all.</param>
/// <param name="Standing">How they stand; null for all.</param>
internal sealed record MatrixFilter(string GroupId, string BodyId, MatrixStanding? Standing);

/// <summary>A member with where they stand.</summary>
/// <param name="Member">The member.</param>
/// <param name="States">The states, by the key of the rule; rules that do not apply are not there.</param>
internal sealed record MatrixLine(Member Member, IReadOnlyDictionary<string, RequirementState> States);

/// <summary>A page of the matrix.</summary>
/// <param name="Total">How many members fit.</param>
/// <param name="Overdue">How many of them have something overdue.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Rules">The rules that apply to somebody on the page, in the order of the settings.</param>
/// <param name="Lines">The members by name.</param>
internal sealed record MatrixPage(int Total, int Overdue, int Page, int Pages, IReadOnlyList<ComplianceRule> Rules, IReadOnlyList<MatrixLine> Lines);

/// <summary>Reads members against the rules of mandatory training (MEM-06). The database is asked the same number of times for any number of members.</summary>
internal sealed class TrainingMatrix(PortalDb db, MemberDirectory directory, ICompliance compliance, WorkingCalendar calendar, ISettings settings)
{
    /// <summary>The political groups and the committees that can be chosen, by name.</summary>
    public async Task<(IReadOnlyList<PoliticalGroupRow> Groups, IReadOnlyList<BodyRow> Bodies)> ChoicesAsync(CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        return (
            await db.PoliticalGroups.AsNoTracking().Where(row => row.Until == null || row.Until >= today).OrderBy(row => row.Name).ToListAsync(cancellation),
            await db.MemberBodies.AsNoTracking().Where(row => row.Kind != BodyKind.OutsideBody && (row.Until == null || row.Until >= today)).OrderBy(row => row.Name).ToListAsync(cancellation));
    }

    /// <summary>A page of members as they stand today. A page past the end is the last.</summary>
    public async Task<MatrixPage> PageAsync(MatrixFilter filter, int page, CancellationToken cancellation)
    {
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var lines = await AllAsync(filter, cancellation);
        var pages = Math.Max(1, (lines.Count + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        List<MatrixLine> shown = [.. lines.Skip((page - 1) * size).Take(size)];
        return new MatrixPage(
            lines.Count,
            lines.Count(line => line.States.Values.Any(state => state.Standing == Standing.Overdue)),
            page,
            pages,
            [.. (await compliance.RulesAsync(cancellation)).Where(rule => shown.Exists(line => line.States.ContainsKey(rule.Key)))],
            shown);
    }

    /// <summary>All members who fit, as they stand today.</summary>
    public async Task<IReadOnlyList<MatrixLine>> AllAsync(MatrixFilter filter, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        List<Member> members =
        [
            .. (await directory.AllAsync(today, cancellation)).Where(member =>
                (filter.GroupId.Length == 0 || member.GroupId == filter.GroupId)
                && (filter.BodyId.Length == 0 || member.Offices.Any(office => office.Row.BodyId == filter.BodyId))),
        ];
        var states = (await compliance.StatesAsync([.. members.Select(member => member.PersonId)], today, cancellation)).ToLookup(state => state.PersonId);
        return
        [
            .. members.Where(member => Fits(filter.Standing, states[member.PersonId]))
                .Select(member => new MatrixLine(member, states[member.PersonId].ToDictionary(state => state.RuleKey))),
        ];
    }

    private static bool Fits(MatrixStanding? wanted, IEnumerable<RequirementState> states) => wanted switch
    {
        MatrixStanding.Overdue => states.Any(state => state.Standing == Standing.Overdue),
        MatrixStanding.Due => states.Any(state => state.Standing is Standing.Due or Standing.Overdue),
        MatrixStanding.NotSitting => states.Any(state => !state.MaySit),
        MatrixStanding.Done => states.All(state => state.Standing is Standing.Done or Standing.Exempt),
        _ => true,
    };
}
