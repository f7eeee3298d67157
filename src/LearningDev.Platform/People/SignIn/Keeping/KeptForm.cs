namespace LearningDev.Platform.People.SignIn.Keeping;

/// <summary>A form that somebody sent after their sign-in had ended. It is kept for that person alone, until they have signed in again.</summary>
internal sealed class KeptForm
{
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public required DateTime KeptUtc { get; init; }

    /// <summary>Where it was sent to and its fields, as JSON that only the portal reads.</summary>
    public required byte[] Content { get; init; }

    /// <summary>True when it holds words in confidence and is sealed by <see cref="IConfidentialForms"/>.</summary>
    public bool IsConfidential { get; init; }
}

/// <summary>What was sent.</summary>
/// <param name="Url">Where to, below the portal's root.</param>
/// <param name="Fields">The fields, each with all its values.</param>
/// <param name="HadFiles">True when files were sent too; they are not kept.</param>
internal sealed record SentForm(string Url, IReadOnlyDictionary<string, string[]> Fields, bool HadFiles);
