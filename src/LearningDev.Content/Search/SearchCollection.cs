namespace LearningDev.Content.Search;

/// <summary>Something that people search, as a module registers it with the portal's services.</summary>
/// <param name="Id">The collection of its <see cref="SearchDocument"/>s, for example "catalogue".</param>
/// <param name="Url">Its search page below the portal's root, which takes what was typed as "q".</param>
/// <param name="ModuleId">The id of the module; nothing of the collection is found while it is switched off.</param>
public sealed record SearchCollection(string Id, string Url, string ModuleId);
