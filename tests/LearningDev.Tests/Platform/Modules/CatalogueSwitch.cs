using LearningDev.Platform.Modules;

namespace LearningDev.Tests.Platform.Modules;

/// <summary>Switches the catalogue off and on again with the modules of the demonstration that depend on it.</summary>
internal static class CatalogueSwitch
{
    /// <summary>The modules that depend on the catalogue, each before those that it depends on.</summary>
    public static readonly IReadOnlyList<string> Dependents = ["LearningDev.MembersHub", "LearningDev.Compliance"];

    /// <summary>Switches off what keeps the catalogue from being switched off.</summary>
    public static async Task FreeCatalogueAsync(this Features features)
    {
        foreach (var module in Dependents)
        {
            await features.DisableAsync(module);
        }
    }

    /// <summary>Switches the catalogue off, with the modules that depend on it.</summary>
    /// <returns>False when it is off already.</returns>
    public static async Task<bool> DisableCatalogueAsync(this Features features)
    {
        await features.FreeCatalogueAsync();
        return await features.DisableAsync("LearningDev.Catalogue");
    }

    /// <summary>Switches the catalogue on, with the modules that depend on it.</summary>
    public static async Task EnableCatalogueAsync(this Features features)
    {
        foreach (var module in Dependents)
        {
            await features.EnableAsync(module);
        }
    }
}
