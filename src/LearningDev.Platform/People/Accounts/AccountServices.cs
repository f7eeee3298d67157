using LearningDev.Platform.Events;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.People.Accounts.Administering;
using LearningDev.Platform.People.Accounts.AuthenticatorApp;
using LearningDev.Platform.People.Accounts.History;
using LearningDev.Platform.People.Accounts.Passkeys;
using LearningDev.Platform.People.Accounts.Passwords;
using LearningDev.Platform.People.Accounts.Recovery;
using LearningDev.Platform.People.Accounts.Resetting;
using LearningDev.Platform.People.Accounts.SecondFactors;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.People.SignIn;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LearningDev.Platform.People.Accounts;

internal static class AccountServices
{
    // Longer than any session may last: the session's row says when it ends.
    private static readonly TimeSpan CookieLifetime = TimeSpan.FromDays(31);

    /// <summary>Registers local accounts on ASP.NET Core Identity, their cookies, and what people and administrators do with them.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        AddIdentity(services);
        AddCookies(services);
        services.AddSingleton<PortalAddress>();
        services.AddSingleton<SessionActivity>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionActivity>());
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<SealedKeys>();
        services.AddSingleton<KeysAtRest>();
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeySetup>();
        services.AddScoped<Visitor>();
        services.AddScoped<SessionService>();
        services.AddScoped<KeptForms>();
        services.AddScoped<SecondFactorService>();
        services.AddScoped<Authenticators>();
        services.AddScoped<AuthenticatorCodes>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<PasskeyService>();
        services.AddScoped<PasswordRules>();
        services.AddScoped<PasswordChanging>();
        services.AddScoped<PasswordResets>();
        services.AddScoped(provider => new AccountInvitations(provider.GetRequiredService<PasswordResets>(), provider.GetRequiredService<UserManager<Person>>()));
        services.AddScoped<AccountLetters>();
        services.AddScoped<Lockouts>();
        services.AddScoped<SignInService>();
        services.AddScoped<SecondStep>();
        services.AddScoped<NewBrowsers>();
        services.AddScoped<SignInHistory>();
        services.AddScoped<IEventHandler<SignedIn>>(provider => provider.GetRequiredService<SignInHistory>());
        services.AddScoped<IEventHandler<SignInFailed>>(provider => provider.GetRequiredService<SignInHistory>());
        services.AddScoped<AttemptReader>();
        services.AddScoped<AccountAdministration>();
        services.AddScoped<AccountFinder>();
        services.AddScoped<LastAdministrator>();
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddScoped<IPasswordHasher<Person>, NormalisingPasswordHasher>();
        services.AddScoped<IPasswordValidator<Person>>(provider => provider.GetRequiredService<PasswordRules>());
        services.AddIdentityCore<Person>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddRoles<Role>()
            .AddSignInManager<PortalSignInManager>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddEntityFrameworkStores<Data.PortalDb>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<AuthenticatorProvider>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.OnRefreshingPrincipal = SessionCheck.KeepAsync;
        });
    }

    private static void AddCookies(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(SecondStep.Scheme, options =>
            {
                Protect(options, "learningdev-code");
                options.ExpireTimeSpan = SecondStep.Lifetime;
                options.SlidingExpiration = false;
            })
            .AddIdentityCookies(cookies =>
            {
                cookies.TwoFactorUserIdCookie?.Configure(options => Protect(options, "learningdev-passkey"));
                cookies.TwoFactorRememberMeCookie?.Configure(options => Protect(options, "learningdev-remember"));
                cookies.ApplicationCookie?.Configure(options =>
                {
                    Protect(options, "learningdev");
                    options.LoginPath = "/sign-in";
                    options.LogoutPath = "/sign-out";
                    options.AccessDeniedPath = "/errors/403";
                    options.ReturnUrlParameter = "returnUrl";
                    options.ExpireTimeSpan = CookieLifetime;
                    options.SlidingExpiration = true;
                    options.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
                    options.Events.OnRedirectToLogin = AnswerOrRedirectAsync;
                    options.Events.OnRedirectToAccessDenied = context =>
                    {
                        context.Response.StatusCode = StatusCodes.Status403Forbidden;
                        return Task.CompletedTask;
                    };
                });
            });
        // For how long a browser is remembered is a setting, which is asked when it is remembered.
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorRememberMeScheme, options =>
            options.Events.OnSigningIn = async context =>
            {
                var rules = await context.HttpContext.RequestServices.GetRequiredService<ISettings>().GetAsync<AccountSettings>();
                context.Properties.ExpiresUtc = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(Math.Clamp(rules.RememberDays, 1, 90));
            });
    }

    private static void Protect(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static async Task AnswerOrRedirectAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (await KeptFormAsync(context.HttpContext) is { } goOn)
        {
            var query = new QueryBuilder { { context.Options.ReturnUrlParameter, goOn }, { nameof(SignInModel.Kept), "true" } };
            context.Response.Redirect($"{context.Request.PathBase}{context.Options.LoginPath}{query}");
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }
    }

    // What was typed before the sign-in ended is not lost. Where to go on after signing in again; null when the form is not kept.
    private static async Task<string?> KeptFormAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType)
        {
            return null;
        }

        foreach (var keeper in http.RequestServices.GetServices<IFormKeeper>())
        {
            if (await keeper.KeepAsync(http) is { } goOn)
            {
                return goOn;
            }
        }

        return await http.RequestServices.GetRequiredService<KeptForms>().KeepAsync(http);
    }
}
