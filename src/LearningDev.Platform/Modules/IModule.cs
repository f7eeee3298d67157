namespace LearningDev.Platform.Modules;

/// <summary>The door of a module: says what the module is and registers all that it adds to the portal.</summary>
public interface IModule
{
    /// <summary>What the module is called, what it is for and which features it offers.</summary>
    ModuleManifest Manifest { get; }

    /// <summary>Registers the module's services, permissions, tables, menu entries, panels and event handlers.</summary>
    /// <param name="module">Collects what the module adds; every addition is marked with the module's id.</param>
    void Register(ModuleBuilder module);
}
