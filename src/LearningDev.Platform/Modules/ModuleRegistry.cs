using LearningDev.Platform.Commands;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Ui.Menus;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Modules;

/// <summary>All that the modules of this host have registered. Filled while the host starts, read-only afterwards.</summary>
public sealed class ModuleRegistry
{
    private readonly List<IModule> modules = [];
    private readonly Dictionary<string, DeclaredPermission> permissions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The modules in the order in which the host lists them.</summary>
    public IReadOnlyList<IModule> Modules => modules;

    /// <summary>Every declared permission with the module that declares it.</summary>
    public IReadOnlyCollection<DeclaredPermission> Permissions => permissions.Values;

    internal List<Action<ModelBuilder>> Tables { get; } = [];

    internal List<ModuleMenuEntry> Menu { get; } = [];

    internal List<ModulePanel> Panels { get; } = [];

    internal List<ModuleEndpoints> Endpoints { get; } = [];

    internal List<ModuleCommand> Commands { get; } = [];

    /// <summary>The sections of settings that modules have declared.</summary>
    public IReadOnlyList<DeclaredSettings> SettingsSections => Settings;

    internal List<DeclaredSettings> Settings { get; } = [];

    internal List<ModuleDelivery> Deliveries { get; } = [];

    internal List<ModuleJob> Jobs { get; } = [];

    internal List<ModuleNotification> Notifications { get; } = [];

    /// <summary>Finds a permission by name, without regard to case; null when no module declares it.</summary>
    public Permission? FindPermission(string name) => permissions.GetValueOrDefault(name)?.Permission;

    /// <summary>Finds a module by id, without regard to case; null when the host does not have it.</summary>
    public IModule? FindModule(string id) =>
        modules.Find(module => string.Equals(module.Manifest.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The module whose assembly a class is of; null when it is of none.</summary>
    public IModule? ModuleOf(Type type) => modules.Find(module => module.GetType().Assembly == type.Assembly);

    internal DeclaredPermission? FindDeclaredPermission(string name) => permissions.GetValueOrDefault(name);

    /// <exception cref="InvalidOperationException">A module needs one that is not there, or itself.</exception>
    internal void CheckDependencies()
    {
        if (ModuleDependencies.Faults([.. modules.Select(module => module.Manifest)]).FirstOrDefault() is { } fault)
        {
            throw new InvalidOperationException(fault);
        }
    }

    internal void Add(IModule module)
    {
        if (FindModule(module.Manifest.Id) is not null)
        {
            throw new InvalidOperationException($"The module {module.Manifest.Id} is listed twice.");
        }

        modules.Add(module);
    }

    internal void Add(NotificationKind kind, string moduleId)
    {
        if (!NotificationKind.IsKey(kind.Key))
        {
            throw new InvalidOperationException($"\"{kind.Key}\" is no key of a kind of notification: it has small letters, digits and hyphens, up to {NotificationKind.LongestKey}.");
        }

        if (Notifications.Exists(declared => declared.Kind.Key == kind.Key))
        {
            throw new InvalidOperationException($"The kind of notification {kind.Key} is declared twice, the second time by {moduleId}.");
        }

        Notifications.Add(new ModuleNotification(moduleId, kind));
    }

    internal void Add(IEnumerable<Permission> declared, string moduleId)
    {
        foreach (var permission in declared)
        {
            if (!permissions.TryAdd(permission.Name, new DeclaredPermission(permission, moduleId)))
            {
                throw new InvalidOperationException($"The permission {permission.Name} is declared twice, the second time by {moduleId}.");
            }
        }
    }
}

/// <summary>A permission and the module that declares it.</summary>
/// <param name="Permission">The permission.</param>
/// <param name="ModuleId">The id of the module that declares it.</param>
public sealed record DeclaredPermission(Permission Permission, string ModuleId);

/// <summary>A section of settings and the module that declares it.</summary>
/// <param name="ModuleId">The id of the module that declares it.</param>
/// <param name="Type">The section's class; its name is the section's name in the database and in recipes.</param>
/// <param name="Title">The section's heading.</param>
/// <param name="Description">One sentence that says what it sets.</param>
/// <param name="OwnPage">The page on which it is changed; null for the general form.</param>
public sealed record DeclaredSettings(string ModuleId, Type Type, string Title, string Description, string? OwnPage = null);

internal sealed record ModuleDelivery(
    string ModuleId, string Kind, Type MessageType, Func<IServiceProvider, object, OutboxDelivery, CancellationToken, Task> DeliverAsync);

internal sealed record ModuleJob(string ModuleId, JobManifest Manifest, Type Type);

internal sealed record ModuleNotification(string ModuleId, NotificationKind Kind);

internal sealed record ModuleMenuEntry(string ModuleId, MenuEntry Entry);

internal sealed record ModulePanel(string ModuleId, string Place, int Order, Type Type);

internal sealed record ModuleEndpoints(string ModuleId, Action<IEndpointRouteBuilder> Map);

internal sealed record ModuleCommand(string ModuleId, HostCommandManifest Manifest, Type Type);
