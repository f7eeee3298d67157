using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>An item from its first draft to the bin and back, as an editor goes through it.</summary>
[Collection(nameof(BrowserPortal))]
public class ItemLifeTests(BrowserPortal portal)
{
    [Theory]
    [InlineData("Bog garden trainers", true)]
    [InlineData("Bog garden trainers, without script", false)]
    [Requirement("CMS-01")]
    public async Task Provider_DraftedComparedPlannedArchivedAndBinned_ComesBack(string title, bool script)
    {
        await using var editor = await portal.VisitAsync("editor", script: script);
        await editor.OpenAsync("/content/new/Provider");
        await FillAsync(editor, "Title", title);
        await PressAsync(editor, "Save draft");
        var address = editor.PathAndQuery;

        await FillAsync(editor, "Title", $"{title} of the county");
        await FillAsync(editor, "Note of the change (optional)", "They work in the whole county now");
        await PressAsync(editor, "Save draft");
        await FollowAsync(editor, "Versions");
        await ShouldBeSoundAsync(editor);
        (await editor.Page.Locator("tbody tr").First.InnerTextAsync()).ShouldContain("They work in the whole county now");

        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "What changed from version 1 to version 2" }).ClickAsync();
        (await editor.Page.Locator(".app-difference ins").First.InnerTextAsync()).ShouldContain("of the county");
        await ShouldBeSoundAsync(editor);

        await editor.OpenAsync($"{address}/versions");
        await editor.Page.Locator("tbody th a").Last.ClickAsync();
        await PressAsync(editor, "Restore this version as a draft");
        (await editor.Page.Locator("h1").InnerTextAsync()).ShouldBe(title);

        await FollowAsync(editor, "Publish at a time");
        await PressAsync(editor, "Save");
        (await editor.Page.Locator(".govuk-error-summary").CountAsync()).ShouldBe(1);
        await FillAsync(editor, "Day", "5", exact: true, last: true);
        await FillAsync(editor, "Month", "12");
        await FillAsync(editor, "Year", $"{DateTime.UtcNow.Year + 1}");
        await FillAsync(editor, "Time", "9am");
        await PressAsync(editor, "Save");
        (await editor.Page.Locator(".govuk-inset-text").First.InnerTextAsync()).ShouldContain($"Will be published on 5 December {DateTime.UtcNow.Year + 1} at 9am");
        await ShouldBeSoundAsync(editor);
        await editor.OpenAsync("/content/planned");
        (await editor.Page.Locator("tbody").InnerTextAsync()).ShouldContain(title);
        await ShouldBeSoundAsync(editor);

        await editor.OpenAsync(address);
        await FollowAsync(editor, "Archive");
        await PressAsync(editor, "Archive");
        (await editor.Page.Locator("main").InnerTextAsync()).ShouldContain("archived this item on");
        await ShouldBeSoundAsync(editor);
        await FollowAsync(editor, "Take it out of the archive");
        await PressAsync(editor, "Take it out");

        await FollowAsync(editor, "Remove");
        await PressAsync(editor, "Remove");
        await editor.OpenAsync("/content/bin");
        await ShouldBeSoundAsync(editor);
        await editor.FollowAsync(editor.Page.GetByRole(AriaRole.Button, new() { Name = $"Bring back {title}", Exact = true }));
        editor.PathAndQuery.ShouldBe(address);
        await FollowAsync(editor, "Remove");
        await PressAsync(editor, "Remove");
        await editor.OpenAsync("/content/bin");
        await editor.FollowAsync(editor.Page.GetByRole(AriaRole.Link, new() { Name = $"Delete for good {title}", Exact = true }));
        await ShouldBeSoundAsync(editor);
        await PressAsync(editor, "Delete for good");
        (await editor.Page.Locator(".govuk-notification-banner").InnerTextAsync()).ShouldContain($"{title} is deleted");
        editor.ShouldBeWithoutComplaints();
    }

    [Fact]
    [Requirement("CMS-01")]
    public async Task Preview_AsAnEmployee_ShowsTheDraftOnItsPageAndSendsNothing()
    {
        await using var editor = await portal.VisitAsync("editor");
        await editor.OpenAsync("/content/managing-stress");
        await FillAsync(editor, "Title", "Managing stress, as drafted");
        await PressAsync(editor, "Save draft");
        await FollowAsync(editor, "Preview");
        await editor.Page.GetByLabel("See its page as", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Employee" });
        await PressAsync(editor, "See the page");

        (await editor.Page.Locator("h1").InnerTextAsync()).ShouldBe("Managing stress, as drafted");
        (await editor.Page.GetByRole(AriaRole.Region, new() { Name = "Preview" }).InnerTextAsync()).ShouldContain("Employee");
        await ShouldBeSoundAsync(editor);
        var preview = editor.Page.Url;
        // The browser refuses a moment after it was asked, and would end a visit that begins in between.
        var refusal = await editor.Page.EvaluateAsync<string>(
            "() => new Promise(tell => { document.addEventListener('securitypolicyviolation', refused => tell(refused.effectiveDirective)); "
            + "document.querySelector('main form').requestSubmit(); })");
        refusal.ShouldBe("form-action");
        editor.Page.Url.ShouldBe(preview);
        await editor.OpenAsync(new Uri(preview).PathAndQuery);

        await FollowAsync(editor, "Leave the preview");
        editor.PathAndQuery.ShouldBe("/content/managing-stress/preview");
    }

    private static async Task ShouldBeSoundAsync(Visit visit)
    {
        await Axe.ShouldFindNothingAsync(visit.Page);
        await visit.ShouldFitTheWidthAsync(390);
        await visit.Page.SetViewportSizeAsync(1280, 900);
    }

    private static async Task FillAsync(Visit visit, string label, string text, bool exact = true, bool last = false)
    {
        var box = visit.Page.GetByLabel(label, new() { Exact = exact });
        await (last ? box.Last : box.First).FillAsync(text);
    }

    private static Task FollowAsync(Visit visit, string link) =>
        visit.FollowAsync(visit.Page.Locator("main, .app-preview").GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First);

    private static Task PressAsync(Visit visit, string button) =>
        visit.FollowAsync(visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);
}
