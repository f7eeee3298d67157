namespace LearningDev.Partnerships.Contracts;

/// <summary>What may be counted of partnerships. Whoever shows it sees to it that no figure is about fewer than five people (COA-03).</summary>
public interface IPartnershipFigures
{
    /// <summary>The figures of all partnerships of a kind that began in a span of time, in the order of their beginning. The database is asked the same number of times for any number of them.</summary>
    /// <param name="kindId">The kind.</param>
    /// <param name="fromUtc">The first moment.</param>
    /// <param name="untilUtc">The first moment after the span.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<PartnershipFigures>> BegunAsync(string kindId, DateTime fromUtc, DateTime untilUtc, CancellationToken cancellation = default);
}

/// <summary>What may be counted of one partnership.</summary>
/// <param name="Facts">What may be known of it.</param>
/// <param name="AgreedUtc">When everybody had signed; null before.</param>
/// <param name="ClosedUtc">When it ended; null while it is open.</param>
/// <param name="End">Why it ended; null while it is open.</param>
/// <param name="Meetings">How many meetings were held.</param>
/// <param name="ThemeIds">What it is about: ids of terms of the taxonomy "development-themes".</param>
/// <param name="Outcomes">What the two have said at the end: none, one or two.</param>
public sealed record PartnershipFigures(
    PartnershipFacts Facts, DateTime? AgreedUtc, DateTime? ClosedUtc, PartnershipEnd? End, int Meetings, IReadOnlyList<string> ThemeIds, IReadOnlyList<PartnershipOutcome> Outcomes);

/// <summary>What one of the two has said at the end, in numbers.</summary>
/// <param name="AsGuide">True for who helped.</param>
/// <param name="Reached">Whether what was wanted is reached.</param>
/// <param name="Rating">How good it was, from 1 to 5.</param>
/// <param name="WouldRecommend">Whether they would recommend it.</param>
public sealed record PartnershipOutcome(bool AsGuide, OutcomeReached Reached, int Rating, bool WouldRecommend);

/// <summary>Whether a partnership has reached what it was for.</summary>
public enum OutcomeReached
{
    /// <summary>All of it.</summary>
    Fully,

    /// <summary>A part of it.</summary>
    Partly,

    /// <summary>Nothing of it.</summary>
    Not,
}
