using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Modules;

[RequiresPermission("AccessAdministration")]
internal sealed class FeaturesModel(ModuleRegistry registry, Features features, RolePermissions permissions) : PageModel
{
    public IReadOnlyList<IGrouping<string, InstalledModule>> Categories { get; private set; } = [];

    public bool MaySwitch { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        MaySwitch = await permissions.MayAsync(User, PlatformModule.ManageFeatures.Name);
        List<ModuleManifest> manifests = [.. registry.Modules.Select(module => module.Manifest)];
        var enabled = await features.EnabledAsync(cancellation);
        Categories =
        [
            .. manifests
                .Select(manifest => new InstalledModule(
                    manifest.Id, manifest.Name, manifest.Description, manifest.Category, enabled.Contains(manifest.Id), manifest.AlwaysOn,
                    NamesOf(ModuleDependencies.NeedsOf(manifests, manifest.Id)), NamesOf(ModuleDependencies.NeededBy(manifests, manifest.Id))))
                .GroupBy(module => module.Category),
        ];
    }

    private static IReadOnlyList<string> NamesOf(IEnumerable<ModuleManifest> modules) => [.. modules.Select(module => module.Name)];
}

/// <summary>A module as the page shows it.</summary>
internal sealed record InstalledModule(
    string Id, string Name, string Description, string Category, bool On, bool AlwaysOn, IReadOnlyList<string> Needs, IReadOnlyList<string> NeededBy);
