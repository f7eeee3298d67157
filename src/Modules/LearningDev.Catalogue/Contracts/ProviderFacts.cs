namespace LearningDev.Catalogue.Contracts;

/// <summary>Tells other modules which providers the directory has, for example to choose one in a form (CAT-10).</summary>
public interface IProviderFacts
{
    /// <summary>The published providers by name; none while the catalogue is switched off.</summary>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<ProviderFact>> AllAsync(CancellationToken cancellation = default);
}

/// <summary>A provider of the directory.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRecognised">True when the council recognises it.</param>
public sealed record ProviderFact(string Name, bool IsRecognised);
