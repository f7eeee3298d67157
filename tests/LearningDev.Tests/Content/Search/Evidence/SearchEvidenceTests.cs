using LearningDev.Content.Search.Evidence;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Search.Evidence;

[Requirement("CAT-04")]
public class SearchEvidenceTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Search_OnThePage_IsCountedByItsWordsOnly()
    {
        using var client = await portal.SignedInAsAsync("employee");
        await client.GetPageAsync("/catalogue?q=Zxqwv++Qwzxv");
        await client.GetPageAsync("/catalogue?q=zxqwv%20qwzxv");
        await client.GetPageAsync("/catalogue?q=stress");

        await portal.FlushAsync();

        var row = (await portal.EvidenceAsync("zxqwv qwzxv")).ShouldHaveSingleItem();
        (row.Collection, row.Searches, row.WithoutResult, row.Clicks).ShouldBe(("catalogue", 2, 2, 0));
        (await portal.EvidenceAsync("stress")).ShouldHaveSingleItem().WithoutResult.ShouldBe(0);
    }

    [Fact]
    public void Table_Columns_SayNothingOfPeople()
    {
        using var scope = portal.Scope();
        scope.ServiceProvider.GetRequiredService<PortalDb>().Model.FindEntityType(typeof(SearchEvidenceRow))!.GetProperties()
            .Select(property => property.GetColumnName()).ShouldBe(["collection", "day", "text", "searches", "without_result", "clicks"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("/catalogue?q=ukulele&kind=course")]
    [InlineData("/catalogue?q=ukulele&page=1&topic=topic-leadership")]
    [InlineData("/catalogue")]
    [InlineData("/catalogue?q=%25%25")]
    [InlineData("/api/catalogue/search?q=ukulele")]
    public async Task Search_NarrowedOrEmptyOrByAnotherProgram_IsNotCounted(string url)
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(url);
        answer.EnsureSuccessStatusCode();

        await portal.FlushAsync();

        (await portal.EvidenceAsync("ukulele")).ShouldBeEmpty();
        (await portal.EvidenceAsync("")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_FurtherPage_IsTheSameSearch()
    {
        using var client = await portal.SignedInAsAsync("employee");
        await client.GetPageAsync("/catalogue?q=apprenticeship");
        await client.GetPageAsync("/catalogue?q=apprenticeship&page=2");

        await portal.FlushAsync();

        (await portal.EvidenceAsync("apprenticeship")).ShouldHaveSingleItem().Searches.ShouldBe(1);
    }

    [Fact]
    public async Task Open_FromAnySearchPage_CountsAClick()
    {
        using var client = await portal.SignedInAsAsync("employee");
        await client.GetPageAsync("/catalogue?q=managing+stress");
        foreach (var referer in (string[])["/catalogue?q=Managing+stress", "/catalogue?q=managing+stress&kind=e-learning&page=2", "/catalogue", "/content?q=managing+stress"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/catalogue/managing-stress");
            request.Headers.Referrer = new Uri(client.BaseAddress!, referer);
            using var answer = await client.SendAsync(request);
            answer.EnsureSuccessStatusCode();
        }

        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/catalogue/managing-stress");
        foreign.Headers.Referrer = new Uri("https://elsewhere.example/catalogue?q=managing+stress");
        using var fromElsewhere = await client.SendAsync(foreign);
        await portal.FlushAsync();

        var row = (await portal.EvidenceAsync("managing stress")).ShouldHaveSingleItem();
        (row.Searches, row.Clicks).ShouldBe((1, 2));
    }

    [Fact]
    public async Task Flush_SeveralNodesAtOnce_AddsUp()
    {
        using var scope = portal.Scope();
        var nodes = Enumerable.Range(0, 4).Select(_ => new SearchEvidence(
            scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), portal.Clock)).ToList();

        await Task.WhenAll(nodes.Select(node => Task.Run(async () =>
        {
            for (var time = 0; time < 5; time++)
            {
                foreach (var number in Enumerable.Range(0, 10))
                {
                    node.Searched("catalogue", $"bassoon {(char)('a' + number)}", total: number % 2);
                    node.Opened("catalogue", $"bassoon {(char)('a' + number)}");
                }

                await node.FlushAsync();
            }
        })));

        (await portal.EvidenceAsync("bassoon a")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            row => row.Searches.ShouldBe(20), row => row.WithoutResult.ShouldBe(20), row => row.Clicks.ShouldBe(20));
        (await portal.EvidenceAsync("bassoon b")).ShouldHaveSingleItem().WithoutResult.ShouldBe(0);
    }

    [Fact]
    public async Task Searched_MillionsOfTexts_StayWithinMemoryAndTable()
    {
        using var scope = portal.Scope();
        var evidence = new SearchEvidence(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), portal.Clock);
        for (var number = 0; number < SearchEvidence.MostWaiting * 2; number++)
        {
            evidence.Searched("flood", $"word{number}", total: 0);
        }

        await evidence.FlushAsync();

        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        (await db.Set<SearchEvidenceRow>().CountAsync(row => row.Collection == "flood")).ShouldBe(SearchEvidence.MostWaiting);
        evidence.Searched("flood", "word0", total: 0);
        await evidence.FlushAsync();
        (await db.Set<SearchEvidenceRow>().SingleAsync(row => row.Collection == "flood" && row.Text == "word0")).Searches.ShouldBe(2);
    }

    [Fact]
    public async Task Sweep_OlderThanTheSetting_IsDeleted()
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var today = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime);
        db.AddRange(new[] { 400, 366, 300 }.Select(days => new SearchEvidenceRow { Collection = "old", Day = today.AddDays(-days), Text = $"{days} days", Searches = 1 }));
        await db.SaveChangesAsync();

        await scope.ServiceProvider.GetRequiredService<SearchEvidence>().SweepAsync();

        (await db.Set<SearchEvidenceRow>().Where(row => row.Collection == "old").Select(row => row.Text).ToListAsync()).ShouldBe(["300 days"]);
    }

    [Fact]
    public async Task Search_Counting_AsksTheDatabaseNothing()
    {
        await using var scope = portal.Scope();
        var evidence = scope.ServiceProvider.GetRequiredService<SearchEvidence>();
        portal.Queries.Restart();

        evidence.Searched("catalogue", "oboe", total: 1);

        portal.Queries.Count.ShouldBe(0);
    }
}

/// <summary>Looks at what was counted.</summary>
internal static class EvidenceOfPortal
{
    public static async Task FlushAsync(this PortalHost portal)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<SearchEvidence>().FlushAsync();
    }

    public static async Task<List<SearchEvidenceRow>> EvidenceAsync(this PortalHost portal, string text)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<SearchEvidenceRow>().AsNoTracking().Where(row => row.Text == text).ToListAsync();
    }

    public static async Task AddEvidenceAsync(this PortalHost portal, string text, int daysAgo, int searches, int withoutResult, int clicks)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Add(new SearchEvidenceRow
        {
            Collection = "catalogue",
            Day = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime).AddDays(-daysAgo),
            Text = text,
            Searches = searches,
            WithoutResult = withoutResult,
            Clicks = clicks,
        });
        await db.SaveChangesAsync();
    }
}
