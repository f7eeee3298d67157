using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of training requests, with those of the demonstration council.</summary>
internal static class FundingPages
{
    private const string Draft = "/funding/requests/request-data-stories";

    public static IEnumerable<PortalPage> All =>
    [
        new("Training requests", "funding/requests", "/funding/requests", IsMain: true),
        new("Training requests, none", "funding/requests", "/funding/requests", "editor"),
        new("Ask for funding", "funding/requests/new", "/funding/requests/new", IsMain: true),
        new("Ask for funding, refused", "funding/requests/new", "/funding/requests/new") { Before = page => ButtonAsync(page, "Begin") },
        new("Ask for funding of nothing", "funding/requests/new", "/funding/requests/new?entry=none", Status: 404),
        new("What you want to learn", "funding/requests/{id}/learning", $"{Draft}/learning", IsMain: true),
        new("What you want to learn, refused", "funding/requests/{id}/learning", $"{Draft}/learning")
        {
            Before = async page =>
            {
                await page.GetByLabel("What is it called?").FillAsync("");
                await page.Locator("#IsQualification").CheckAsync();
                await ButtonAsync(page, "Save and continue");
            },
        },
        new("Why you ask", "funding/requests/{id}/{step}", $"{Draft}/why", IsMain: true),
        new("Dates, refused", "funding/requests/{id}/{step}", $"{Draft}/dates") { Before = page => ButtonAsync(page, "Save and continue") },
        new("Examinations", "funding/requests/{id}/{step}", $"{Draft}/examinations"),
        new("No such step", "funding/requests/{id}/{step}", $"{Draft}/none", Status: 404),
        new("Classification", "funding/requests/{id}/classification", $"{Draft}/classification", IsMain: true),
        new("Classification, refused", "funding/requests/{id}/classification", $"{Draft}/classification") { Before = page => ButtonAsync(page, "Save and continue") },
        new("Costs", "funding/requests/{id}/costs", $"{Draft}/costs", IsMain: true),
        new("Costs, not paid", "funding/requests/{id}/costs", $"{Draft}/costs")
        {
            Before = async page =>
            {
                await page.GetByLabel("Travel and subsistence").CheckAsync();
                await ButtonAsync(page, "Add this cost");
            },
        },
        new("Who is to pay", "funding/requests/{id}/funding", $"{Draft}/funding", IsMain: true),
        new("Who is to pay, refused", "funding/requests/{id}/funding", $"{Draft}/funding") { Before = page => ButtonAsync(page, "Save and continue") },
        new("Training request, not complete", "funding/requests/{id}", Draft, IsMain: true),
        new("Training request, sent", "funding/requests/{id}", "/funding/requests/request-survey-design"),
        new("Training request, approved", "funding/requests/{id}", "/funding/requests/request-power-bi", IsMain: true),
        new("No such training request", "funding/requests/{id}", "/funding/requests/none", Status: 404),
        new("Delete a draft", "funding/requests/{id}/delete", $"{Draft}/delete"),
        new("All training requests", "funding/all-requests", "/funding/all-requests", "hr", IsMain: true),
        new("All training requests, nothing found", "funding/all-requests", "/funding/all-requests?state=Closed", "hr"),
        new("One of all training requests", "funding/all-requests/{id}", "/funding/all-requests/request-mba", "hr", IsMain: true),
    ];

    private static Task ButtonAsync(IPage page, string name) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
