using LearningDev.Platform.Email;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Scheduling;
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

    /// <summary>Look after the messages that the portal sends.</summary>
    public static readonly Permission ManageMessages =
        new("ManageMessages", "See which messages the portal sends, have them tried again, and read letters that are kept as files");

    /// <summary>Look after the jobs.</summary>
    public static readonly Permission ManageJobs = new("ManageJobs", "See what the portal does on a schedule, and start it");

    /// <summary>Open the administration page.</summary>
    public static readonly Permission AccessAdministration =
        new("AccessAdministration", "Open the administration page", ManageSettings, ViewAudit, ManageMessages, ManageJobs);

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Platform", "Platform", "People, roles, settings and audit.", "Platform", AlwaysOn: true);

    /// <inheritdoc />
    public void Register(ModuleBuilder module) => module
        .Permissions(AccessAdministration, ManageSettings, ViewAudit, ManageMessages, ManageJobs)
        .Settings<SiteSettings>("The portal", "The portal's name, its theme, and how long lists are.")
        .Settings<PeopleSettings>("People", "The role levels and pay grades that the council has.")
        .Settings<OutboxSettings>("Messages", "How often messages are tried again, and how long they are listed.")
        .Deliver<Letter, LetterHandler>("email")
        .Deliver<RunJob, RunJobHandler>("job")
        .Endpoints(LetterFileEndpoint.Map)
        .Job<OutboxRetentionJob>(OutboxRetentionJob.Manifest)
        .Job<JobRunRetentionJob>(JobRunRetentionJob.Manifest)
        .Menu(
            new MenuEntry("Administration", "/admin", 900, AccessAdministration.Name),
            new MenuEntry("Settings", "/admin/settings", 10, ManageSettings.Name, MenuPlace.Administration,
                "The portal's name, its theme, and how long lists are."),
            new MenuEntry("Recent changes", "/admin/audit", 90, ViewAudit.Name, MenuPlace.Administration,
                "Who changed what, and when.", AdministrationGroup.Running),
            new MenuEntry("Messages", OutboxWords.Page, 70, ManageMessages.Name, MenuPlace.Administration,
                "Email and other messages that the portal sends, and what became of them.", AdministrationGroup.Running),
            new MenuEntry("Jobs", "/admin/jobs", 80, ManageJobs.Name, MenuPlace.Administration,
                "What the portal does on a schedule, and how it went.", AdministrationGroup.Running),
            new MenuEntry("What this portal is made of", "/admin/features", 95, AccessAdministration.Name, MenuPlace.Administration,
                "The modules, and which of them are switched on."));
}
