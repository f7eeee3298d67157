namespace LearningDev.Compliance.Contracts;

/// <summary>Says what training is required of people, and where each stands (CMP-01, CMP-03, MEM-06).</summary>
public interface ICompliance
{
    /// <summary>The rules that are in force, in the order of the settings.</summary>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<ComplianceRule>> RulesAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Where people stand with each rule that applies to them on a day. The database is asked the same number of times for any number of people.
    /// </summary>
    /// <param name="personIds">The people.</param>
    /// <param name="day">The day, today or another. What is recorded later than that day does not count.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<RequirementState>> StatesAsync(IReadOnlyCollection<string> personIds, DateOnly day, CancellationToken cancellation = default);
}

/// <summary>A rule, as others show it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">The training's name, for example "Ethics and probity".</param>
/// <param name="GroupKeys">The groups to which it applies.</param>
/// <param name="IsNeededToSit">True when nobody may sit on the committee of the group before the training.</param>
/// <param name="LearningIds">The content items of the catalogue that teach it; the first is the usual one.</param>
public sealed record ComplianceRule(string Key, string Name, IReadOnlyList<string> GroupKeys, bool IsNeededToSit, IReadOnlyList<string> LearningIds);

/// <summary>How somebody stands with a rule. The order is from best to worst.</summary>
public enum Standing
{
    /// <summary>All that is due is done.</summary>
    Done,

    /// <summary>It does not apply, for a reason that is recorded.</summary>
    Exempt,

    /// <summary>Something is due, by a day that has not passed.</summary>
    Due,

    /// <summary>Something was due by a day that has passed, or is needed before sitting on a committee.</summary>
    Overdue,
}

/// <summary>Where somebody stands with a rule that applies to them.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="RuleKey">The rule.</param>
/// <param name="Standing">How they stand.</param>
/// <param name="DueOn">The last day for what is due, or, for who has done all that is due, for what is due next; null when nothing is, and when it is needed before sitting.</param>
/// <param name="LastDone">The latest day on which they have done it; null for never.</param>
/// <param name="MaySit">False when they may not sit on the committees of <paramref name="GroupKeys"/> on that day.</param>
/// <param name="GroupKeys">The groups of the rule to which they belong on that day.</param>
/// <param name="Why">
/// Why, in a sentence that people read, for example "Not yet attended; needed before sitting on the committee". The reason of an exemption is not in it.
/// </param>
public sealed record RequirementState(
    string PersonId, string RuleKey, Standing Standing, DateOnly? DueOn, DateOnly? LastDone, bool MaySit, IReadOnlyList<string> GroupKeys, string Why);
