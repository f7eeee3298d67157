using LearningDev.TestSupport;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

[Collection(nameof(BrowserPortal))]
public class AssessmentTests(BrowserPortal portal)
{
    [Theory]
    [InlineData("Wayfinding for visitors", true)]
    [InlineData("Wayfinding by night", false)]
    [Requirement("CAT-09")]
    public async Task NewCourse_BeforeItsAssessment_IsRefusedAndPublishedAfterwards(string title, bool script)
    {
        await using var editor = await portal.VisitAsync("editor", script: script);
        await editor.OpenAsync("/content/new/Course");
        await editor.Page.GetByLabel("Title", new() { Exact = true }).FillAsync(title);
        await editor.Page.GetByLabel("Summary").FillAsync("Made for a test of the portal.");
        foreach (var choice in (string[])["Topics", "Classification", "Strategy pillar", "Kind of learning", "Who it is for", "How it is taught", "Quality check"])
        {
            await ChooseFirstAsync(editor.Page, choice);
        }

        await ButtonAsync(editor, "Publish");
        (await editor.Page.Locator(".govuk-error-summary").InnerTextAsync()).ShouldContain("equality impact assessment");
        (await editor.Page.GetByLabel("Title", new() { Exact = true }).InputValueAsync()).ShouldBe(title);
        await ButtonAsync(editor, "Save draft");
        await LinkAsync(editor, "Start its assessment");
        await ButtonAsync(editor, "Start the assessment");

        await LinkAsync(editor, title);
        (await editor.Page.GetByText("Not complete").CountAsync()).ShouldBeGreaterThan(0);
        await LinkAsync(editor, "See what is missing");
        (await editor.Page.GetByText("Select age: effect").CountAsync()).ShouldBe(1);
        await ButtonAsync(editor, "Go on with the assessment");
        await AnswerAsync(editor.Page, script);
        await ButtonAsync(editor, "Publish");
        (await editor.Page.Locator(".govuk-error-summary").AllInnerTextsAsync()).ShouldBeEmpty();

        await LinkAsync(editor, title);
        (await editor.Page.GetByText("Complete", new() { Exact = true }).CountAsync()).ShouldBe(1);
        await ButtonAsync(editor, "Publish");
        (await editor.Page.Locator(".govuk-error-summary").AllInnerTextsAsync()).ShouldBeEmpty();
        (await editor.Page.Locator(".govuk-notification-banner").InnerTextAsync()).ShouldContain("is published");
        editor.ShouldBeWithoutComplaints();
    }

    private static async Task AnswerAsync(IPage page, bool script)
    {
        var approver = page.Locator("fieldset:has(> * input[name$='Approver.Search'])");
        await approver.Locator("input[name$='Approver.Search']").PressSequentiallyAsync("Haddad");
        if (script)
        {
            await page.GetByRole(AriaRole.Option).First.ClickAsync();
        }
        else
        {
            await approver.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
            await page.Locator("input[type=radio][name$=Approver]").First.CheckAsync();
        }

        foreach (var answer in await page.Locator("input[type=radio][value=none], input[type=radio][value=go-ahead]").AllAsync())
        {
            await answer.CheckAsync();
        }

        foreach (var words in await page.Locator("textarea[name$=Evidence], textarea[name$=Purpose]").AllAsync())
        {
            await words.FillAsync("As we know from the staff survey.");
        }

        var day = page.GetByRole(AriaRole.Group, new() { Name = "Approved on" });
        await day.GetByLabel("Day").FillAsync("12");
        await day.GetByLabel("Month").FillAsync("1");
        await day.GetByLabel("Year").FillAsync("2026");
    }

    // Few choices are radio buttons or tick boxes, many are a list.
    private static async Task ChooseFirstAsync(IPage page, string field)
    {
        var group = page.GetByRole(AriaRole.Group, new() { Name = field });
        if (await group.CountAsync() > 0)
        {
            await group.First.Locator("input:not([type=hidden])").First.CheckAsync();
        }
        else
        {
            await page.GetByLabel(field).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        }
    }

    private static async Task LinkAsync(Visit editor, string name)
    {
        await editor.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await editor.Page.LoadedAsync();
    }

    private static async Task ButtonAsync(Visit editor, string name)
    {
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await editor.Page.LoadedAsync();
    }
}
