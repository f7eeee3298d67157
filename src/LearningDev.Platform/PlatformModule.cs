using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Menus;

namespace LearningDev.Platform;

/// <summary>The ground floor as a module: what every portal has.</summary>
public sealed class PlatformModule : IModule
{
    /// <summary>Change the portal's settings.</summary>
    public static readonly Permission ManageSettings = new("ManageSettings", "Change the portal's name, theme and other settings");

    /// <summary>Read the audit.</summary>
    public static readonly Permission ViewAudit = new("ViewAudit", "See who changed what and when");

    /// <summary>Switch modules on and off.</summary>
    public static readonly Permission ManageFeatures = new("ManageFeatures", "Switch parts of the portal on and off");

    /// <summary>Open the administration page.</summary>
    public static readonly Permission AccessAdministration =
        new("AccessAdministration", "Open the administration page", ManageSettings, ViewAudit, ManageFeatures);

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Platform", "Platform", "People, roles, settings and audit.", "Platform", AlwaysOn: true);

    /// <inheritdoc />
    public void Register(ModuleBuilder module) => module
        .Permissions(AccessAdministration, ManageSettings, ViewAudit, ManageFeatures)
        .Settings<SiteSettings>("The portal", "The portal's name, its theme, and how long lists are.")
        .Settings<PeopleSettings>("People", "The role levels and pay grades that the council has.")
        .Menu(
            new MenuEntry("Administration", "/admin", 900, AccessAdministration.Name),
            new MenuEntry("Settings", "/admin/settings", 10, ManageSettings.Name, MenuPlace.Administration,
                "The portal's name, its theme, and how long lists are."),
            new MenuEntry("Recent changes", "/admin/audit", 90, ViewAudit.Name, MenuPlace.Administration,
                "Who changed what, and when.", AdministrationGroup.Running),
            new MenuEntry("What this portal is made of", "/admin/features", 95, AccessAdministration.Name, MenuPlace.Administration,
                "The modules. Switch them on and off."));
}
