namespace LearningDev.Partnerships.Contracts;

/// <summary>What the module of a kind of partnership knows of those who look for a partner. The overview asks it (COA-03): register it with the portal's services.</summary>
public interface IPartnershipDemand
{
    /// <summary>The kind.</summary>
    string KindId { get; }

    /// <summary>Who looks for a partner now, and how many more could be helped.</summary>
    /// <param name="cancellation">Stops it.</param>
    Task<PartnershipDemand> NowAsync(CancellationToken cancellation = default);

    /// <summary>When those had asked, in UTC, for whom these partnerships began, by the partnership's id. Those of whom it is not known are left out. The database is asked the same number of times for any number of them.</summary>
    /// <param name="partnerships">The partnerships.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyDictionary<string, DateTime>> AskedUtcAsync(IReadOnlyCollection<PartnershipFacts> partnerships, CancellationToken cancellation = default);
}

/// <summary>Who looks for a partner, and how many more could be helped.</summary>
/// <param name="Waiting">How many people wait for a partner.</param>
/// <param name="Guides">How many people help others now, or could.</param>
/// <param name="Places">How many they could help at once.</param>
/// <param name="Taken">How many of these places are taken.</param>
public sealed record PartnershipDemand(int Waiting, int Guides, int Places, int Taken)
{
    /// <summary>What those who help others have to renew, such as their supervision; empty where nothing is asked of them.</summary>
    public IReadOnlyList<GuideRenewal> Renewals { get; init; } = [];
}

/// <summary>How many of those who help others have to renew something.</summary>
/// <param name="Words">What, as people read it, for example "Supervision or qualification has run out".</param>
/// <param name="Guides">How many people.</param>
public sealed record GuideRenewal(string Words, int Guides);
