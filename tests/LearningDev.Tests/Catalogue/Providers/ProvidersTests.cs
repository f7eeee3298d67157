using System.Net;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Providers;

[Requirement("CAT-10")]
public class ProvidersTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync(new Uri("/providers", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_Directory_ListsProvidersByNameAndLeadsToThem()
    {
        var page = await portal.GetDocumentAsync("/providers");

        var links = page.QuerySelectorAll(".app-results__title a").ToList();
        links.Select(link => link.TextContent).ShouldBeInOrder(SortDirection.Ascending, StringComparer.OrdinalIgnoreCase);
        page.QuerySelector("a[href='/content/new/Provider']").ShouldBeNull();
        (await portal.GetDocumentAsync(links[0].GetAttribute("href")!)).QuerySelector("h1")!.TextContent.ShouldBe(links[0].TextContent);
        (await portal.GetDocumentAsync("/providers", "editor")).QuerySelector("a[href='/content/new/Provider']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_Filtered_ShowsWhatFits()
    {
        await MakeAsync("Zzz Recognised Academy", recognised: true, inclusive: "Captions and **breaks**");
        await MakeAsync("Zzz Other Academy", recognised: false);

        (await TitlesAsync("?q=zzz+ACADEMY")).ShouldBe(["Zzz Other Academy", "Zzz Recognised Academy"]);
        (await TitlesAsync("?q=zzz&recognised=yes")).ShouldBe(["Zzz Recognised Academy"]);
        (await TitlesAsync("?q=zzz&recognised=no")).ShouldBe(["Zzz Other Academy"]);
        (await TitlesAsync("?q=zzz&inclusive=yes")).ShouldBe(["Zzz Recognised Academy"]);
        (await TitlesAsync("?q=zzz&relation=external")).ShouldBeEmpty();
        (await TitlesAsync("?p=nonsense&relation=nonsense&q=zzz")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Get_NothingFits_LeadsToAll() => (await portal.GetDocumentAsync("/providers?q=no+such+provider"))
        .QuerySelector(".app-empty a")!.GetAttribute("href").ShouldBe("/providers");

    [Fact]
    public async Task Unpublish_Provider_IsInTheDirectoryNoMore()
    {
        var id = await MakeAsync("Zzy Gone Academy", recognised: true);
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ContentItems>().UnpublishAsync(id);
        }

        (await TitlesAsync("?q=zzy")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_Directory_TakesAFewQueries()
    {
        using var client = await portal.SignedInAsAsync("employee");
        await client.GetPageAsync("/providers");
        portal.Queries.Restart();

        await client.GetPageAsync("/providers");

        portal.Queries.Count.ShouldBeLessThan(6);
    }

    [Fact]
    public async Task GetProvider_Editor_SeesTheNotesThatOthersDoNot()
    {
        await MakeAsync("Zzx Checked Academy", recognised: true, inclusive: "Captions and large print");

        var employee = (await portal.GetDocumentAsync("/providers/zzx-checked-academy")).QuerySelector("main")!.TextContent;
        var editor = (await portal.GetDocumentAsync("/providers/zzx-checked-academy", "editor")).QuerySelector("main")!.TextContent;

        employee.ShouldContain("Captions and large print");
        foreach (var words in new[] { "Approved with conditions", "Observed a session", "PR-2041", "3 March 2027" })
        {
            employee.ShouldNotContain(words);
            editor.ShouldContain(words);
        }
    }

    [Fact]
    public async Task Publish_ContractWithAReviewDay_IsAReviewOfItsOwner()
    {
        var id = await MakeAsync("Zzw Contracted Academy", recognised: false);
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var review = await db.Set<LearningDev.Content.Curation.Reviews.ReviewRow>().SingleAsync(row => row.ContentItemId == id);
        (review.Kind, review.ReviewBy).ShouldBe(("contract", new DateOnly(2027, 3, 3)));
        (await portal.GetDocumentAsync("/content/reviews?show=All&q=zzw", "hr")).QuerySelector("tbody tr")!.TextContent.ShouldContain("Contract");
    }

    private async Task<List<string>> TitlesAsync(string query) =>
        [.. (await portal.GetDocumentAsync($"/providers{query}")).QuerySelectorAll(".app-results__title").Select(title => title.TextContent.Trim())];

    private async Task<string> MakeAsync(string title, bool recognised, string inclusive = "")
    {
        await using var scope = portal.Scope();
        var owner = await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.Where(person => person.UserName == "hr").Select(person => person.Id).SingleAsync();
        return (await portal.PublishAsync("Provider", new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = title },
            ["Provider"] = new JsonObject
            {
                ["Recognised"] = new JsonObject { ["Value"] = recognised },
                ["InclusiveTools"] = new JsonObject { ["Markdown"] = inclusive },
                ["QualityState"] = new JsonObject { ["Text"] = "conditions" },
                ["QualityRecord"] = new JsonObject { ["Markdown"] = "Observed a session" },
                ["ContractOwner"] = new JsonObject { ["UserIds"] = new JsonArray(owner) },
                ["ContractReference"] = new JsonObject { ["Text"] = "PR-2041" },
                ["ContractReviewBy"] = new JsonObject { ["Value"] = "2027-03-03T00:00:00Z" },
            },
        })).ContentItemId;
    }
}
