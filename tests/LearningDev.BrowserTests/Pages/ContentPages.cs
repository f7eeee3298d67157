using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages for editors.</summary>
internal static class ContentPages
{
    public static IEnumerable<PortalPage> All =>
    [
        new("Content", "content", "/content", "editor", IsMain: true),
        new("Content, page 2", "content", "/content?page=2", "editor"),
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
            Before = page => page.Locator("td a").First.ClickAsync(),
        },
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
