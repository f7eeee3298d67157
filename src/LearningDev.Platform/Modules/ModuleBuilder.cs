using LearningDev.Platform.Commands;
using LearningDev.Platform.Events;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Platform.Ui.Panels;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LearningDev.Platform.Modules;

/// <summary>Collects what one module adds to the portal.</summary>
public sealed class ModuleBuilder
{
    private readonly ModuleRegistry registry;
    private readonly IHostApplicationBuilder host;

    internal ModuleBuilder(ModuleManifest manifest, ModuleRegistry registry, IHostApplicationBuilder host)
    {
        Manifest = manifest;
        this.registry = registry;
        this.host = host;
    }

    /// <summary>The manifest of the module that is being registered.</summary>
    public ModuleManifest Manifest { get; }

    /// <summary>The portal's services.</summary>
    public IServiceCollection Services => host.Services;

    /// <summary>The host's configuration: files, environment variables and command line.</summary>
    public IConfiguration Configuration => host.Configuration;

    /// <summary>The host's environment.</summary>
    public IHostEnvironment Environment => host.Environment;

    /// <summary>Declares permissions, so that roles can be given them.</summary>
    public ModuleBuilder Permissions(params IEnumerable<Permission> permissions)
    {
        registry.Add(permissions, Manifest.Id);
        return this;
    }

    /// <summary>Adds the module's tables to <see cref="Data.PortalDb"/>.</summary>
    public ModuleBuilder Tables(Action<ModelBuilder> mapping)
    {
        registry.Tables.Add(mapping);
        return this;
    }

    /// <summary>Adds entries to the portal's menus.</summary>
    public ModuleBuilder Menu(params IEnumerable<MenuEntry> entries)
    {
        registry.Menu.AddRange(entries.Select(entry => new ModuleMenuEntry(Manifest.Id, entry)));
        return this;
    }

    /// <summary>Gives a panel to a place that another part of the portal offers.</summary>
    /// <typeparam name="TPanel">The panel; one is made per request.</typeparam>
    /// <param name="place">The place, for example "home".</param>
    /// <param name="order">Panels are shown from the lowest to the highest order.</param>
    public ModuleBuilder Panel<TPanel>(string place, int order) where TPanel : class, IPanel
    {
        Services.AddScoped<TPanel>();
        registry.Panels.Add(new ModulePanel(Manifest.Id, place, order, typeof(TPanel)));
        return this;
    }

    /// <summary>Runs a handler in the publisher's transaction whenever an event of the given type is published.</summary>
    public ModuleBuilder Handle<TEvent, THandler>()
        where TEvent : IPortalEvent
        where THandler : class, IEventHandler<TEvent>
    {
        Services.AddScoped<IEventHandler<TEvent>, THandler>();
        return this;
    }

    /// <summary>Maps end-points that are not pages, such as an API.</summary>
    public ModuleBuilder Endpoints(Action<IEndpointRouteBuilder> map)
    {
        registry.Endpoints.Add(new ModuleEndpoints(Manifest.Id, map));
        return this;
    }

    /// <summary>Declares a section of settings, so that administrators, recipes and exports know it.</summary>
    /// <typeparam name="T">The section's class; its name is the section's name in the database and in recipes.</typeparam>
    /// <param name="title">The section's heading, for example "Leave and years".</param>
    /// <param name="description">One sentence that says what it sets.</param>
    /// <param name="ownPage">The page on which it is changed, where the general form does not do, for example "/admin/settings/look".</param>
    public ModuleBuilder Settings<T>(string title, string description, string? ownPage = null) where T : class, new()
    {
        registry.Settings.Add(new DeclaredSettings(Manifest.Id, typeof(T), title, description, ownPage));
        return this;
    }

    /// <summary>Declares who delivers messages of the outbox of one kind.</summary>
    /// <typeparam name="TMessage">The message: a record that can be kept as JSON.</typeparam>
    /// <typeparam name="THandler">Who delivers it; one is made for each delivery.</typeparam>
    /// <param name="kind">The kind's name in the database, which stays when the class is renamed, for example "email".</param>
    public ModuleBuilder Deliver<TMessage, THandler>(string kind)
        where TMessage : class
        where THandler : class, IOutboxHandler<TMessage>
    {
        Services.AddScoped<IOutboxHandler<TMessage>, THandler>();
        registry.Deliveries.Add(new ModuleDelivery(Manifest.Id, kind, typeof(TMessage), (services, message, delivery, cancellation) =>
            services.GetRequiredService<IOutboxHandler<TMessage>>().DeliverAsync((TMessage)message, delivery, cancellation)));
        return this;
    }

    /// <summary>Declares a kind of notification, so that people choose how they are told of it and administrators change its words.</summary>
    /// <exception cref="InvalidOperationException">Its key is not right, or taken.</exception>
    public ModuleBuilder Notification(NotificationKind kind)
    {
        registry.Add(kind, Manifest.Id);
        return this;
    }

    /// <summary>Adds work that is done on a schedule while the module is switched on.</summary>
    /// <typeparam name="TJob">The job; one is made for each run.</typeparam>
    public ModuleBuilder Job<TJob>(JobManifest job) where TJob : class, IScheduledJob
    {
        Services.AddScoped<TJob>();
        registry.Jobs.Add(new ModuleJob(Manifest.Id, job, typeof(TJob)));
        return this;
    }

    /// <summary>Adds a command of the host: what an operator runs instead of starting the web server.</summary>
    /// <typeparam name="TCommand">The command; one is made for each run.</typeparam>
    /// <param name="command">The words that call it, and what "help" says of it.</param>
    public ModuleBuilder Command<TCommand>(HostCommandManifest command) where TCommand : class, IHostCommand
    {
        Services.AddScoped<TCommand>();
        registry.Commands.Add(new ModuleCommand(Manifest.Id, command, typeof(TCommand)));
        return this;
    }
}
