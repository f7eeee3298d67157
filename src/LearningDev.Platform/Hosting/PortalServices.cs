using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using LearningDev.Platform.Audit;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Commands;
using LearningDev.Platform.Data;
using LearningDev.Platform.Email;
using LearningDev.Platform.Events;
using LearningDev.Platform.Hosting.Health;
using LearningDev.Platform.Hosting.Keys;
using LearningDev.Platform.Hosting.Metrics;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.People;
using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.People.Profile;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Running;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.GovukFrontend;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Platform.Ui.Themes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace LearningDev.Platform.Hosting;

/// <summary>Puts the portal together out of its modules.</summary>
public static class PortalServices
{
    // A search for 10,000 characters of any script, percent-encoded, still gets a page for an answer; Kestrel's own limit of 8 KiB gives an empty one.
    private const int LongestRequestLine = 128 * 1024;

    /// <summary>Registers the platform's services and every module, in the order given.</summary>
    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder host, params IReadOnlyList<IModule> modules)
    {
        var registry = new ModuleRegistry();
        host.Services.AddSingleton(registry);
        var hosting = PortalHosting.Of(host.Configuration, host.Environment);
        host.Services.AddSingleton(hosting);
        host.Services.AddHsts(options =>
        {
            options.MaxAge = TimeSpan.FromDays(hosting.HstsDays);
            options.IncludeSubDomains = hosting.HstsIncludeSubDomains;
        });
        RateLimits.Of(host.Configuration).AddTo(host.Services);
        host.WebHost.ConfigureKestrel(server =>
        {
            server.Limits.MaxRequestLineSize = LongestRequestLine;
            server.Limits.MaxRequestBodySize = hosting.LargestRequestMegabytes * 1_000_000L;
            server.AddServerHeader = false;
        });
        AddPlatform(host.Services);
        host.Services.AddSingleton<PortalNode>();
        host.Services.AddOutbox();
        host.Services.AddEmail();
        host.AddScheduling();
        host.AddPortalMetrics();
        AddAccounts(host.Services);
        host.Services.AddPortalKeys(host.Configuration);
        AddPages(host.Services, modules);
        foreach (var module in modules)
        {
            registry.Add(module);
            module.Register(new ModuleBuilder(module.Manifest, registry, host));
        }

        registry.CheckDependencies();
        return host;
    }

    private static void AddPlatform(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddScoped(provider => new PersonPrincipals(
            provider.GetRequiredService<UserManager<Person>>(), provider.GetRequiredService<IUserClaimsPrincipalFactory<Person>>(), provider.GetRequiredService<IClaimsTransformation>()));
        services.AddScoped<CurrentPerson>();
        services.AddScoped<Colleagues>();
        services.AddScoped<IEvents, EventPublisher>();
        services.AddFeatures();
        services.AddSingleton<HostCommands>();
        services.AddSettings();
        services.AddScoped<Menu>();
        services.AddScoped<DateWords>();
        services.AddSingleton<InstalledThemes>();
        services.AddScoped<PageFrame>();
        services.AddScoped<PeopleImport>();
        services.AddScoped<ProfileReader>();
        services.AddAudit();
        services.AddRoles();
        services.AddGovukFrontend();
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        services.AddProblemDetails();
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddPortalHealth();
        services.AddScoped<RunningReader>();
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddAccounts();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicyProvider>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAntiforgery(options => options.Cookie.Name = "learningdev-form");
        PortalCookieOptions.AddTo(services);
    }

    private static void AddPages(IServiceCollection services, IReadOnlyList<IModule> modules)
    {
        var owners = modules.DistinctBy(module => module.GetType().Assembly).ToDictionary(module => module.GetType().Assembly, module => module.Manifest.Id);
        services.AddScoped<TransactionFilter>();
        services.AddSingleton<NulCharacterFilter>();
        services.AddSingleton<PageMethodFilter>();
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "learningdev-message";
            options.Cookie.IsEssential = true;
        });

        // Dashes, curly quotation marks and the letters of all languages are sent as themselves, not as numbers.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        var mvc = services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            options.Conventions.ConfigureFilter(new ServiceFilterAttribute<NulCharacterFilter>());
            options.Conventions.ConfigureFilter(new ServiceFilterAttribute<PageMethodFilter>());
            options.Conventions.ConfigureFilter(new ServiceFilterAttribute<TransactionFilter>());
            options.Conventions.AddFolderApplicationModelConvention("/", page => MarkModule(page, owners));
            options.Conventions.AddFolderApplicationModelConvention("/", ReadingFilter.AddTo);
        });
        foreach (var assembly in owners.Keys)
        {
            mvc.AddApplicationPart(assembly);
        }
    }

    private static void MarkModule(PageApplicationModel page, Dictionary<Assembly, string> owners)
    {
        if (owners.TryGetValue(page.ModelType!.Assembly, out var module) || owners.TryGetValue(page.HandlerType.Assembly, out module))
        {
            page.EndpointMetadata.Add(new ModuleEndpointMetadata(module));
        }
    }
}
