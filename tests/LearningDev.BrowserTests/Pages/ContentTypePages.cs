using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>The pages on content types and taxonomies, and those that show items of types that editors have added.</summary>
internal static class ContentTypePages
{
    public static IReadOnlyList<PortalPage> All { get; } =
    [
        new("Content types", "content/types", "/content/types", "editor", IsMain: true),
        new("Content types for an employee", "content/types", "/content/types", Status: 403),
        new("Content type", "content/types/{name}", "/content/types/Course", "editor", IsMain: true),
        new("No content type", "content/types/{name}", "/content/types/Nothing", "editor", Status: 404),
        new("New type, name", "content/types/new", "/content/types/new", "editor"),
        new("New type", "content/types/new", "/content/types/new?called=Travel+policy", "editor", IsMain: true),
        new("New type, refused", "content/types/new", "/content/types/new?called=Course", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Add the type", Exact = true }).ClickAsync(),
        },
        new("Settings of a type", "content/types/{name}/settings", "/content/types/Course/settings", "editor"),
        new("Part to add", "content/types/{name}/add-part", "/content/types/Course/add-part", "editor"),
        new("Part to add, refused", "content/types/{name}/add-part", "/content/types/Course/add-part", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Add the part", Exact = true }).ClickAsync(),
        },
        new("Part to take off", "content/types/{name}/remove-part/{part}", "/content/types/new", "editor")
        {
            Before = page => WithLeafletAsync(page, "/content/types/Leaflet/remove-part/MarkdownBodyPart"),
        },
        new("Type to retire", "content/types/{name}/retire", "/content/types/Conference/retire", "editor"),
        new("Type that cannot be removed", "content/types/{name}/remove", "/content/types/Course/remove", "editor"),
        new("Kind of a new field", "content/types/parts/{part}/add", "/content/types/parts/Course/add?type=Course", "editor", IsMain: true),
        new("Kind of a new field, refused", "content/types/parts/{part}/add", "/content/types/parts/Course/add?type=Course&label=", "editor"),
        .. from kind in (string[])["choice", "number", "date", "terms", "items"]
           select new PortalPage($"New field, {kind}", "content/types/parts/{part}/add", $"/content/types/parts/Course/add?type=Course&label=Dress+code&kind={kind}", "editor"),
        new("New field, refused", "content/types/parts/{part}/add", "/content/types/parts/Course/add?type=Course&label=Dress+code&kind=choice", "editor", IsMain: true)
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Add the field", Exact = true }).ClickAsync(),
        },
        new("Field of a module", "content/types/parts/{part}/{field}", "/content/types/parts/LearningPart/Classification?type=Course", "editor"),
        new("Field of editors", "content/types/parts/{part}/{field}", "/content/types/new", "editor") { Before = page => WithLeafletAsync(page, "/content/types/parts/Leaflet/Paper?type=Leaflet") },
        new("Field to remove", "content/types/parts/{part}/{field}/remove", "/content/types/new", "editor") { Before = page => WithLeafletAsync(page, "/content/types/parts/Leaflet/Paper/remove") },
        new("Field of a module to remove", "content/types/parts/{part}/{field}/remove", "/content/types/parts/LearningPart/Summary/remove", "editor"),
        new("Kind to change", "content/types/parts/{part}/{field}/kind", "/content/types/new", "editor") { Before = page => WithLeafletAsync(page, "/content/types/parts/Leaflet/Paper/kind") },
        new("Kind to change, previewed", "content/types/parts/{part}/{field}/kind", "/content/types/new", "editor")
        {
            Before = page => WithLeafletAsync(page, "/content/types/parts/Leaflet/Paper/kind?to=choices"),
        },
        new("History of a type", "content/types/history/{kind}/{name}", "/content/types/history/type/Course", "editor"),
        new("History of fields", "content/types/history/{kind}/{name}", "/content/types/new", "editor") { Before = page => WithLeafletAsync(page, "/content/types/history/part/Leaflet?type=Leaflet") },
        new("Version of a type to restore", "content/types/history/{kind}/{name}/{version:int}", "/content/types/new", "editor") { Before = page => WithLeafletAsync(page, "/content/types/history/part/Leaflet/1") },
        new("No version of a type", "content/types/history/{kind}/{name}/{version:int}", "/content/types/history/type/Course/999", "editor", Status: 404),
        new("Item of a type of editors", "pages/{type}/{slug}", "/content/types/new", "editor", IsMain: true) { Before = page => WithLeafletAsync(page, "/pages/leaflet/how-to-fold-a-leaflet") },
        new("Items of a type of editors", "pages/{type}", "/content/types/new", "editor") { Before = page => WithLeafletAsync(page, "/pages/leaflet") },
        new("Items of a type of editors, nothing found", "pages/{type}", "/content/types/new", "editor") { Before = page => WithLeafletAsync(page, "/pages/leaflet?q=zzzz") },
        new("Items of no type", "pages/{type}", "/pages/nothing", Status: 404),
        new("Taxonomies", "content/taxonomies", "/content/taxonomies", "editor"),
        new("Terms", "content/taxonomies/{id}", "/content/taxonomies/topics", "editor", IsMain: true),
        new("No taxonomy", "content/taxonomies/{id}", "/content/taxonomies/nothing", "editor", Status: 404),
        new("New term", "content/taxonomies/{id}/add", "/content/taxonomies/topics/add", "editor"),
        new("New term, refused", "content/taxonomies/{id}/add", "/content/taxonomies/topics/add", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Add the term", Exact = true }).ClickAsync(),
        },
        new("Term", "content/taxonomies/{id}/terms/{term}", "/content/taxonomies/topics/terms/topic-leadership", "editor"),
        new("Terms to merge", "content/taxonomies/{id}/terms/{term}/merge", "/content/taxonomies/topics/terms/topic-leadership/merge", "editor"),
        new("Terms to merge, refused", "content/taxonomies/{id}/terms/{term}/merge", "/content/taxonomies/topics/terms/topic-leadership/merge?into=", "editor"),
        new("Terms to merge, previewed", "content/taxonomies/{id}/terms/{term}/merge", "/content/taxonomies/topics/terms/topic-leadership/merge?into=topic-finance", "editor"),
    ];

    /// <summary>Adds a type with a field and an item, where it is not there yet, and goes on to a page.</summary>
    private static async Task WithLeafletAsync(IPage page, string then)
    {
        await page.GoAsync("/content/types");
        if (await page.Locator("a[href='/content/types/Leaflet']").CountAsync() == 0)
        {
            await page.GoAsync("/content/types/new?called=Leaflet");
            await ClickAsync(page, "Add the type");
            await page.GoAsync("/content/types/parts/Leaflet/add?type=Leaflet&label=Paper&kind=choice");
            foreach (var (index, name) in new[] { "Thin", "Thick", "Recycled, and so rough that it is better not to write upon it with a fountain pen" }.Index())
            {
                await page.GetByLabel($"Choice {index + 1}").FillAsync(name);
            }

            await page.GetByLabel("Let people narrow searches by it").CheckAsync();
            await ClickAsync(page, "Add the field");
            await page.GoAsync("/content/new/Leaflet");
            await page.GetByLabel("Title", new() { Exact = true }).FillAsync("How to fold a leaflet");
            await page.GetByLabel("Paper").SelectOptionAsync(new SelectOptionValue { Label = "Thick" });
            await ClickAsync(page, "Publish");
        }

        await page.GoAsync(then);
    }

    private static async Task ClickAsync(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await page.LoadedAsync();
    }
}
