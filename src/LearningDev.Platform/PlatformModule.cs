using LearningDev.Platform.Audit;
using LearningDev.Platform.Backups;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Email;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.People;
using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.People.Accounts.Passkeys;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Look;
using LearningDev.Platform.Ui.Menus;

namespace LearningDev.Platform;

/// <summary>The ground floor as a module: what every portal has.</summary>
public sealed class PlatformModule : IModule
{
    /// <summary>Change the portal's settings.</summary>
    public static readonly Permission ManageSettings = new("ManageSettings", "Change the portal's name, theme and other settings");

    /// <summary>Read the audit.</summary>
    public static readonly Permission ViewAudit = new("ViewAudit", "See who changed what and when");

    /// <summary>See how the portal runs.</summary>
    public static readonly Permission ViewOperations = new("ViewOperations", "See how the portal runs: version, database, messages, jobs and backups");

    /// <summary>Help people with their accounts.</summary>
    public static readonly Permission ManageAccounts = new("ManageAccounts", "Help people with their accounts, and disable accounts");

    /// <summary>Say what roles may do, and give them to people.</summary>
    public static readonly Permission ManageRoles = new("ManageRoles", "Say what each role may do, give roles to people, and see why somebody may do something");

    /// <summary>Switch modules on and off.</summary>
    public static readonly Permission ManageFeatures = new("ManageFeatures", "Switch parts of the portal on and off");

    /// <summary>Look after the messages that the portal sends.</summary>
    public static readonly Permission ManageMessages =
        new("ManageMessages", "See which messages the portal sends, have them tried again, and read letters that are kept as files");

    /// <summary>Look after what people are told.</summary>
    public static readonly Permission ManageNotifications =
        new("ManageNotifications", "Change what people are told and in which words, and see whether it arrives");

    /// <summary>Look after the jobs.</summary>
    public static readonly Permission ManageJobs = new("ManageJobs", "See what the portal does on a schedule, and start it");

    /// <summary>Open the administration page.</summary>
    public static readonly Permission AccessAdministration = new(
        "AccessAdministration", "Open the administration page",
        ManageSettings, ViewAudit, ViewOperations, ManageAccounts, ManageRoles, ManageFeatures, ManageMessages, ManageNotifications, ManageJobs);

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Platform", "Platform", "People, roles, settings and audit.", "Platform", AlwaysOn: true);

    /// <inheritdoc />
    public void Register(ModuleBuilder module) => module
        .Permissions(
            AccessAdministration, ManageSettings, ViewAudit, ViewOperations, ManageAccounts, ManageRoles, ManageFeatures, ManageMessages,
            ManageNotifications, ManageJobs)
        .Settings<SiteSettings>("The portal", "The portal's name, its theme, and how long lists are.")
        .Audit()
        .Backups()
        .Settings<LookSettings>("Look", "The council’s own colours and logo.", "/admin/settings/look")
        .Settings<SecuritySettings>("Security", "Where people report weaknesses of the portal to.")
        .Endpoints(LookEndpoints.Map)
        .Settings<CalendarSettings>("Calendar", "Bank holidays, closed days, and when the years of leave, money and the council begin.")
        .Settings<PeopleSettings>("People", "The role levels and pay grades that the council has.")
        .Settings<AccountSettings>("Accounts", "Passwords, second steps, locks, sessions and letters.")
        .Job<AccountUpkeep>(AccountUpkeep.Manifest)
        .Endpoints(PasskeyOptions.Map)
        .Settings<OutboxSettings>("Messages", "How often messages are tried again, and how long they are listed.")
        .Deliver<Letter, LetterHandler>("email")
        .Deliver<RunJob, RunJobHandler>("job")
        .Endpoints(LetterFileEndpoint.Map)
        .Notifications()
        .Job<OutboxRetentionJob>(OutboxRetentionJob.Manifest)
        .Job<JobRunRetentionJob>(JobRunRetentionJob.Manifest)
        .Menu(
            new MenuEntry("Administration", "/admin", 900, AccessAdministration.Name),
            new MenuEntry("Settings", "/admin/settings", 10, ManageSettings.Name, MenuPlace.Administration,
                "Names, look, years, and every figure that a council decides; with a history."),
            new MenuEntry("How the portal runs", "/admin/running", 80, ViewOperations.Name, MenuPlace.Administration,
                "Version, database, messages, jobs and backups.", AdministrationGroup.Running),
            new MenuEntry("People and accounts", "/admin/people", 10, ManageAccounts.Name, MenuPlace.Administration,
                "Who can sign in, and help for those who cannot.", AdministrationGroup.PeopleAndAccess),
            new MenuEntry("Rules for accounts", "/admin/settings/account", 20, ManageSettings.Name, MenuPlace.Administration,
                "Passwords, second steps, locks, sessions and letters.", AdministrationGroup.PeopleAndAccess),
            new MenuEntry("Roles and permissions", "/admin/roles", 30, ManageRoles.Name, MenuPlace.Administration,
                "What each role may do, and who has it.", AdministrationGroup.PeopleAndAccess),
            new MenuEntry("What can this person do?", "/admin/access", 40, ManageRoles.Name, MenuPlace.Administration,
                "The roles and permissions of a person, and why.", AdministrationGroup.PeopleAndAccess),
            new MenuEntry("Recent changes", "/admin/audit", 90, ViewAudit.Name, MenuPlace.Administration,
                "Who changed what, and when.", AdministrationGroup.Running),
            new MenuEntry("Messages", OutboxWords.Page, 70, ManageMessages.Name, MenuPlace.Administration,
                "Email and other messages that the portal sends, and what became of them.", AdministrationGroup.Running),
            new MenuEntry("Jobs", "/admin/jobs", 80, ManageJobs.Name, MenuPlace.Administration,
                "What the portal does on a schedule, and how it went.", AdministrationGroup.Running),
            new MenuEntry("What this portal is made of", "/admin/features", 95, AccessAdministration.Name, MenuPlace.Administration,
                "The modules. Switch them on and off."));
}
