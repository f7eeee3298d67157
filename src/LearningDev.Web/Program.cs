using LearningDev.Catalogue;
using LearningDev.Coaching;
using LearningDev.Compliance;
using LearningDev.Content;
using LearningDev.Funding;
using LearningDev.MembersHub;
using LearningDev.Mentoring;
using LearningDev.Partnerships;
using LearningDev.Platform;
using LearningDev.Platform.Commands;
using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Modules;
using LearningDev.Recognition;
using LearningDev.Volunteering;
using LearningDev.Web.Demonstration;
using LearningDev.Web.Migrations;
using LearningDev.Web.Setup;
using LearningDev.Workflows;

var builder = WebApplication.CreateBuilder(HostCommands.ConfigurationOf(args));
builder.WebHost.UseStaticWebAssets();
builder.AddSecretFiles();
builder.AddPortalDatabase<SqlitePortalDb, PostgresPortalDb>();
builder.AddPortal([.. HostModules.All, .. DemonstrationModule.When(builder.Environment)]);
if (HostCommands.AreCalledBy(args))
{
    builder.Logging.ToStandardError();
}

var app = builder.Build();
if (HostCommands.AreCalledBy(args))
{
    return await app.RunCommandAsync(args);
}

app.UsePortal(SetupGate.Use);
await app.MigrateAsync();
await app.SetUpAsync();
await app.RunAsync();
return HostCommands.Done;

/// <summary>The modules of the portal. Whoever opens the portal's database opens it with all of them, in this order: a process has one model of it.</summary>
internal static class HostModules
{
    public static IReadOnlyList<IModule> All =>
    [
        new PlatformModule(),
        new ContentModule(),
        new WorkflowsModule(),
        new CatalogueModule(),
        new RecognitionModule(),
        new FundingModule(),
        new PartnershipsModule(),
        new CoachingModule(),
        new MentoringModule(),
        new VolunteeringModule(),
        new ComplianceModule(),
        new MembersHubModule(),
        new SetupModule(),
    ];
}

/// <summary>The host's entry point, public so that tests can start it.</summary>
public partial class Program;
