using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>What was typed into a form is not lost: not when the tab is closed, and not when the sign-in has ended.</summary>
[Collection(nameof(BrowserPortal))]
public class UnsavedWorkTests(BrowserPortal portal)
{
    private const string Text = "An hour of work.\n\nAnd one more.";

    [Fact]
    [Requirement("CMS-01")]
    public async Task Tab_ClosedAfterTyping_BringsTheTextBack()
    {
        await using var visit = await portal.VisitAsync("editor");
        var form = new ItemForms(visit);
        var path = await form.PublishProviderAsync("In a tab that is closed", "Before.");
        await visit.OpenAsync(path);
        await form.About.FillAsync(Text);
        await form.ShouldSayThatItIsKeptAsync();

        await using var after = await portal.VisitAsync("editor");
        await visit.Page.CloseAsync(new PageCloseOptions { RunBeforeUnload = false });
        await after.OpenAsync(path);
        var again = new ItemForms(after);
        (await again.About.InputValueAsync()).ShouldBe("Before.");
        await Assertions.Expect(after.Page.GetByText("You have unsaved work on this from")).ToBeVisibleAsync();
        await Axe.ShouldFindNothingAsync(after.Page);
        await after.Page.GetByRole(AriaRole.Button, new() { Name = "Bring it back" }).ClickAsync();
        await Assertions.Expect(again.About).ToHaveValueAsync(Text);
        await again.PressAsync("Save draft");
        (await again.About.InputValueAsync()).ShouldBe(Text);
        await after.OpenAsync(path);
        (await after.Page.GetByText("You have unsaved work").CountAsync()).ShouldBe(0);
        after.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task Unsaved_ThrownAway_IsGone()
    {
        await using var visit = await portal.VisitAsync("editor");
        var form = new ItemForms(visit);
        await visit.OpenAsync("/content/new/Provider");
        await form.Title.FillAsync("Rubbish");
        await form.ShouldSayThatItIsKeptAsync();
        await visit.OpenAsync("/content/new/Provider");
        await Assertions.Expect(visit.Page.GetByText("a new provider, “Rubbish”")).ToBeVisibleAsync();

        await form.ThrowAwayAsync("“Rubbish”");

        (await visit.Page.GetByText("“Rubbish”").CountAsync()).ShouldBe(0);
        visit.ShouldBeWithoutComplaints();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Requirement("CMS-01")]
    public async Task SignIn_EndedWhileTyping_BringsTheTextBackAfterSigningInAgain(bool script)
    {
        await using var visit = await portal.VisitAsync("editor", script: script);
        var form = new ItemForms(visit);
        await visit.OpenAsync("/content/new/Provider");
        await form.Title.FillAsync("Typed for too long");
        await form.About.FillAsync(Text);
        await visit.Page.Context.ClearCookiesAsync();

        await form.PressAsync("Save draft");

        await Assertions.Expect(visit.Page.GetByText("It is kept: sign in")).ToBeVisibleAsync();
        await Axe.ShouldFindNothingAsync(visit.Page);
        await visit.SignInAsync("editor");
        (await form.Title.InputValueAsync()).ShouldBe("Typed for too long");
        (await form.About.InputValueAsync()).ShouldBe(Text);
        await form.PressAsync("Save draft");
        await Assertions.Expect(visit.Page.Locator(".govuk-notification-banner--success")).ToContainTextAsync("The draft of Typed for too long is saved");
    }

    [Fact]
    public async Task SignIn_EndedWhileTyping_IsToldByTheForm()
    {
        await using var visit = await portal.VisitAsync("editor");
        var form = new ItemForms(visit);
        await visit.OpenAsync("/content/new/Provider");
        await visit.Page.Context.ClearCookiesAsync();

        await form.Title.FillAsync("Still here");

        await Assertions.Expect(form.State).ToContainTextAsync("You have been signed out. What you have typed is still here.");
        (await form.Title.InputValueAsync()).ShouldBe("Still here");
        await Axe.ShouldFindNothingAsync(visit.Page);
    }

    [Fact]
    public async Task Portal_OutOfReach_IsToldAndTriedAgain()
    {
        await using var visit = await portal.VisitAsync("editor");
        var form = new ItemForms(visit);
        await visit.OpenAsync("/content/new/Provider");
        await visit.Page.RouteAsync("**/api/content/forms/**", route => route.AbortAsync());
        await form.Title.FillAsync("On a train");
        await Assertions.Expect(form.State).ToContainTextAsync("the portal cannot be reached");

        await visit.Page.UnrouteAllAsync();

        await form.ShouldSayThatItIsKeptAsync();
        await visit.OpenAsync("/content/new/Provider");
        await form.ThrowAwayAsync("“On a train”");
    }
}
