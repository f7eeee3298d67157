using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Web;

/// <summary>A portal as a council starts it for the first time: an empty database, the environment Production, an administrator from the configuration.</summary>
public sealed class ProductionPortal : PortalHost
{
    public const string Administrator = "it.admin";
    public const string Password = "a-password-of-one's-own";

    /// <summary>Lets the administrator go on with a password alone, for tests of other things than the second step.</summary>
    public async Task WithoutSecondStepAsync()
    {
        await using var scope = Scope();
        var settings = scope.ServiceProvider.GetRequiredService<ISettings>();
        var rules = await settings.GetAsync<AccountSettings>();
        rules.SecondFactorRoles = [];
        await settings.SaveAsync(rules);
    }

    protected override string Environment => "Production";

    protected override Task<DatabaseCopy> MakeDatabaseAsync() => EmptyDatabaseAsync();

    protected override void Configuration(IDictionary<string, string?> settings)
    {
        settings["Setup:Administrator:UserName"] = Administrator;
        settings["Setup:Administrator:Email"] = "it.admin@council.example";
        settings["Setup:Administrator:Password"] = Password;
    }
}
