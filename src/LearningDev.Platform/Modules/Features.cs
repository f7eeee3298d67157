using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Modules;

/// <summary>Says which modules are switched on, and switches them (ADM-01).</summary>
public sealed class Features(PortalDb db, PortalCache cache, ModuleRegistry registry, IEvents events)
{
    private const string CacheKey = "features";

    /// <summary>The ids of all modules that are switched on, always-on modules included.</summary>
    public async Task<IReadOnlySet<string>> EnabledAsync(CancellationToken cancellation = default) =>
        await cache.GetAsync<IReadOnlySet<string>>(db, CacheKey, async () =>
        {
            var enabled = await db.Set<EnabledFeature>().Select(row => row.Id).ToListAsync(cancellation);
            enabled.AddRange(registry.Modules.Where(module => module.Manifest.AlwaysOn).Select(module => module.Manifest.Id));
            return enabled.ToHashSet(StringComparer.OrdinalIgnoreCase);
        });

    /// <summary>Switches a module on, and with it the modules that it depends on.</summary>
    /// <returns>The ids of the modules that were off before.</returns>
    /// <exception cref="InvalidOperationException">The host has no module of that id.</exception>
    public async Task<IReadOnlyList<string>> EnableAsync(string id, CancellationToken cancellation = default)
    {
        var manifest = Require(id);
        List<string> switchedOn = [];
        foreach (var dependency in manifest.DependsOn ?? [])
        {
            switchedOn.AddRange(await EnableAsync(dependency, cancellation));
        }

        if (manifest.AlwaysOn || await db.Set<EnabledFeature>().AnyAsync(row => row.Id == manifest.Id, cancellation))
        {
            return switchedOn;
        }

        db.Add(new EnabledFeature { Id = manifest.Id });
        await SaveAsync(new FeatureSwitched(manifest.Id, manifest.Name, On: true), cancellation);
        return [.. switchedOn, manifest.Id];
    }

    /// <summary>Switches a module off. Its data are kept.</summary>
    /// <returns>True when the module was on before.</returns>
    /// <exception cref="InvalidOperationException">
    /// The host has no module of that id, the module is always on, or another module that is on depends on it.
    /// </exception>
    public async Task<bool> DisableAsync(string id, CancellationToken cancellation = default)
    {
        var manifest = Require(id);
        if (manifest.AlwaysOn)
        {
            throw new InvalidOperationException($"{manifest.Name} cannot be switched off.");
        }

        var enabled = await EnabledAsync(cancellation);
        var dependent = registry.Modules.FirstOrDefault(module =>
            enabled.Contains(module.Manifest.Id) && (module.Manifest.DependsOn?.Contains(manifest.Id, StringComparer.OrdinalIgnoreCase) ?? false));
        if (dependent is not null)
        {
            throw new InvalidOperationException($"{manifest.Name} cannot be switched off while {dependent.Manifest.Name} needs it.");
        }

        var row = await db.Set<EnabledFeature>().FindAsync([manifest.Id], cancellation);
        if (row is null)
        {
            return false;
        }

        db.Remove(row);
        await SaveAsync(new FeatureSwitched(manifest.Id, manifest.Name, On: false), cancellation);
        return true;
    }

    private ModuleManifest Require(string id) =>
        registry.FindModule(id)?.Manifest ?? throw new InvalidOperationException($"There is no feature \"{id}\".");

    private async Task SaveAsync(FeatureSwitched switched, CancellationToken cancellation)
    {
        cache.ForgetOnCommit(db, CacheKey);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(switched, cancellation);
    }
}

/// <summary>A module that is switched on.</summary>
internal sealed class EnabledFeature
{
    public required string Id { get; init; }
}

/// <summary>A module was switched on or off.</summary>
/// <param name="Id">The module's id.</param>
/// <param name="Name">The module's name.</param>
/// <param name="On">True when it was switched on.</param>
public sealed record FeatureSwitched(string Id, string Name, bool On) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Feature", Id, Name);

    /// <inheritdoc />
    public string Summary => On ? $"Switched on {Name}" : $"Switched off {Name}";
}
