namespace LearningDev.Compliance.Rules;

/// <summary>A rule of mandatory training, as the settings say it: for whom, and when (CMP-01).</summary>
internal sealed record TrainingRule
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>The content items that teach it; the first is the usual one, the others are as good.</summary>
    public IReadOnlyList<string> LearningIds { get; init; } = [];

    /// <summary>The groups whose people need it.</summary>
    public IReadOnlyList<string> GroupKeys { get; init; } = [];

    /// <summary>Needed within this many days of the first day of a stint; null when it is not needed at induction.</summary>
    public int? InductionDays { get; init; }

    /// <summary>True when nobody may sit on the committee of the group before it.</summary>
    public bool IsBeforeSitting { get; init; }

    /// <summary>How many months before the first day of a stint it may have been attended to count for sitting; 0 for any time before.</summary>
    public int SittingHoldsMonths { get; init; }

    /// <summary>Needed in each municipal year within this many days of its start; null when it is not needed each year.</summary>
    public int? YearDays { get; init; }

    /// <summary>Needed once more in each electoral cycle, besides the one at induction.</summary>
    public bool IsOnceMoreInCycle { get; init; }

    /// <summary>How many months after the last time it is due again; 0 for never.</summary>
    public int RefresherMonths { get; init; }

    /// <summary>True when nobody may go on sitting on the committee while the refresher is overdue.</summary>
    public bool DoesRefresherStopSitting { get; init; }

    /// <summary>True when who has ever attended needs it no more, but for a refresher.</summary>
    public bool IsUnlessAttended { get; init; }

    /// <summary>True when a record counts for the rule: one of its learning, or one of the rule itself.</summary>
    /// <param name="learningId">The content item of the record; empty for none.</param>
    /// <param name="ruleKey">The rule of the record; empty for none.</param>
    public bool Counts(string learningId, string ruleKey) => ruleKey == Key || LearningIds.Contains(learningId);
}

/// <summary>A time in which a rule does not apply to somebody.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while none is known.</param>
internal sealed record ExemptTime(DateOnly From, DateOnly? Until)
{
    public bool Contains(DateOnly day) => day >= From && (Until is null || day <= Until);
}
