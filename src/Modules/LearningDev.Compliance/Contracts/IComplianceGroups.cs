namespace LearningDev.Compliance.Contracts;

/// <summary>A group of people for whom mandatory training can be required, for example everybody who sits on a committee (CMP-01).</summary>
/// <param name="Key">The key by which rules name it, for example "members-committee-planning"; up to 100 characters. It never changes.</param>
/// <param name="Name">What people read, for example "Members of the Planning Committee".</param>
public sealed record ComplianceGroup(string Key, string Name);

/// <summary>
/// How long somebody belongs to a group. Periods of one person in one group do not overlap. A new term or appointment is a new period, also where it follows without a
/// gap: at elections it says on which day the new one begins.
/// </summary>
/// <param name="PersonId">The person.</param>
/// <param name="GroupKey">The group's key.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while none is known.</param>
public sealed record GroupPeriod(string PersonId, string GroupKey, DateOnly From, DateOnly? Until)
{
    /// <summary>True for a day on which the person belongs to the group.</summary>
    public bool Contains(DateOnly day) => day >= From && (Until is null || day <= Until);
}

/// <summary>
/// Says who belongs to which groups, and when. A module that knows groups registers one as a scoped service: the Members Hub knows councillors and
/// committees. The keys of a module's groups begin with a word of its own.
/// </summary>
public interface IComplianceGroups
{
    /// <summary>The groups that rules can name today.</summary>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<ComplianceGroup>> GroupsAsync(CancellationToken cancellation = default);

    /// <summary>The periods of people in groups, past and planned ones too. The database is asked the same number of times for any number of people.</summary>
    /// <param name="personIds">The people; null for everybody.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<GroupPeriod>> PeriodsAsync(IReadOnlyCollection<string>? personIds, CancellationToken cancellation = default);
}
