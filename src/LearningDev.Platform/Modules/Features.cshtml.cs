using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Modules;

[RequiresPermission("AccessAdministration")]
internal sealed class FeaturesModel(ModuleRegistry registry, Features features) : PageModel
{
    public IReadOnlyList<IGrouping<string, InstalledModule>> Categories { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var enabled = await features.EnabledAsync(cancellation);
        Categories =
        [
            .. registry.Modules.Select(module => module.Manifest)
                .Select(manifest => new InstalledModule(
                    manifest.Name, manifest.Description, manifest.Category, enabled.Contains(manifest.Id), manifest.AlwaysOn, NamesOf(manifest.DependsOn)))
                .GroupBy(module => module.Category),
        ];
    }

    private IReadOnlyList<string> NamesOf(IReadOnlyList<string>? ids) =>
        [.. (ids ?? []).Select(id => registry.FindModule(id)?.Manifest.Name ?? id)];
}

/// <summary>A module as the page shows it.</summary>
internal sealed record InstalledModule(
    string Name, string Description, string Category, bool On, bool AlwaysOn, IReadOnlyList<string> Needs);
