using LearningDev.Content.Definitions.Affected;
using LearningDev.Content.Definitions.History;
using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.Definitions.Upkeep;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Definitions.Listing;

[RequiresPermission("EditContentTypes")]
internal sealed class TypeListModel(
    ContentDefinitions definitions, AffectedItems affected, ReliedOn reliedOn, DefinitionHistory history, BringingForward bringing) : PageModel
{
    public IReadOnlyList<TypeLine> Lines { get; private set; } = [];

    /// <summary>The names of types that were removed and can be restored.</summary>
    public IReadOnlyList<string> Removed { get; private set; } = [];

    public IReadOnlyList<DefinitionWork> Open { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var counts = await affected.CountsAsync(cancellation);
        List<TypeLine> lines = [];
        foreach (var type in (await definitions.GetAsync(cancellation)).Types.OrderBy(type => type.DisplayName, StringComparer.CurrentCulture))
        {
            lines.Add(new TypeLine(type, counts.GetValueOrDefault(type.Name), await reliedOn.OfTypeAsync(type.Name, cancellation)));
        }

        Lines = lines;
        Removed = await history.RemovedAsync(ContentDefinitions.TypeKind, cancellation);
        Open = await bringing.OpenAsync(cancellation);
    }
}

/// <summary>A type as the list shows it.</summary>
/// <param name="Type">The type.</param>
/// <param name="Items">How many items of it editors see.</param>
/// <param name="Module">The name of the module that relies on it; null when none does.</param>
internal sealed record TypeLine(ContentTypeDefinition Type, int Items, string? Module);
