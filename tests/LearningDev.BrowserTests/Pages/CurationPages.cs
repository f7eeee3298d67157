using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>The pages on which content is looked after.</summary>
internal static class CurationPages
{
    public static IEnumerable<PortalPage> All =>
    [
        new("Reviews", "content/reviews", "/content/reviews?show=All", "editor", IsMain: true),
        new("Reviews, overdue", "content/reviews", "/content/reviews", "editor"),
        new("Reviews, incomplete", "content/reviews", "/content/reviews?show=Incomplete", "editor"),
        new("Reviews, nothing found", "content/reviews", "/content/reviews?q=zzzz", "editor"),
        new("Reviews for an employee", "content/reviews", "/content/reviews"),
        new("Links", "content/links", "/content/links?show=All", "editor", IsMain: true),
        new("Links, none dead", "content/links", "/content/links?q=zzzz", "editor"),
        new("Links for an employee", "content/links", "/content/links", Status: 403),
        new("Link", "content/links/{id}", "/content/links?show=All", "editor") { Before = OpenFirstAsync },
        new("Link, refused", "content/links/{id}", "/content/links?show=All", "editor")
        {
            Before = async page =>
            {
                await OpenFirstAsync(page);
                await page.GetByLabel("New address").FillAsync("nowhere");
                await page.GetByRole(AriaRole.Button, new() { Name = "Replace", Exact = true }).ClickAsync();
            },
        },
        new("No such link", "content/links/{id}", "/content/links/no-such-link", "editor", Status: 404),
        new("Assessment of a course", "content/{id}/assessment", "/content/managing-stress/assessment", "editor"),
        new("Assessment of no course", "content/{id}/assessment", "/content/topics/assessment", "editor", Status: 404),
        new("New assessment", "content/new/{type}", "/content/new/EqualityImpactAssessment", "editor"),
        new("Providers", "providers", "/providers", IsMain: true),
        new("Providers, nothing found", "providers", "/providers?q=zzzz&recognised=yes"),
        new("Provider for an editor", "providers/{slug}", "/providers/northbourne-learning-and-development", "editor"),
        new("Settings of reviews", "admin/settings/{section}", "/admin/settings/curation", "administrator"),
        new("Settings of links", "admin/settings/{section}", "/admin/settings/link", "administrator"),
        new("Settings of assessments", "admin/settings/{section}", "/admin/settings/equality", "administrator"),
    ];

    private static async Task OpenFirstAsync(IPage page)
    {
        await page.Locator("tbody a").First.ClickAsync();
        await page.LoadedAsync();
    }
}
