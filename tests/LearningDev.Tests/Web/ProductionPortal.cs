using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Portal;

namespace LearningDev.Tests.Web;

/// <summary>A portal as a council starts it for the first time: an empty database, the environment Production, an administrator from the configuration.</summary>
public sealed class ProductionPortal : PortalHost
{
    public const string Administrator = "it.admin";
    public const string Password = "a-password-of-one's-own";

    protected override string Environment => "Production";

    protected override Task<DatabaseCopy> MakeDatabaseAsync() => EmptyDatabaseAsync();

    protected override void Configuration(IDictionary<string, string?> settings)
    {
        settings["Setup:Administrator:UserName"] = Administrator;
        settings["Setup:Administrator:Email"] = "it.admin@council.example";
        settings["Setup:Administrator:Password"] = Password;
    }
}
