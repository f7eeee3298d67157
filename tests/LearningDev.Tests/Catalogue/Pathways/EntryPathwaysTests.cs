using System.Net;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Pathways;

/// <summary>What the pages of programmes and of their steps tell.</summary>
[Requirement("CAT-07")]
public class EntryPathwaysTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Programme_ShowsStepsInOrderWithWhatIsDoneAndNext()
    {
        await portal.PublishProgrammeAsync("way", ["report-writing", "minute-taking", "time-management"], ["minute-taking"]);
        using var client = await portal.SignedInAsAsync("employee");
        await client.MarkAsync("report-writing");

        var page = await client.GetPageAsync("/catalogue/way");

        var steps = page.QuerySelectorAll(".app-steps__item").ToList();
        steps.Select(step => step.QuerySelector("a")!.TextContent).ShouldBe(["Report writing", "Minute taking", "Time management"]);
        steps.Select(step => step.QuerySelector(".govuk-tag")!.TextContent).ShouldBe(["Required", "Optional", "Required"]);
        steps.Select(step => step.TextContent.Contains("Done", StringComparison.Ordinal)).ShouldBe([true, false, false]);
        page.QuerySelector(".app-progress__words")!.TextContent.ShouldBe("1 of 2 required steps done");
        page.QuerySelectorAll("main a.govuk-button").Single(link => link.TextContent.Trim() == "Next: Time management").GetAttribute("href").ShouldBe("/catalogue/time-management");
        page.QuerySelectorAll("main form[action='/catalogue/way/done']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_Step_SaysItsPlaceAndWhatComesNext()
    {
        await portal.PublishProgrammeAsync("place", ["no-such-entry", "political-awareness", "project-management"]);
        using var client = await portal.SignedInAsAsync("hr");
        await client.MarkAsync("project-management");

        var page = await client.GetPageAsync("/catalogue/project-management");

        var place = page.QuerySelectorAll(".app-place").Single(place => place.TextContent.Contains("Programme place", StringComparison.Ordinal));
        place.QuerySelector("h2")!.TextContent.ShouldBe("Step 2 of 2 of Programme place");
        place.TextContent.ShouldContain("1 of 2 required steps done");
        place.QuerySelector(".app-place__next a")!.GetAttribute("href").ShouldBe("/catalogue/political-awareness");
        place.QuerySelector("a[rel=prev]")!.GetAttribute("href").ShouldBe("/catalogue/political-awareness");
        place.QuerySelector("a[rel=next]").ShouldBeNull();
    }

    [Fact]
    public async Task Get_StepsThatOthersSeeOrThatAreUnpublished_AreLeftOutAndNotCounted()
    {
        await portal.PublishProgrammeAsync("only-councillors", ["report-writing"], roles: ["Councillor"]);
        await portal.PublishProgrammeAsync("gone", ["report-writing"]);
        await portal.PublishProgrammeAsync("hidden-steps", ["only-councillors", "gone", "report-writing", "time-management"]);
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ContentItems>().UnpublishAsync("gone");
        }

        var page = await portal.GetDocumentAsync("/catalogue/hidden-steps", "manager");
        var councillor = await portal.GetDocumentAsync("/catalogue/hidden-steps", "councillor");

        page.QuerySelectorAll(".app-steps__item").Length.ShouldBe(2);
        page.QuerySelector(".app-progress__words")!.TextContent.ShouldBe("0 of 2 required steps done");
        councillor.QuerySelectorAll(".app-steps__item").Length.ShouldBe(3);
        var step = await portal.GetDocumentAsync("/catalogue/report-writing", "manager");
        step.QuerySelector("main")!.TextContent.ShouldNotContain("only-councillors");
    }

    [Fact]
    public async Task Get_ProgrammesThatContainEachOther_AreShown()
    {
        await portal.PublishProgrammeAsync("ring-one", ["ring-two", "report-writing"]);
        await portal.PublishProgrammeAsync("ring-two", ["ring-one", "time-management"]);

        (await portal.GetDocumentAsync("/catalogue/ring-one")).QuerySelectorAll(".app-steps__item").Length.ShouldBe(2);
        (await portal.GetDocumentAsync("/catalogue/ring-two")).QuerySelectorAll(".app-steps__item").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("core-learning-pathway", 5, 5)]
    [InlineData("aspiring-manager", 4, 3)]
    [InlineData("enabled-manager", 6, 4)]
    public async Task Demonstration_Pathways_HaveRequiredAndOptionalSteps(string slug, int required, int optional)
    {
        var tags = (await portal.GetDocumentAsync($"/catalogue/{slug}")).QuerySelectorAll(".app-steps__item .govuk-tag").Select(tag => tag.TextContent).ToList();

        tags.Count(tag => tag == "Required").ShouldBe(required);
        tags.Count(tag => tag == "Optional").ShouldBe(optional);
    }

    [Fact]
    public async Task Publish_TitleOfAPageOfThePortal_GetsAnAddressOfItsOwn()
    {
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var item = items.New("Programme");
            item.Content = (JsonObject)(await items.FindAsync("core-learning-pathway", VersionChoice.Published))!.Content.DeepClone();
            item.Content["TitlePart"] = new JsonObject { ["Title"] = "Pathways" };
            item.Content.Remove("AutoroutePart");
            (await items.PublishAsync(item)).As<AutoroutePart>().Path.ShouldBe("catalogue/pathways-2");
        }

        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(new Uri("/catalogue/pathways-2", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
