namespace LearningDev.Partnerships.Contracts;

/// <summary>
/// Words that only certain people may read (COA-03). They are encrypted with a key that is not in the database, and stand in no search, export, audit and log. Only
/// the words' readers get them, whatever else somebody may do in the portal.
/// </summary>
public interface IConfidentialTexts
{
    /// <summary>Keeps words, in the caller's transaction.</summary>
    /// <param name="words">The words, up to 20,000 characters.</param>
    /// <param name="readerIds">Who may read them, at least one person.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The id under which they are kept.</returns>
    /// <exception cref="ConfidentialKeyMissingException">The portal has no key to encrypt with.</exception>
    Task<string> KeepAsync(string words, IReadOnlyCollection<string> readerIds, CancellationToken cancellation = default);

    /// <summary>Changes words that are kept. Their readers stay.</summary>
    /// <param name="textId">The id under which they are kept.</param>
    /// <param name="words">The new words, up to 20,000 characters.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="UnauthorizedAccessException">The current person is not a reader.</exception>
    /// <exception cref="ConfidentialKeyMissingException">The portal has no key to encrypt with.</exception>
    Task ChangeAsync(string textId, string words, CancellationToken cancellation = default);

    /// <summary>Says anew who may read words.</summary>
    /// <param name="textId">The id under which they are kept.</param>
    /// <param name="readerIds">Who may read them from now on, at least one person.</param>
    /// <param name="cancellation">Stops it.</param>
    Task ShareAsync(string textId, IReadOnlyCollection<string> readerIds, CancellationToken cancellation = default);

    /// <summary>The words of those ids that the current person may read, by id. The others are left out.</summary>
    /// <param name="textIds">The ids.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ConfidentialKeyMissingException">The key that words were encrypted with is not there.</exception>
    Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyCollection<string> textIds, CancellationToken cancellation = default);

    /// <summary>Deletes words for good.</summary>
    /// <param name="textIds">The ids.</param>
    /// <param name="cancellation">Stops it.</param>
    Task DeleteAsync(IReadOnlyCollection<string> textIds, CancellationToken cancellation = default);
}

/// <summary>A key for confidential words is not where the portal's configuration says, or none is configured.</summary>
public sealed class ConfidentialKeyMissingException(string message) : Exception(message);
