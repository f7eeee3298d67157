using LearningDev.Content.Recipes.Importing;
using LearningDev.Content.Recipes.Steps;
using LearningDev.Platform.Modules;

namespace LearningDev.Content.Definitions.Reliance;

/// <summary>
/// Says what of the definitions a module relies on: types and parts that its own recipes bring, with the parts that these give to types, and the fields that its code reads.
/// </summary>
internal sealed class ReliedOn(IEnumerable<DefinitionReliance> declared, ModuleDefinitions shipped, ModuleRegistry registry)
{
    private const string Types = "ContentTypes";
    private const string Parts = "ContentParts";

    /// <summary>The name of the module that relies on a field; null when none does.</summary>
    public string? OfField(string part, string field) =>
        declared.FirstOrDefault(reliance => Is(reliance.Part, part) && reliance.Fields.Contains(field)) is { } found ? NameOf(found.ModuleId) : null;

    /// <summary>The values of a field's choices that code knows.</summary>
    public IReadOnlySet<string> ValuesOf(string part, string field) =>
        declared.Where(reliance => Is(reliance.Part, part)).SelectMany(reliance => reliance.Values.GetValueOrDefault(field) ?? []).ToHashSet();

    /// <summary>The name of the module that relies on a type; null when none does.</summary>
    public Task<string?> OfTypeAsync(string type, CancellationToken cancellation) => shipped.OwnerAsync(Types, type, cancellation);

    /// <summary>The name of the module that relies on a part; null when none does.</summary>
    public async Task<string?> OfPartAsync(string part, CancellationToken cancellation) =>
        ContentItemReader.KnownParts.Contains(part) ? NameOf("LearningDev.Content") : await shipped.OwnerAsync(Parts, part, cancellation);

    /// <summary>The name of the module that gives a part to a type; null when editors did.</summary>
    public Task<string?> OfPartOfTypeAsync(string type, string part, CancellationToken cancellation) => shipped.OwnerAsync($"{Types}/{type}", part, cancellation);

    private string NameOf(string moduleId) => registry.FindModule(moduleId)?.Manifest.Name ?? moduleId;

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
