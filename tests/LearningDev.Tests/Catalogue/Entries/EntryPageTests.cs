using System.Net;
using LearningDev.Catalogue.Entries;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Entries;

public class EntryPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = host.SignedOut();
        using var answer = await client.GetAsync(new Uri("/catalogue/managing-stress", UriKind.Relative));
        ((int)answer.StatusCode).ShouldBe(302);
    }

    [Fact]
    public async Task Get_UnknownAddress_IsNotFound()
    {
        using var client = await host.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(new Uri("/catalogue/no-such-learning", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.ReadPageAsync()).QuerySelector("h1").ShouldNotBeNull();
    }

    [Fact]
    [Requirement("CAT-02")]
    public async Task Get_Entry_TellsAllOneNeedsToDecide()
    {
        var page = await host.GetDocumentAsync("/catalogue/managing-stress");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Managing stress");
        var facts = page.QuerySelectorAll(".app-facts__key").Select(key => key.TextContent).ToList();
        facts.ShouldContain("Who it is for");
        facts.ShouldContain("Length");
        facts.ShouldContain("Cost");
        facts.ShouldContain("Classification");
        page.QuerySelectorAll(".app-cards .app-card").Length.ShouldBe(3);
    }

    [Fact]
    [Requirement("MEM-11")]
    public async Task Get_MembersOnlyEntry_IsNotFoundForStaff()
    {
        string slug;
        await using (var scope = host.Scope())
        {
            slug = await scope.ServiceProvider.GetRequiredService<PortalDb>().CatalogueEntries
                .Where(entry => entry.IsRestricted).OrderBy(entry => entry.Slug).Select(entry => entry.Slug).FirstAsync();
        }

        using var employee = await host.SignedInAsAsync("employee");
        using var refused = await employee.GetAsync(new Uri($"/catalogue/{slug}", UriKind.Relative));
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.GetDocumentAsync($"/catalogue/{slug}", "councillor")).QuerySelector("h1").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_FromASearch_LeadsBackToIt()
    {
        using var client = await host.SignedInAsAsync("employee");
        client.DefaultRequestHeaders.Referrer = new Uri(client.BaseAddress!, "/catalogue?q=stress&kind=resource");
        var page = await client.GetPageAsync("/catalogue/managing-stress");
        page.QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe("/catalogue?q=stress&kind=resource");
    }

    [Fact]
    public async Task Get_FromElsewhere_LeadsToTheCatalogue()
    {
        using var client = await host.SignedInAsAsync("employee");
        client.DefaultRequestHeaders.Referrer = new Uri("https://elsewhere.example/catalogue?q=x");
        (await client.GetPageAsync("/catalogue/managing-stress")).QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe("/catalogue");
    }

    [Fact]
    public async Task Get_OldAddress_LeadsToTheNewOne()
    {
        await using (var scope = host.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var id = await scope.ServiceProvider.GetRequiredService<ContentRoutes>().FindAsync("catalogue/minute-taking");
            var item = (await items.FindAsync(id!, VersionChoice.Latest))!;
            item.Alter<AutoroutePart>(route => route.Path = "catalogue/taking-good-minutes");
            await items.PublishAsync(item);
        }

        using var client = await host.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(new Uri("/catalogue/minute-taking", UriKind.Relative));
        ((int)answer.StatusCode).ShouldBe(301);
        answer.Headers.Location!.ToString().ShouldBe("/catalogue/taking-good-minutes");
    }

    [Fact]
    public async Task Get_Programme_ListsWhatItIncludesAndStepsNameIt()
    {
        var programme = await host.GetDocumentAsync("/catalogue/core-learning-pathway");
        var steps = programme.QuerySelectorAll("main ol.app-steps a").ToList();
        steps.Count.ShouldBeGreaterThan(5);
        var step = await host.GetDocumentAsync(steps[0].GetAttribute("href")!);
        step.QuerySelectorAll("main a").ShouldContain(link => link.GetAttribute("href") == "/catalogue/core-learning-pathway");
    }

    [Fact]
    public async Task Get_EntryWithDocument_OffersItAndItCanBeFetched()
    {
        using var client = await host.SignedInAsAsync("employee");
        var page = await client.GetPageAsync("/catalogue/one-to-one-an-agenda-that-works");
        var document = page.QuerySelector("main a[download]")!;
        document.TextContent.ShouldBe("One to one agenda, a page to fill in (DOCX)");
        using var answer = await client.GetAsync(new Uri(document.GetAttribute("href")!, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).AsSpan(0, 2).ToArray().ShouldBe("PK"u8.ToArray());
        using var stranger = host.SignedOut();
        using var refused = await stranger.GetAsync(new Uri(document.GetAttribute("href")!, UriKind.Relative));
        ((int)refused.StatusCode).ShouldBe(302);
    }

    [Fact]
    public async Task Get_Editor_CanGoOnToEdit()
    {
        (await host.GetDocumentAsync("/catalogue/managing-stress", "editor")).QuerySelector("main a[href^='/content/']").ShouldNotBeNull();
        (await host.GetDocumentAsync("/catalogue/managing-stress")).QuerySelector("main a[href^='/content/']").ShouldBeNull();
    }
}
