using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Modules;

/// <summary>Says which modules are switched on, and switches them (ADM-01).</summary>
public sealed class Features(PortalDb db, PortalCache cache, ModuleRegistry registry, IEvents events)
{
    private const string CacheKey = "features";

    // Any number will do, as long as every node of the portal asks for the same one.
    private const long SwitchLock = 20_261_126;

    private readonly List<ModuleManifest> manifests = [.. registry.Modules.Select(module => module.Manifest)];

    /// <summary>The ids of all modules that are switched on, always-on modules included.</summary>
    public async Task<IReadOnlySet<string>> EnabledAsync(CancellationToken cancellation = default) =>
        await cache.GetAsync(db, CacheKey, () => ReadAsync(cancellation));

    /// <summary>The module that a class belongs to, when it is switched off; null when it is on, and for a class of no module.</summary>
    public async Task<ModuleManifest?> SwitchedOffOwnerAsync(Type type, CancellationToken cancellation = default) =>
        registry.ModuleOf(type)?.Manifest is { } owner && !(await EnabledAsync(cancellation)).Contains(owner.Id) ? owner : null;

    /// <summary>False for an end-point of a module that is switched off.</summary>
    public async Task<bool> IsOnAsync(Endpoint endpoint, CancellationToken cancellation = default) =>
        endpoint.Metadata.GetMetadata<ModuleEndpointMetadata>() is not { } module || (await EnabledAsync(cancellation)).Contains(module.ModuleId);

    /// <summary>What switching a module on or off would come to now.</summary>
    /// <exception cref="InvalidOperationException">The host has no module of that id, or it is always on and was to be switched off.</exception>
    public async Task<FeaturePlan> PlanAsync(string id, bool on, CancellationToken cancellation = default) =>
        FeaturePlan.Make(manifests, await ReadAsync(cancellation), Require(id, on), on);

    /// <summary>Switches a module on, and with it the modules that it depends on.</summary>
    /// <returns>The ids of the modules that were off before.</returns>
    /// <exception cref="InvalidOperationException">The host has no module of that id.</exception>
    public async Task<IReadOnlyList<string>> EnableAsync(string id, CancellationToken cancellation = default)
    {
        var (plan, _) = await SwitchAsync(id, on: true, _ => true, reason: "", cancellation);
        return [.. plan.Switched.Select(module => module.Id)];
    }

    /// <summary>Switches a module off. Its data are kept.</summary>
    /// <returns>True when the module was on before.</returns>
    /// <exception cref="InvalidOperationException">
    /// The host has no module of that id, the module is always on, or another module that is on depends on it.
    /// </exception>
    public async Task<bool> DisableAsync(string id, CancellationToken cancellation = default)
    {
        var (plan, done) = await SwitchAsync(id, on: false, plan => plan.Others.Count == 0, reason: "", cancellation);
        return done
            ? plan.Switched.Count > 0
            : throw new InvalidOperationException($"{plan.Module.Name} cannot be switched off while {plan.Others[^1].Name} needs it.");
    }

    /// <summary>Switches a module on or off, with those that go along, if these are still the ones that somebody has agreed to.</summary>
    /// <param name="id">The module's id.</param>
    /// <param name="on">True to switch it on.</param>
    /// <param name="agreed">The ids of all modules that may be switched, the module itself included.</param>
    /// <param name="reason">Why; may be empty.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>What was to be done, and whether it was: false when other modules would go along than were agreed to.</returns>
    /// <exception cref="InvalidOperationException">The host has no module of that id, or it is always on and was to be switched off.</exception>
    public Task<(FeaturePlan Plan, bool IsDone)> SwitchAsync(
        string id, bool on, IReadOnlyCollection<string> agreed, string reason, CancellationToken cancellation = default) =>
        SwitchAsync(id, on, plan => plan.Switched.Count == 0 || plan.Switched.Select(module => module.Id).ToHashSet().SetEquals(agreed), reason, cancellation);

    private async Task<(FeaturePlan Plan, bool IsDone)> SwitchAsync(
        string id, bool on, Predicate<FeaturePlan> isAgreed, string reason, CancellationToken cancellation)
    {
        var module = Require(id, on);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        await WaitForOthersAsync(cancellation);
        var plan = FeaturePlan.Make(manifests, await ReadAsync(cancellation), module, on);
        if (!isAgreed(plan))
        {
            return (plan, false);
        }

        foreach (var switched in plan.Switched)
        {
            await SwitchAsync(switched, on, reason, cancellation);
        }

        await (own?.CommitAsync(cancellation) ?? Task.CompletedTask);
        return (plan, true);
    }

    private async Task SwitchAsync(ModuleManifest module, bool on, string reason, CancellationToken cancellation)
    {
        if (on)
        {
            db.Add(new EnabledFeature { Id = module.Id });
        }
        else
        {
            db.Remove(await db.Set<EnabledFeature>().SingleAsync(row => row.Id == module.Id, cancellation));
        }

        cache.ForgetOnCommit(db, CacheKey);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new FeatureSwitched(module.Id, module.Name, on, reason), cancellation);
    }

    // What is on decides what may go off, so one switches at a time. On SQLite the transaction itself is the queue.
    private async Task WaitForOthersAsync(CancellationToken cancellation)
    {
        if (!db.IsSqlite)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SwitchLock})", cancellation);
        }
    }

    private async Task<IReadOnlySet<string>> ReadAsync(CancellationToken cancellation)
    {
        var enabled = await db.Set<EnabledFeature>().Select(row => row.Id).ToListAsync(cancellation);
        enabled.AddRange(manifests.Where(module => module.AlwaysOn).Select(module => module.Id));
        return enabled.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private ModuleManifest Require(string id, bool on)
    {
        var manifest = registry.FindModule(id)?.Manifest ?? throw new InvalidOperationException($"There is no feature \"{id}\".");
        return on || !manifest.AlwaysOn ? manifest : throw new InvalidOperationException($"{manifest.Name} cannot be switched off.");
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
/// <param name="Reason">Why, in the words of who did it; may be empty.</param>
public sealed record FeatureSwitched(string Id, string Name, bool On, string Reason = "") : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Feature", Id, Name);

    /// <inheritdoc />
    public string Summary => On ? $"Switched on {Name}" : $"Switched off {Name}";
}
