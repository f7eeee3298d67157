using System.Net;
using LearningDev.Platform.Audit;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Audit;

[Requirement("ADM-03")]
public class AuditCsvTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/admin/audit.csv";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Filtered_HasTheRowsAndNoFormula()
    {
        await TellAsync(new Renamed("=cmd|'/c calc'!a0", [new AuditChange("Name", "\"Old\", older", "=New")], "Because\nof reasons"));
        await TellAsync(new Renamed("Something else", [], ""));
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync($"{Url}?text=cmd");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldStartWith("Number,When,Who,");
        text.ShouldContain(",'=cmd|'/c calc'!a0,");
        text.ShouldContain("\"Name: \"\"Old\"\", older → =New\"");
        text.ShouldContain("\"Because\nof reasons\"");
        text.ShouldNotContain("Something else");
    }

    [Fact]
    public async Task Get_Any_IsItselfInTheAudit()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        (await client.GetAsync($"{Url}?person=Nobody&from=2026-01-02")).EnsureSuccessStatusCode();

        await using var scope = portal.Scope();
        var row = await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.OrderByDescending(row => row.Id)
            .FirstAsync(row => row.Event == nameof(AuditExported) && row.Summary.Contains("Nobody"));
        row.Summary.ShouldBe("Downloaded the audit, person: Nobody, from: 2026-01-02");
        row.PersonId.ShouldNotBeNull();
    }

    private async Task TellAsync(Renamed renamed)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<IEvents>().PublishAsync(renamed);
    }

    private sealed record Renamed(string Name, IReadOnlyList<AuditChange> Changes, string Reason) : IPortalEvent
    {
        public AuditSubject Subject => new("Thing", "thing", Name);

        public string Summary => $"Renamed {Name}";
    }
}
