using System.Net;
using LearningDev.Platform.Audit;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Audit;

[Requirement("ADM-03")]
public class AuditTests(AuditTests.PortalWithHistory portal) : IClassFixture<AuditTests.PortalWithHistory>
{
    private const string Url = "/admin/audit";
    private const int PageSize = 20;

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Administrator_ShowsWhenWhoAndWhatNewestFirst()
    {
        var rows = await RowsAsync($"{Url}?person=Historian&text=Numbered");

        rows.Count.ShouldBe(PageSize);
        rows[0].ShouldBe(("23 November 2026 at 2:30pm", "Ada Historian", "Numbered 45"));
        rows[1].What.ShouldBe("Numbered 44");
    }

    [Fact]
    public async Task Get_SummerMoment_IsShownInThePortalsTime()
    {
        var rows = await RowsAsync($"{Url}?text=Midsummer");

        rows.Single().When.ShouldBe("24 June 2026 at 1pm");
    }

    [Fact]
    public async Task Get_OlderAndNewer_WalkThroughAllRowsOnce()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"{Url}?person=Historian&text=Numbered");
        List<string> seen = [.. Whats(page)];
        while (page.QuerySelector("a[rel=next]") is { } older)
        {
            page = await client.GetPageAsync(older.GetAttribute("href")!);
            seen.AddRange(Whats(page));
        }

        seen.ShouldBe(Enumerable.Range(1, 45).Reverse().Select(number => $"Numbered {number}"));
        while (page.QuerySelector("a[rel=prev]") is { } newer)
        {
            page = await client.GetPageAsync(newer.GetAttribute("href")!);
        }

        Whats(page).First().ShouldBe("Numbered 45");
    }

    [Fact]
    public async Task Get_KindOfThing_ShowsOnlyThat()
    {
        var rows = await RowsAsync($"{Url}?kind=Season");

        rows.ShouldAllBe(row => row.What == "Midsummer came");
    }

    [Fact]
    public async Task Get_NothingFits_SaysSoAndLeadsBack()
    {
        var page = await portal.GetDocumentAsync($"{Url}?text=%25_nothing-like-this", "administrator");

        page.QuerySelector(".app-empty__title")!.TextContent.ShouldBe("No change fits");
        page.QuerySelector($".app-empty a[href='{Url}']").ShouldNotBeNull();
        page.QuerySelector("#text")!.GetAttribute("value").ShouldBe("%_nothing-like-this");
    }

    [Theory]
    [InlineData("before=x")]
    [InlineData("before=99999999999999999999")]
    [InlineData("after=-1")]
    [InlineData("person=%00&kind=%00&text=a%00b")]
    [InlineData("person='; DROP TABLE audit_entry; --")]
    public async Task Get_OddAddress_IsAnswered(string query)
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync($"{Url}?{query}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_LongAuditOpenedAgain_TakesFourQueriesOfItsOwn()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        await client.GetAsync(Url);
        portal.Queries.Restart();

        using var answer = await client.GetAsync(Url);

        // The rows, the kinds, the events, and whether the look is recorded already.
        portal.Queries.Commands.Count(command => command.Contains("audit_entry", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Theory]
    [InlineData("from=2026-06-24&to=2026-06-24", 1)]
    [InlineData("from.Day=24&from.Month=6&from.Year=2026&to.Day=24&to.Month=6&to.Year=2026", 1)]
    [InlineData("from=2026-06-25&to=2026-06-30", 0)]
    [InlineData("to=2026-06-23", 0)]
    [InlineData("event=Told&kind=Season", 1)]
    [InlineData("event=SignedIn&kind=Season", 0)]
    public async Task Get_DaysOrEvent_ShowsOnlyThose(string query, int rows) =>
        (await RowsAsync($"{Url}?person=Historian&{query}")).Count.ShouldBe(rows);

    [Fact]
    public async Task Get_WrongDay_ShowsError()
    {
        var page = await portal.GetDocumentAsync($"{Url}?from.Day=31&from.Month=2&from.Year=2026&person=Historian", "administrator");

        page.QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("First day must be a real date");
        page.QuerySelector("#From_Day")!.GetAttribute("value").ShouldBe("31");
        page.QuerySelector("#person")!.GetAttribute("value").ShouldBe("Historian");
    }

    [Fact]
    public async Task Get_OlderWithDays_KeepsThem()
    {
        var page = await portal.GetDocumentAsync($"{Url}?text=Numbered&from=2026-11-23", "administrator");

        page.QuerySelector("a[rel=next]")!.GetAttribute("href")!.ShouldContain("from=2026-11-23");
        page.QuerySelector("a[download]")!.GetAttribute("href").ShouldBe("/admin/audit.csv?text=Numbered&from=2026-11-23");
    }

    private async Task<IReadOnlyList<(string When, string Who, string What)>> RowsAsync(string url)
    {
        var page = await portal.GetDocumentAsync(url, "administrator");
        return [.. page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList())
            .Select(cells => (cells[0], cells[1], cells[2]))];
    }

    private static IEnumerable<string> Whats(AngleSharp.Dom.IDocument page) =>
        page.QuerySelectorAll("tbody tr td:nth-child(3)").Select(cell => cell.TextContent.Trim());

    public sealed class PortalWithHistory : PortalHost
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await using var scope = Scope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Record(Row("Midsummer came", new DateTime(2026, 6, 24, 12, 0, 0, DateTimeKind.Utc), "Season"));
            for (var number = 1; number <= 45; number++)
            {
                db.Record(Row($"Numbered {number}", new DateTime(2026, 11, 23, 14, 30, 0, DateTimeKind.Utc), "Number"));
            }

            await transaction.CommitAsync();
        }

        private static AuditEntry Row(string summary, DateTime occurred, string kind) => new()
        {
            OccurredUtc = occurred,
            PersonName = "Ada Historian",
            Event = "Told",
            SubjectKind = kind,
            SubjectId = "",
            SubjectName = "",
            Summary = summary,
            Data = "{}",
        };
    }
}
