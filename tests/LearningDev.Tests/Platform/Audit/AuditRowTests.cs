using System.Net;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Platform.Audit;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Audit;

[Requirement("ADM-03")]
public class AuditRowTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/admin/audit/1");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("999999999")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task Get_NoRow_IsNotFound(string id)
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync($"/admin/audit/{id}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Row_ShowsChangesAndReason()
    {
        var id = await PublishAsync(services => services.GetRequiredService<IEvents>().PublishAsync(new Moved()));

        var page = await portal.GetDocumentAsync($"/admin/audit/{id}", "administrator");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Moved the thing");
        var rows = page.QuerySelectorAll(".govuk-summary-list__row").ToDictionary(
            row => row.QuerySelector("dt")!.TextContent.Trim(), row => row.QuerySelector("dd")!.TextContent.Trim());
        rows["Who"].ShouldBe("The portal");
        rows["Why"].ShouldBe("It was in the way");
        page.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())))
            .ShouldBe(["Place|Nothing|Cupboard", "Colour|Red|Nothing"]);
    }

    [Fact]
    public async Task Get_Row_IsRecordedAsRead()
    {
        var id = await PublishAsync(services => services.GetRequiredService<IEvents>().PublishAsync(new Moved()));

        await portal.GetDocumentAsync($"/admin/audit/{id}", "administrator");

        (await NewestAsync()).Summary.ShouldBe("Looked at: A change in the audit – Moved the thing");
    }

    [Fact]
    public async Task Publish_ContentChanged_SaysWhichFields()
    {
        await PublishAsync(async services =>
        {
            var items = services.GetRequiredService<ContentItems>();
            var item = (await items.FindAsync("managing-stress", VersionChoice.Latest))!;
            item.DisplayText = "Managing stress well";
            item.Alter<TitlePart>(title => title.Title = "Managing stress well");
            item.Content["LearningPart"]!["DurationNote"] = new JsonObject { ["Text"] = "Half a day" };
            await items.PublishAsync(item);
        });

        var changes = (await NewestAsync()).ReadChanges();

        changes.Select(change => change.Name).ShouldBe(["Title", "Note on length"], ignoreOrder: true);
        changes.Single(change => change.Name == "Title").ShouldBe(new AuditChange("Title", "Managing stress", "Managing stress well"));
        changes.Single(change => change.Name != "Title").After.ShouldBe("Half a day");
    }

    [Fact]
    public async Task Save_RolePermissions_SaysWhatIsGainedAndLost()
    {
        await PublishAsync(services => services.GetRequiredService<Roles>().SaveAsync("Auditor", "Audits", ["ViewAudit"], PermissionBehavior.Replace));

        await PublishAsync(services => services.GetRequiredService<Roles>().SaveAsync("Auditor", "Audits all", ["ManageSettings"], PermissionBehavior.Replace));

        (await NewestAsync()).ReadChanges().ShouldBe(
        [
            new AuditChange("Description", "Audits", "Audits all"),
            new AuditChange("See who changed what and when", "Yes", "No"),
            new AuditChange("Change the portal's name, theme and other settings", "No", "Yes"),
        ]);
    }

    [Fact]
    public async Task Import_ProfileChanged_SaysWhichValues()
    {
        var ada = new PersonRecord { UserName = "ada", Email = "ada@example.gov.uk", GivenName = "Ada", FamilyName = "Byron", JobTitle = "Analyst" };
        await PublishAsync(services => services.GetRequiredService<PeopleImport>().ImportPeopleAsync([ada]));
        (await NewestAsync()).ReadChanges().ShouldBeEmpty();

        await PublishAsync(services => services.GetRequiredService<PeopleImport>().ImportPeopleAsync(
            [ada with { FamilyName = "Lovelace", FullTimeFraction = 0.5m, StartsOn = new DateOnly(2026, 11, 2), LineManager = "employee", Roles = ["Employee"] }]));

        (await NewestAsync()).ReadChanges().ShouldBe(
        [
            new AuditChange("Family name", "Byron", "Lovelace"),
            new AuditChange("Fraction of full time", "1", "0.5"),
            new AuditChange("First day", "", "2 November 2026"),
            new AuditChange("Line manager", "", "Sam Whitfield"),
            new AuditChange("Roles in the portal", "", "Employee"),
        ]);
    }

    private async Task<long> PublishAsync(Func<IServiceProvider, Task> publish)
    {
        await using var scope = portal.Scope();
        await publish(scope.ServiceProvider);
        return (await NewestAsync()).Id;
    }

    private async Task<AuditEntry> NewestAsync()
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.AsNoTracking()
            .Where(row => !row.Event.StartsWith("Sign")).OrderByDescending(row => row.Id).FirstAsync();
    }

    private sealed record Moved : IPortalEvent
    {
        public AuditSubject Subject => new("Thing", "thing", "The thing");

        public string Summary => "Moved the thing";

        public IReadOnlyList<AuditChange> Changes => [new AuditChange("Place", "", "Cupboard"), new AuditChange("Colour", "Red", "")];

        public string Reason => "It was in the way";
    }
}
