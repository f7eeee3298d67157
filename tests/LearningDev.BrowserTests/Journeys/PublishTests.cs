using LearningDev.TestSupport;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

[Collection(nameof(BrowserPortal))]
public class PublishTests(BrowserPortal portal)
{
    [Theory]
    [InlineData("Beekeeping on council roofs", "beekeeping", true)]
    [InlineData("Falconry for town halls", "falconry", false)]
    [Requirement("CMS-01")]
    [Requirement("CAT-01")]
    public async Task NewModule_Published_IsFoundByAnEmployeeAtOnce(string title, string search, bool script)
    {
        await using var employee = await portal.VisitAsync("employee", script: script);
        await employee.OpenAsync($"/catalogue?q={search}");
        (await new CataloguePage(employee).CountAsync()).ShouldBe(0);

        await using var editor = await portal.VisitAsync("editor", script: script);
        await PublishAsync(editor, title);

        await employee.OpenAsync($"/catalogue?q={search}&kind=e-learning");
        var found = new CataloguePage(employee);
        (await found.TitlesAsync()).ShouldBe([title]);
        await found.OpenFirstAsync();
        (await employee.Page.GetByText("Made for a test of the portal").CountAsync()).ShouldBeGreaterThan(0);
        editor.ShouldBeWithoutComplaints();
        employee.ShouldBeWithoutComplaints();
    }

    private static async Task PublishAsync(Visit editor, string title)
    {
        await editor.OpenAsync("/catalogue");
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Add learning" }).ClickAsync();
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "E-learning module", Exact = true }).ClickAsync();
        editor.PathAndQuery.ShouldBe("/content/new/ElearningModule");

        // An editor who forgets something is told, and nothing typed is lost.
        await editor.Page.GetByLabel("Title", new() { Exact = true }).FillAsync(title);
        await ButtonAsync(editor, "Publish");
        (await editor.Page.Locator(".govuk-error-summary").CountAsync()).ShouldBe(1);
        (await editor.Page.GetByLabel("Title", new() { Exact = true }).InputValueAsync()).ShouldBe(title);

        await editor.Page.GetByLabel("Summary").FillAsync("Made for a test of the portal.");
        foreach (var choice in (string[])["Topics", "Classification", "Strategy pillar", "Kind of learning", "Who it is for", "How it is taught", "Quality check"])
        {
            await ChooseFirstAsync(editor.Page, choice);
        }

        await ButtonAsync(editor, "Publish");
        (await editor.Page.Locator(".govuk-error-summary").AllInnerTextsAsync()).ShouldBeEmpty();
        (await editor.Page.Locator(".govuk-notification-banner").CountAsync()).ShouldBe(1);
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

    private static async Task ButtonAsync(Visit editor, string name)
    {
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await editor.Page.LoadedAsync();
    }
}
