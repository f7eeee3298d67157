using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.Platform.Data;
using LearningDev.Platform.Scheduling;
using LearningDev.Tests.Platform.Audit.Chain;
using LearningDev.Tests.Web;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Running;

[Requirement("ADM-05")]
public class RunningTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/admin/running";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Stranger_IsSentToSignIn()
    {
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync(Url);

        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task Get_Administrator_ShowsNodeDatabaseAndAudit()
    {
        var rows = Rows(await portal.GetDocumentAsync(Url, "administrator"));

        rows["Version"].ShouldStartWith("0.1.0");
        rows["Environment"].ShouldBe("Demonstration");
        rows["Node"].ShouldNotBeEmpty();
        rows["Product"].ShouldStartWith(TestDatabase.IsPostgres ? "PostgreSQL 1" : "SQLite 3.");
        rows["Size"].ShouldEndWith("MB");
        rows["Schema"].ShouldStartWith("2026");
        rows["Waiting"].ShouldBe("0");
        rows["Room on the disk"].ShouldMatch("^[0-9.]+ [MG]B$");
        rows["Head of the chain"].ShouldBe((await portal.HeadAsync()).ToString());
    }

    [Fact]
    public async Task Get_JobThatFailed_IsWarnedOf()
    {
        await using (var scope = portal.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var began = new DateTime(2026, 11, 20, 3, 20, 0, DateTimeKind.Utc);
            db.Add(new JobRun { Job = "Audit retention", BeganUtc = began, EndedUtc = began, Outcome = JobOutcome.Done, Said = "Older", Node = "a" });
            await db.SaveChangesAsync();
            db.Add(new JobRun { Job = "Audit retention", BeganUtc = began.AddDays(1), EndedUtc = began.AddDays(1), Outcome = JobOutcome.Failed, Said = "The disk is full", Node = "a" });
            await db.SaveChangesAsync();
        }

        var page = await portal.GetDocumentAsync(Url, "administrator");

        page.QuerySelector(".govuk-warning-text")!.TextContent.ShouldContain("The job Audit retention failed.");
        page.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())))
            .ShouldContain("Audit retention|21 November 2026 at 3:20am|Failed|The disk is full");
        page.QuerySelectorAll("tbody tr").ShouldContain(row => row.TextContent.Contains("Not run yet"));
    }

    [Fact]
    public async Task Get_AnyState_ShowsNoSecret()
    {
        var page = await portal.GetDocumentAsync(Url, "administrator");

        var text = page.QuerySelector("main")!.TextContent;
        text.ShouldNotContain("Data Source");
        text.ShouldNotContain("Host=");
        text.ShouldNotContain("/tmp/");
    }

    [Fact]
    public async Task Get_ProductionWithoutCertificate_IsWarnedOf()
    {
        await using var production = new ProductionPortal();
        await production.InitializeAsync();
        await production.WithoutSecondStepAsync();
        using var client = production.SignedOut();
        var form = (await client.GetPageAsync("/sign-in")).Form("/sign-in");
        using var signedIn = await client.SubmitAsync(form, ("UserName", ProductionPortal.Administrator), ("Password", ProductionPortal.Password));

        var page = await client.GetPageAsync(Url);

        page.QuerySelector(".govuk-warning-text")!.TextContent.ShouldContain("without encryption");
    }

    private static Dictionary<string, string> Rows(IHtmlDocument page) => page.QuerySelectorAll(".govuk-summary-list__row")
        .GroupBy(row => row.QuerySelector("dt")!.TextContent.Trim()).ToDictionary(row => row.Key, row => row.First().QuerySelector("dd")!.TextContent.Trim());
}
