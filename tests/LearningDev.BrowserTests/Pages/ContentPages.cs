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
}
