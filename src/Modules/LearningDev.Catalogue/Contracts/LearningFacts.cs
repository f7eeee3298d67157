namespace LearningDev.Catalogue.Contracts;

/// <summary>Tells other modules what the catalogue says of an entry, for example to fill a form.</summary>
public interface ILearningFacts
{
    /// <summary>Finds a published entry; null when there is none of that id, the current person may not know of it, or the catalogue is switched off.</summary>
    /// <param name="contentItemId">The entry's content item.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<LearningFacts?> FindAsync(string contentItemId, CancellationToken cancellation = default);
}

/// <summary>What the catalogue says of an entry.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Url">Its address below the portal's root.</param>
public sealed record LearningFacts(CatalogueEntrySubject Entry, string Url)
{
    /// <summary>The provider's name; empty for none.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Where the learning itself is on the web; empty for nowhere.</summary>
    public string Website { get; init; } = "";

    /// <summary>The least that it costs a person, in pounds; null when the catalogue does not say.</summary>
    public decimal? CostFrom { get; init; }

    /// <summary>The value of the classification, for example "mandatory"; empty for none.</summary>
    public string Classification { get; init; } = "";

    /// <summary>The level of the qualification to which it leads, from 2 to 7; null for none.</summary>
    public int? QualificationLevel { get; init; }
}
