namespace LearningDev.Platform.Modules;

/// <summary>A module's description, as in Orchard Core's manifest.</summary>
/// <param name="Id">The module's id, which is the name of its assembly, for example "LearningDev.Catalogue".</param>
/// <param name="Name">The name that administrators read.</param>
/// <param name="Description">One sentence that says what the module is for.</param>
/// <param name="Category">The heading under which administrators find it.</param>
/// <param name="DependsOn">Ids of the modules that must be switched on for this one to work.</param>
/// <param name="AlwaysOn">True for the modules without which there is no portal; they cannot be switched off.</param>
public sealed record ModuleManifest(
    string Id,
    string Name,
    string Description,
    string Category,
    IReadOnlyList<string>? DependsOn = null,
    bool AlwaysOn = false);
