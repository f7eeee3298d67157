namespace LearningDev.Partnerships.Contracts;

/// <summary>Partnerships of two people, one of whom helps the other to learn. Writes in the caller's transaction.</summary>
public interface IPartnerships
{
    /// <summary>Begins a partnership, and tells both. What comes next, a chemistry meeting or signing, follows from the terms.</summary>
    /// <param name="proposal">Who, and on which terms.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The id of the partnership.</returns>
    /// <exception cref="InvalidOperationException">The kind is not known, or both are one person.</exception>
    Task<string> BeginAsync(PartnershipProposal proposal, CancellationToken cancellation = default);

    /// <summary>What may be known of a partnership outside it; null when there is none of that id.</summary>
    /// <param name="partnershipId">The partnership's id.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<PartnershipFacts?> FindAsync(string partnershipId, CancellationToken cancellation = default);

    /// <summary>All partnerships of a person, in either part, the newest first; at most 200.</summary>
    /// <param name="personId">The person's id.</param>
    /// <param name="kindId">Only of this kind; null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<PartnershipFacts>> OfAsync(string personId, string? kindId = null, CancellationToken cancellation = default);

    /// <summary>How many partnerships of a kind are not closed, for each of these guides who has any.</summary>
    /// <param name="kindId">The kind.</param>
    /// <param name="guideIds">The ids of the guides; many are asked for together.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyDictionary<string, int>> OpenOfGuidesAsync(string kindId, IReadOnlyCollection<string> guideIds, CancellationToken cancellation = default);

    /// <summary>Closes a partnership and tells both, with the reason in plain words. One that is closed stays as it is.</summary>
    /// <param name="partnershipId">The partnership's id.</param>
    /// <param name="end">Why.</param>
    /// <param name="cancellation">Stops it.</param>
    Task EndAsync(string partnershipId, PartnershipEnd end, CancellationToken cancellation = default);
}

/// <summary>A partnership that is to begin.</summary>
/// <param name="KindId">The kind.</param>
/// <param name="GuideId">Who helps.</param>
/// <param name="LearnerId">Who is helped.</param>
/// <param name="Terms">What it is agreed on.</param>
public sealed record PartnershipProposal(string KindId, string GuideId, string LearnerId, PartnershipTerms Terms)
{
    /// <summary>The content item of the request or match from which it comes; empty for none.</summary>
    public string OriginId { get; init; } = "";

    /// <summary>What it is about: ids of terms of the taxonomy "development-themes".</summary>
    public IReadOnlyList<string> ThemeIds { get; init; } = [];

    /// <summary>What the learner wants to reach: the id of words in confidence (<see cref="IConfidentialTexts"/>), of which the partnership takes a copy that the two read and change; null for nothing yet.</summary>
    public string? GoalsId { get; init; }

    /// <summary>True for one that is brought in from elsewhere, such as by a recipe: nobody is told.</summary>
    public bool TellNobody { get; init; }
}

/// <summary>What may be known of a partnership outside it: nothing that is said in it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="KindId">Its kind.</param>
/// <param name="GuideId">Who helps.</param>
/// <param name="LearnerId">Who is helped.</param>
/// <param name="SourceId">The content item of its pool or programme.</param>
/// <param name="OriginId">The content item from which it came; empty for none.</param>
/// <param name="State">Where it is.</param>
/// <param name="BegunUtc">When it began.</param>
/// <param name="Minutes">The minutes of meetings that were held.</param>
public sealed record PartnershipFacts(
    string Id, string KindId, string GuideId, string LearnerId, string SourceId, string OriginId, PartnershipState State, DateTime BegunUtc, int Minutes);

/// <summary>Where a partnership is.</summary>
public enum PartnershipState
{
    /// <summary>The two meet once, to see whether they suit one another.</summary>
    Chemistry,

    /// <summary>The agreement waits for signatures.</summary>
    Signing,

    /// <summary>They meet.</summary>
    Active,

    /// <summary>It has ended.</summary>
    Closed,
}

/// <summary>Why a partnership ended.</summary>
public enum PartnershipEnd
{
    /// <summary>They have done what they agreed.</summary>
    Completed,

    /// <summary>The chemistry meeting showed that another partner would suit better.</summary>
    NotSuited,

    /// <summary>The learner goes on with somebody else.</summary>
    Changed,

    /// <summary>One of the two ended it early.</summary>
    EndedEarly,

    /// <summary>One of the two has left, or may not sign in any more.</summary>
    PersonLeft,

    /// <summary>One of the two now manages the other.</summary>
    LineOfManagement,
}
