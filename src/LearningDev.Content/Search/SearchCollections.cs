using LearningDev.Platform.Modules;

namespace LearningDev.Content.Search;

/// <summary>What people can search now: the collections of the modules that are switched on.</summary>
internal sealed class SearchCollections(IEnumerable<SearchCollection> all, Features features)
{
    /// <summary>The collections, in the order in which the modules are listed.</summary>
    public async Task<IReadOnlyList<SearchCollection>> OnAsync(CancellationToken cancellation = default)
    {
        var enabled = await features.EnabledAsync(cancellation);
        return [.. all.Where(collection => enabled.Contains(collection.ModuleId))];
    }

    /// <summary>The ids of the collections that cannot be searched, because their modules are switched off. Their documents stay in the index.</summary>
    public async Task<IReadOnlySet<string>> OffAsync(CancellationToken cancellation = default)
    {
        var enabled = await features.EnabledAsync(cancellation);
        return all.Where(collection => !enabled.Contains(collection.ModuleId)).Select(collection => collection.Id).ToHashSet();
    }
}
