namespace LearningDev.Content.Definitions.Reliance;

/// <summary>
/// Fields that a module's code reads, as the module registers them with the portal's services: they can be named and explained otherwise, but not
/// removed, retired or made another kind (CMS-02).
/// </summary>
/// <param name="ModuleId">The id of the module.</param>
/// <param name="Part">The part.</param>
/// <param name="Fields">The names of the fields.</param>
public sealed record DefinitionReliance(string ModuleId, string Part, params IReadOnlyCollection<string> Fields)
{
    /// <summary>The values of choices that code knows, by field; they cannot be taken out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Values { get; init; } = new Dictionary<string, IReadOnlyCollection<string>>();

    /// <summary>All that a class reads: its properties are the fields.</summary>
    /// <typeparam name="TPart">The class; its name is the part's.</typeparam>
    /// <param name="moduleId">The id of the module.</param>
    public static DefinitionReliance On<TPart>(string moduleId) =>
        new(moduleId, typeof(TPart).Name, [.. typeof(TPart).GetProperties().Select(property => property.Name)]);
}
