namespace LearningDev.Platform.Modules;

/// <summary>Which modules need which, directly and through others.</summary>
internal static class ModuleDependencies
{
    /// <summary>The modules that one needs, each before those that need it; without itself.</summary>
    /// <param name="modules">All modules of the host.</param>
    /// <param name="id">The module's id, without regard to case.</param>
    public static IReadOnlyList<ModuleManifest> NeedsOf(IReadOnlyCollection<ModuleManifest> modules, string id)
    {
        var byId = modules.ToDictionary(module => module.Id, StringComparer.OrdinalIgnoreCase);
        return Collect(id, byId, module => module.DependsOn ?? []);
    }

    /// <summary>The modules that need one, each before those that it needs; without itself.</summary>
    /// <param name="modules">All modules of the host.</param>
    /// <param name="id">The module's id, without regard to case.</param>
    public static IReadOnlyList<ModuleManifest> NeededBy(IReadOnlyCollection<ModuleManifest> modules, string id)
    {
        var byId = modules.ToDictionary(module => module.Id, StringComparer.OrdinalIgnoreCase);
        var needed = modules.SelectMany(module => (module.DependsOn ?? []).Select(other => (other, module.Id)))
            .ToLookup(pair => pair.other, pair => pair.Id, StringComparer.OrdinalIgnoreCase);
        return Collect(id, byId, module => needed[module.Id]);
    }

    /// <summary>What is wrong with what the modules say they need; empty when nothing is.</summary>
    public static IEnumerable<string> Faults(IReadOnlyCollection<ModuleManifest> modules)
    {
        var byId = modules.ToDictionary(module => module.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var module in modules)
        {
            foreach (var other in module.DependsOn ?? [])
            {
                if (!byId.TryGetValue(other, out var needed))
                {
                    yield return $"The module {module.Id} needs {other}, which the host does not list.";
                }
                else if (module.AlwaysOn && !needed.AlwaysOn)
                {
                    yield return $"The module {module.Id} is always on but needs {other}, which can be switched off.";
                }
            }

            if (NeedsOf(modules, module.Id).Any(needed => NeedsOf(modules, needed.Id).Any(again => SameId(again.Id, module.Id))))
            {
                yield return $"The module {module.Id} needs itself.";
            }
        }
    }

    private static List<ModuleManifest> Collect(
        string id, Dictionary<string, ModuleManifest> byId, Func<ModuleManifest, IEnumerable<string>> next)
    {
        List<ModuleManifest> found = [];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase) { id };
        if (byId.TryGetValue(id, out var start))
        {
            Visit(start);
        }

        return found;

        void Visit(ModuleManifest module)
        {
            foreach (var other in next(module))
            {
                if (byId.TryGetValue(other, out var manifest) && seen.Add(other))
                {
                    Visit(manifest);
                    found.Add(manifest);
                }
            }
        }
    }

    private static bool SameId(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
