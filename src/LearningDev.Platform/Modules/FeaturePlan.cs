namespace LearningDev.Platform.Modules;

/// <summary>What switching a module on or off comes to.</summary>
/// <param name="Module">The module.</param>
/// <param name="On">True to switch it on.</param>
/// <param name="Switched">
/// The modules that change: those that the module needs and that are off, or those that need it and are on, then the module itself. Empty when there is nothing to do.
/// </param>
public sealed record FeaturePlan(ModuleManifest Module, bool On, IReadOnlyList<ModuleManifest> Switched)
{
    /// <summary>The modules that are switched along with it.</summary>
    public IReadOnlyList<ModuleManifest> Others => [.. Switched.Where(module => module != Module)];

    internal static FeaturePlan Make(IReadOnlyCollection<ModuleManifest> modules, IReadOnlySet<string> enabled, ModuleManifest module, bool on)
    {
        if (enabled.Contains(module.Id) == on)
        {
            return new FeaturePlan(module, on, []);
        }

        var along = on ? ModuleDependencies.NeedsOf(modules, module.Id) : ModuleDependencies.NeededBy(modules, module.Id);
        return new FeaturePlan(module, on, [.. along.Where(other => enabled.Contains(other.Id) != on), module]);
    }
}
