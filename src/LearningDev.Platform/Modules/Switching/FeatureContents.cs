using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Platform.Modules.Switching;

/// <summary>Counts what modules add to the portal: what is gone while they are off.</summary>
internal sealed class FeatureContents(ModuleRegistry registry, EndpointDataSource endpoints, PageLoader pages, IEnumerable<IFeatureParts> parts)
{
    /// <summary>What the modules add together, in the order in which a person would miss it.</summary>
    public async Task<IReadOnlyList<FeaturePart>> OfAsync(IEnumerable<ModuleManifest> modules, CancellationToken cancellation)
    {
        List<FeaturePart> all = [];
        foreach (var module in modules)
        {
            all.AddRange(await OfAsync(module.Id, cancellation));
            foreach (var others in parts)
            {
                all.AddRange(await others.OfAsync(module.Id, cancellation));
            }
        }

        return
        [
            .. all.Where(part => part.Count > 0).GroupBy(part => part.Kind)
                .Select(kind => new FeaturePart(kind.Key, kind.Sum(part => part.Count), [.. kind.SelectMany(part => part.Names)])),
        ];
    }

    private async Task<IReadOnlyList<FeaturePart>> OfAsync(string id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return
        [
            new FeaturePart("Pages", await CountPagesAsync(id)),
            new FeaturePart("Menu entries", [.. registry.Menu.Where(entry => entry.ModuleId == id).Select(entry => entry.Entry.Text)]),
            new FeaturePart("Panels on other pages", registry.Panels.Count(panel => panel.ModuleId == id)),
            new FeaturePart("Permissions", [.. registry.Permissions.Where(permission => permission.ModuleId == id).Select(permission => permission.Permission.Description)]),
            new FeaturePart("Settings", [.. registry.Settings.Where(section => section.ModuleId == id).Select(section => section.Title)]),
            new FeaturePart("Jobs", [.. registry.Jobs.Where(job => job.ModuleId == id).Select(job => job.Manifest.Name)]),
            new FeaturePart("Kinds of notifications", [.. registry.Notifications.Where(declared => declared.ModuleId == id).Select(declared => declared.Kind.Name)]),
            new FeaturePart("Kinds of messages", registry.Deliveries.Count(delivery => delivery.ModuleId == id)),
            new FeaturePart("Addresses for scripts and other systems", CountEndpoints(id)),
            new FeaturePart("Commands for operators", [.. registry.Commands.Where(command => command.ModuleId == id).Select(command => command.Manifest.Words)]),
        ];
    }

    // A page says whose it is once it is loaded.
    private async Task<int> CountPagesAsync(string id)
    {
        HashSet<string> found = [];
        foreach (var endpoint in endpoints.Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                && registry.ModuleOf((await pages.LoadAsync(page, endpoint.Metadata)).HandlerTypeInfo)?.Manifest.Id == id)
            {
                found.Add(page.RelativePath);
            }
        }

        return found.Count;
    }

    private int CountEndpoints(string id) => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null && endpoint.Metadata.GetMetadata<ModuleEndpointMetadata>()?.ModuleId == id)
        .Select(endpoint => endpoint.RoutePattern.RawText).Distinct().Count();
}
