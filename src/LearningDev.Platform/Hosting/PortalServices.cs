using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using LearningDev.Platform.Audit;
using LearningDev.Platform.Commands;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.People.Profile;
using LearningDev.Platform.People.SignIn;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.GovukFrontend;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Platform.Ui.Themes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
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
        host.WebHost.ConfigureKestrel(server =>
        {
            server.Limits.MaxRequestLineSize = LongestRequestLine;
            server.AddServerHeader = false;
        });
        AddPlatform(host.Services);
        AddAccounts(host.Services);
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
        services.AddScoped<CurrentPerson>();
        services.AddScoped<Colleagues>();
        services.AddScoped<IEvents, EventPublisher>();
        services.AddFeatures();
        services.AddSingleton<HostCommands>();
        services.AddScoped<ISettings, SettingsStore>();
        services.AddScoped<Menu>();
        services.AddScoped<DateWords>();
        services.AddSingleton<InstalledThemes>();
        services.AddScoped<PageFrame>();
        services.AddScoped<PeopleImport>();
        services.AddScoped<ProfileReader>();
        services.AddScoped<AuditReader>();
        services.AddScoped<Roles>();
        services.AddScoped<RolePermissions>();
        services.AddScoped<SignInService>();
        services.AddSingleton<SignInThrottle>();
        services.AddGovukFrontend();
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        services.AddProblemDetails();
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddHealthChecks().AddDbContextCheck<PortalDb>("database");
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<Person>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.Lockout.AllowedForNewUsers = true;
            })
            .AddRoles<Role>()
            .AddSignInManager<PortalSignInManager>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddEntityFrameworkStores<PortalDb>()
            .AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
            cookies.ApplicationCookie?.Configure(options =>
            {
                options.LoginPath = "/sign-in";
                options.LogoutPath = "/sign-out";
                options.AccessDeniedPath = "/errors/403";
                options.ReturnUrlParameter = "returnUrl";
                options.ExpireTimeSpan = TimeSpan.FromHours(10);
                options.SlidingExpiration = true;
                options.Cookie.Name = "learningdev";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.Events.OnRedirectToLogin = context => AnswerOrRedirect(context.Response, context.Request, 401, context.RedirectUri);
                options.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            }));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicyProvider>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "learningdev-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    private static Task AnswerOrRedirect(HttpResponse response, HttpRequest request, int status, string redirect)
    {
        if (request.Path.StartsWithSegments("/api"))
        {
            response.StatusCode = status;
        }
        else
        {
            response.Redirect(redirect);
        }

        return Task.CompletedTask;
    }

    private static void AddPages(IServiceCollection services, IReadOnlyList<IModule> modules)
    {
        var owners = modules.ToDictionary(module => module.GetType().Assembly, module => module.Manifest.Id);
        services.AddScoped<TransactionFilter>();
        services.AddSingleton<NulCharacterFilter>();
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
            options.Conventions.ConfigureFilter(new ServiceFilterAttribute<TransactionFilter>());
            options.Conventions.AddFolderApplicationModelConvention("/", page => MarkModule(page, owners));
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
