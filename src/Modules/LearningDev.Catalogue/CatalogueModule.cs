using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;

namespace LearningDev.Catalogue;

/// <summary>The learning catalogue (CAT-01): every kind of learning in one place, searched and browsed.</summary>
public sealed class CatalogueModule : IModule
{
    internal static readonly Permission ViewCatalogue = new("ViewCatalogue", "Search the learning catalogue and read its entries");

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Catalogue", "Catalogue", "Every kind of learning in one place, searched and browsed.", "Learning");

    /// <inheritdoc />
    public void Register(ModuleBuilder module) => module
        .Permissions(ViewCatalogue)
        .Menu(new MenuEntry("Catalogue", "/catalogue", 100, ViewCatalogue.Name));
}
