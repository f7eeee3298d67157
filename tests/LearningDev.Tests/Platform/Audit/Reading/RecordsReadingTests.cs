using LearningDev.Platform.Audit;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Audit.Reading;

[Requirement("ADM-03")]
public class RecordsReadingTests
{
    private const string Page = "/admin/audit";

    [Fact]
    public async Task Get_MarkedPage_HasARowWithWhoAndWhat()
    {
        await using var portal = await StartAsync();
        using var client = await portal.SignedInAsAsync("administrator");

        (await client.GetAsync(Page)).EnsureSuccessStatusCode();

        var row = (await RowsAsync(portal)).ShouldHaveSingleItem();
        row.Summary.ShouldBe("Looked at: Recent changes");
        row.SubjectKind.ShouldBe("Page");
        row.PersonId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_MarkedPageAgainWithinMinutes_HasNoSecondRow()
    {
        await using var portal = await StartAsync();
        using var client = await portal.SignedInAsAsync("administrator");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.GetAsync(Page)));
        (await RowsAsync(portal)).Count.ShouldBe(1);
        portal.Clock.Advance(TimeSpan.FromMinutes(new AuditSettings().ReadingMinutes + 1));
        await client.GetAsync(Page);

        (await RowsAsync(portal)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Get_TwoPeople_HaveARowEach()
    {
        await using var portal = await StartAsync();

        foreach (var person in (string[])["administrator", "hr"])
        {
            using var client = await portal.SignedInAsAsync(person);
            await client.GetAsync(Page);
        }

        var rows = await RowsAsync(portal);
        rows.Select(row => row.PersonId).Distinct().Count().ShouldBe(rows.Count);
    }

    [Fact]
    public async Task Get_RefusedPage_HasNoRow()
    {
        await using var portal = await StartAsync();
        using var client = await portal.SignedInAsAsync("employee");

        await client.GetAsync(Page);

        (await RowsAsync(portal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Head_MarkedPage_HasNoRow()
    {
        await using var portal = await StartAsync();
        using var client = await portal.SignedInAsAsync("administrator");
        using var head = new HttpRequestMessage(HttpMethod.Head, Page);

        await client.SendAsync(head);

        (await RowsAsync(portal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Record_TwoSubjects_HaveARowEachAndTellTheName()
    {
        await using var portal = await StartAsync();
        await using var scope = portal.Scope();
        var readings = scope.ServiceProvider.GetRequiredService<SensitiveReadings>();

        await readings.RecordAsync("Account of a person", new AuditSubject("Person", "one", "Ada One"));
        await readings.RecordAsync("Account of a person", new AuditSubject("Person", "two", "Ben Two"));
        await readings.RecordAsync("Account of a person", new AuditSubject("Person", "two", "Ben Two"));
        await readings.RecordAsync("Roles of a person", new AuditSubject("Person", "two", "Ben Two"));

        (await RowsAsync(portal)).Select(row => row.Summary).ShouldBe(
            ["Looked at: Account of a person – Ada One", "Looked at: Account of a person – Ben Two", "Looked at: Roles of a person – Ben Two"]);
    }

    private static async Task<PortalHost> StartAsync()
    {
        var portal = new PortalHost();
        await portal.InitializeAsync();
        return portal;
    }

    private static async Task<IReadOnlyList<AuditEntry>> RowsAsync(PortalHost portal)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.AsNoTracking()
            .Where(row => row.Event == nameof(SensitivePageRead)).OrderBy(row => row.Id).ToListAsync();
    }
}
