namespace LearningDev.Partnerships.Contracts;

/// <summary>A kind of partnership, such as coaching (COA-02) or mentoring (MEN-01). The module that brings it registers it with the portal's services.</summary>
/// <param name="Id">Names it for good, for example "coaching".</param>
/// <param name="ModuleId">The id of the module that brings it: while that is off, its partnerships rest.</param>
/// <param name="Words">What people call it.</param>
public sealed record PartnershipKind(string Id, string ModuleId, PartnershipWords Words)
{
    /// <summary>The page on which a learner asks for another partner, for example "/coaching/ask"; empty for none.</summary>
    public string AskUrl { get; init; } = "";

    /// <summary>The page on which a learner asks for another partner with what they asked for before, by the item from which the partnership came; null when asking always begins anew.</summary>
    public Func<string, string>? AskAgainUrl { get; init; }

    /// <summary>Where a learner asks for another partner after a partnership.</summary>
    /// <param name="originId">The content item from which the partnership came; empty for none.</param>
    /// <returns>The address, for example "/coaching/ask"; empty when there is no such page.</returns>
    public string AskAfter(string originId) => originId.Length > 0 && AskAgainUrl is not null ? AskAgainUrl(originId) : AskUrl;
}

/// <summary>What people call a kind of partnership and those in it, in lower case but for <paramref name="Name"/>.</summary>
/// <param name="Name">The kind, for example "Coaching".</param>
/// <param name="Guide">Who helps the other to learn, for example "coach".</param>
/// <param name="Learner">Who is helped, for example "person coached".</param>
/// <param name="Meeting">A time that they spend together, for example "session".</param>
public sealed record PartnershipWords(string Name, string Guide, string Learner, string Meeting);

/// <summary>What a partnership is agreed on: rules of the pool or programme it comes from, as they were when it began.</summary>
/// <param name="SourceId">The content item of the pool or programme.</param>
/// <param name="SourceName">Its name.</param>
/// <param name="Agreement">The words that both sign, in Markdown.</param>
public sealed record PartnershipTerms(string SourceId, string SourceName, string Agreement)
{
    /// <summary>True when the two meet once without obligation before either signs.</summary>
    public bool HasChemistryMeeting { get; init; }

    /// <summary>True when the learner's line manager signs too.</summary>
    public bool ManagerSigns { get; init; }

    /// <summary>The most hours of meetings that it may take, from 0.5 to 999; null for no limit.</summary>
    public decimal? MostHours { get; init; }

    /// <summary>After how many meetings the two look back on it, from 1 to 99; null for never.</summary>
    public int? ReviewAfterMeetings { get; init; }

    /// <summary>The day by which the two look back on it half way; null for none.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>Its last day; null when it has none.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>After how many days without a meeting the two are asked how it goes, from 7 to 365; null for never.</summary>
    public int? QuietAfterDays { get; init; }
}
