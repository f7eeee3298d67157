using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages for editors.</summary>
internal static class ContentPages
{
    public static IEnumerable<PortalPage> All =>
    [
        new("Content", "content", "/content", "editor", IsMain: true),
        new("Content, page 2", "content", "/content?p=2", "editor"),
        new("Content, filtered and ticked", "content", "/content?state=Published&sort=Review&owner=nobody&review=None&tick=all", "editor"),
        new("Content, colleagues of a name", "content", "/content?colleague=ma", "editor"),
        new("Content, nothing ticked", "content", "/content?tick=none", "editor"),
        new("Change many items", "content/bulk", "/content/bulk?item=managing-stress&item=chairing-skills", "editor"),
        new("Change many items, refused", "content/bulk", "/content/bulk?item=managing-stress", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "See what would happen" }).ClickAsync(),
        },
        new("Change many items, what would happen", "content/bulk/{id}", "/content/bulk?item=managing-stress&item=topics&item=no-such-item", "editor")
        {
            Before = async page =>
            {
                await page.GetByLabel("Take off the portal").CheckAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "See what would happen" }).ClickAsync();
            },
        },
        new("Content, nothing found", "content", "/content?q=zzzz", "editor"),
        new("Content for an employee", "content", "/content", Status: 403),
        new("Choice of type", "content/new", "/content/new", "editor"),
        new("New course", "content/new/{type}", "/content/new/Course", "editor", IsMain: true),
        new("New course, refused", "content/new/{type}", "/content/new/Course", "editor", IsMain: true)
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync(),
        },
        .. from type in (string[])["Programme", "LearningResource", "WorkOpportunity", "Provider", "Taxonomy"]
           select new PortalPage($"New {type}", "content/new/{type}", $"/content/new/{type}", "editor"),
        new("New item of no type", "content/new/{type}", "/content/new/NoSuchType", "editor", Status: 404),
        new("Edit", "content/{id}", "/content/managing-stress", "editor", IsMain: true),
        new("Edit, refused", "content/{id}", "/content/managing-stress", "editor")
        {
            Before = async page =>
            {
                await page.GetByLabel("Title", new() { Exact = true }).First.FillAsync("");
                await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
            },
        },
        new("Edit, with unsaved work", "content/{id}", "/content/managing-stress", "editor")
        {
            Before = async page =>
            {
                await page.GetByLabel("Other words people search for").FillAsync(Guid.NewGuid().ToString());
                // Without script nothing is kept while somebody types.
                if (await page.Locator("[role=toolbar]").CountAsync() > 0)
                {
                    await Assertions.Expect(page.Locator("[data-form-state]")).ToContainTextAsync("Saved");
                }

                await page.GotoAsync("/content/managing-stress");
            },
        },
        new("Edit, person searched for", "content/{id}", "/content/managing-stress", "editor")
        {
            Before = async page =>
            {
                var owner = page.GetByRole(AriaRole.Group, new() { Name = "Owner" });
                await owner.GetByLabel("Search").FillAsync("ha");
                if (await page.Locator("[role=toolbar]").CountAsync() > 0)
                {
                    await owner.GetByRole(AriaRole.Option).First.WaitForAsync();
                }
                else
                {
                    await owner.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
                }
            },
        },
        new("Edit, link to be added", "content/{id}", "/content/managing-stress", "editor", IsMain: true)
        {
            Before = async page =>
            {
                if (await page.Locator("[role=toolbar]").CountAsync() > 0)
                {
                    await page.GetByRole(AriaRole.Button, new() { Name = "Link", Exact = true }).First.ClickAsync();
                }
            },
        },
        new("Two versions", "content/{id}/merge", "/content/new/Provider", "editor", IsMain: true) { Before = ConflictAsync },
        new("Two versions, refused", "content/{id}/merge", "/content/new/Provider", "editor")
        {
            Before = async page =>
            {
                await ConflictAsync(page);
                await page.GetByRole(AriaRole.Button, new() { Name = "Continue to the form" }).ClickAsync();
            },
        },
        new("Two versions of no item", "content/{id}/merge", "/content/no-such-item/merge", "editor", Status: 404),
        new("Edit topics", "content/{id}", "/content/topics", "editor"),
        new("Edit no item", "content/{id}", "/content/no-such-item", "editor", Status: 404),
        new("Preview", "content/{id}/preview", "/content/managing-stress/preview", "editor"),
        new("Versions", "content/{id}/versions", "/content/managing-stress/versions", "editor"),
        new("Version", "content/{id}/versions/{versionId}", "/content/managing-stress/versions", "editor")
        {
            Before = page => page.Locator("tbody th a").First.ClickAsync(),
        },
        new("Versions compared", "content/{id}/compare", "/content/managing-stress/compare", "editor"),
        new("Versions compared, no such version", "content/{id}/compare", "/content/managing-stress/compare?from=1&to=99", "editor"),
        new("Archive at a time", "content/{id}/plan/{what}", "/content/managing-stress/plan/archive", "editor"),
        new("Archive at a time, refused", "content/{id}/plan/{what}", "/content/managing-stress/plan/archive", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync(),
        },
        new("Planned changes", "content/planned", "/content/planned", "editor"),
        new("Archive", "content/{id}/archive", "/content/managing-stress/archive", "editor"),
        new("Duplicate", "content/{id}/duplicate", "/content/managing-stress/duplicate", "editor"),
        new("Bin", "content/bin", "/content/bin", "editor"),
        new("Bin, nothing found", "content/bin", "/content/bin?q=zzzz", "editor"),
        new("Delete for good, not in the bin", "content/bin/{id}/delete", "/content/bin/managing-stress/delete", "editor", Status: 404),
        new("Entry, previewed", "catalogue/{slug}", "/content/managing-stress/preview/page?as=role:Employee", "editor"),
        new("Unpublish", "content/{id}/unpublish", "/content/managing-stress/unpublish", "editor"),
        new("Searches", "content/searches", "/content/searches", "editor", IsMain: true),
        new("Searches, nothing found", "content/searches", "/content/searches?show=Nothing&q=zzzz", "editor"),
        new("Add a synonym", "content/searches/synonyms", "/content/searches/synonyms?text=zumba", "editor"),
        new("Add a synonym, refused", "content/searches/synonyms", "/content/searches/synonyms", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync(),
        },
        new("Choose a first result", "content/searches/first", "/content/searches/first?text=stress", "editor"),
        new("Choose a first result, refused", "content/searches/first", "/content/searches/first?text=zzzz", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync(),
        },
        new("Remove", "content/{id}/remove", "/content/managing-stress/remove", "editor"),
    ];

    // The same person at two windows: the second saves after the first.
    private static async Task ConflictAsync(IPage page)
    {
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync($"Two versions {Guid.NewGuid():N}"[..30]);
        await SaveAsync(page, "Before");
        await Saved(page).WaitForAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await SaveAsync(other, "Changed at one window");
        await Saved(other).WaitForAsync();
        await other.CloseAsync();
        await SaveAsync(page, "Changed at another window");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Bring two versions together" }).WaitForAsync();
    }

    private static ILocator Saved(IPage page) => page.Locator(".govuk-notification-banner--success");

    private static async Task SaveAsync(IPage page, string about)
    {
        await page.GetByRole(AriaRole.Textbox, new() { Name = "About the provider" }).FillAsync(about);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save draft", Exact = true }).ClickAsync();
        await page.LoadedAsync();
    }
}
