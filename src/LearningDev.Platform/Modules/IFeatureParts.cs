namespace LearningDev.Platform.Modules;

/// <summary>Counts what a module adds to one part of the portal, so that people know what is gone when it is switched off.</summary>
public interface IFeatureParts
{
    /// <summary>What a module adds; nothing for a module that adds nothing.</summary>
    /// <param name="moduleId">The module's id.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    Task<IReadOnlyList<FeaturePart>> OfAsync(string moduleId, CancellationToken cancellation);
}

/// <summary>Things of one kind that a module adds.</summary>
/// <param name="Kind">What they are, for example "Pages".</param>
/// <param name="Count">How many there are.</param>
/// <param name="Names">What they are called; empty where only their number says something.</param>
public sealed record FeaturePart(string Kind, int Count, IReadOnlyList<string> Names)
{
    /// <summary>Things that people know by name.</summary>
    public FeaturePart(string kind, IReadOnlyList<string> names)
        : this(kind, names.Count, names)
    {
    }

    /// <summary>Things that only their number says something of.</summary>
    public FeaturePart(string kind, int count)
        : this(kind, count, [])
    {
    }
}
