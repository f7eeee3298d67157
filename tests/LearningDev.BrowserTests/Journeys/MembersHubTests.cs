using LearningDev.TestSupport;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>A new councillor's first visit of the Members Hub.</summary>
[Collection(nameof(BrowserPortal))]
[Requirement("MEM-01")]
public class MembersHubTests(BrowserPortal portal)
{
    [Theory]
    [InlineData(390, 844, true)]
    [InlineData(820, 1180, false)]
    public async Task FirstVisit_OnAPhoneAndATablet_FindsReadsAndDownloads(int width, int height, bool script)
    {
        await using var visit = await portal.VisitAsync(null, width, height, script);
        await visit.OpenAsync("/members");
        await visit.SignInAsync("councillor");
        visit.PathAndQuery.ShouldBe("/members");
        (await visit.Page.Locator("section[aria-labelledby=hub-needed]").InnerTextAsync()).ShouldContain("A script for the chair");
        await visit.LookAsync(width);

        await visit.FollowAsync(visit.Page.Locator("section[aria-labelledby=hub-needed]").GetByRole(AriaRole.Link, new() { Name = "A script for the chair" }));
        await visit.LookAsync(width);
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Download everything as one file" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("a-script-for-the-chair.zip");
        (await visit.TextAsync()).ShouldContain("From the same event");

        await visit.OpenAsync("/members/resources");
        await visit.LookAsync(width);
        await visit.Page.Locator("#members-q").FillAsync("casework");
        await visit.FollowAsync(visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }));
        visit.PathAndQuery.ShouldContain("q=casework");
        var filters = visit.Page.GetByText("Filters", new() { Exact = true });
        if (await filters.IsVisibleAsync())
        {
            await filters.ClickAsync();
        }

        await visit.Page.GetByLabel("Document").CheckAsync();
        await visit.FollowAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }));
        (await visit.Page.Locator(".app-results__title").AllInnerTextsAsync()).ShouldContain("A log for casework");
        await visit.LookAsync(width);
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task Hub_KeyboardAlone_SearchesAndOpensAResource()
    {
        await using var visit = await portal.VisitAsync("councillor");
        var keyboard = new Keyboard(visit.Page);
        await visit.OpenAsync("/members");
        await keyboard.TabToAsync("input", "Search resources for members");
        await keyboard.TypeAsync("licensing");
        await keyboard.EnterAsync();
        visit.PathAndQuery.ShouldBe("/members/resources?q=licensing");
        await keyboard.TabToAsync("a", "Licensing hearings step by step");
        await keyboard.EnterAsync();
        visit.PathAndQuery.ShouldBe("/members/resources/licensing-hearings-step-by-step");
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    [Requirement("MEM-03")]
    public async Task Plan_KeyboardAlone_IsCompletedAndOpensTheBudget()
    {
        await using var visit = await portal.VisitAsync("cllr.farida.begum");
        var keyboard = new Keyboard(visit.Page);
        await visit.OpenAsync("/members/plan");
        await visit.LookAsync(1280);
        await keyboard.TabToAsync("a", "Begin: what you need to learn");
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(visit.Page.GetByLabel("What is it for?"));
        await keyboard.PressAsync("ArrowDown");
        await keyboard.TabToAsync(visit.Page.GetByLabel("What do you need to learn?"));
        await keyboard.TypeAsync("Weighing viability");
        await keyboard.TabToAsync(visit.Page.Locator("input[name=Weight]").First);
        await keyboard.PressAsync("Space");
        await keyboard.TabToAsync(visit.Page.GetByLabel("How would you like to learn it?"));
        await keyboard.PressAsync("ArrowDown");
        await keyboard.TabToAsync("button", "Add");
        await keyboard.EnterAsync();
        (await visit.TextAsync()).ShouldContain("Weighing viability");
        await visit.LookAsync(1280);
        await keyboard.TabToAsync("a", "Go on to your goals");
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(visit.Page.Locator("main textarea").First);
        await keyboard.TypeAsync("Lead the budget round without a lost evening.");
        await keyboard.TabToAsync("button", "Save and continue");
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(visit.Page.GetByLabel("Person"));
        await keyboard.PressAsync("ArrowDown");
        await keyboard.TabToAsync("button", "Save and continue");
        await keyboard.EnterAsync();
        await visit.LookAsync(1280);
        await keyboard.TabToAsync("button", "Complete the plan");
        await keyboard.EnterAsync();
        (await visit.TextAsync()).ShouldContain("Success");
        await visit.LookAsync(1280);
        await visit.OpenAsync("/members/budget");
        (await visit.TextAsync()).ShouldContain("Allocated");
        visit.ShouldBeWithoutComplaints();
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [Requirement("CMP-03")]
    public async Task DemocraticServices_OnTheEveningOfAMeeting_FindWhoMayNotSitOnPlanning(int width, bool script)
    {
        await using var visit = await portal.VisitAsync("democratic-services", width, script: script);
        await visit.OpenAsync("/members");
        await visit.FollowAsync(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Who may sit today" }));
        (await visit.TextAsync()).ShouldContain("Martin Stubbs, Sofia Lindqvist (substitute)");
        await visit.LookAsync(width);
        await visit.FollowAsync(visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Planning Committee" }));
        (await visit.TextAsync()).ShouldContain("Not yet attended; needed before sitting on the committee");
        await visit.LookAsync(width);
        visit.ShouldBeWithoutComplaints();
    }
}
