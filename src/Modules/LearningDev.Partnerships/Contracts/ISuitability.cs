namespace LearningDev.Partnerships.Contracts;

/// <summary>Says who cannot be partners. Whoever offers partners leaves those out without a word: what somebody has declared stays with them (COA-02).</summary>
public interface ISuitability
{
    /// <summary>Which of the candidates cannot be a partner of a person, and why. Those who are not named can. The database is asked the same number of times for any number of candidates.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="candidateIds">The candidates.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyDictionary<string, Unsuitability>> UnsuitableForAsync(string personId, IReadOnlyCollection<string> candidateIds, CancellationToken cancellation = default);

    /// <summary>The same for many people at once, such as all who take part in a programme. The database is asked the same number of times for any number of people.</summary>
    /// <param name="personIds">The people.</param>
    /// <param name="candidateIds">The candidates.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Why, for each person and candidate who cannot be partners.</returns>
    Task<IReadOnlyDictionary<(string PersonId, string CandidateId), Unsuitability>> UnsuitablePairsAsync(
        IReadOnlyCollection<string> personIds, IReadOnlyCollection<string> candidateIds, CancellationToken cancellation = default);
}

/// <summary>Why two people cannot be partners. Show people no more of it than <see cref="LineOfManagement"/>.</summary>
public enum Unsuitability
{
    /// <summary>It is the same person.</summary>
    Self,

    /// <summary>One manages the other, directly or through others.</summary>
    LineOfManagement,

    /// <summary>One of the two has declared a conflict of interest.</summary>
    Conflict,

    /// <summary>The candidate has left, or may not sign in.</summary>
    Left,

    /// <summary>The two are partners already.</summary>
    Together,
}
