using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages on which editors import and export content.</summary>
internal static class SheetPages
{
    public static IEnumerable<PortalPage> All =>
    [
        new("Import", "content/import", "/content/import", "editor"),
        new("Import for an employee", "content/import", "/content/import", Status: 403),
        new("File to import", "content/import/new", "/content/import/new?type=Course", "editor"),
        new("File to import, refused", "content/import/new", "/content/import/new?type=Taxonomy", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Continue", Exact = true }).ClickAsync(),
        },
        new("File to import of no type", "content/import/new", "/content/import/new?type=None", "editor", Status: 404),
        new("Columns to match", "content/import/{id}/columns", "/content/import/new?type=Provider", "editor") { Before = page => UploadSheetAsync(page) },
        new("Columns to match, refused", "content/import/{id}/columns", "/content/import/new?type=Provider", "editor")
        {
            Before = async page =>
            {
                await UploadSheetAsync(page);
                await page.GetByLabel("Which column says which item a row is?").SelectOptionAsync("");
                await page.GetByRole(AriaRole.Button, new() { Name = "See what becomes of each row" }).ClickAsync();
            },
        },
        new("Rows of an import", "content/import/{id}", "/content/import/new?type=Provider", "editor")
        {
            Before = async page =>
            {
                await UploadSheetAsync(page);
                await page.GetByRole(AriaRole.Button, new() { Name = "See what becomes of each row" }).ClickAsync();
            },
        },
        new("No import", "content/import/{id}", "/content/import/none", "editor", Status: 404),
        new("Export of content", "content/export", "/content/export", "editor"),
        new("Export of courses", "content/export", "/content/export?type=Course", "administrator"),
        new("Export of providers", "content/export", "/content/export?type=Provider&q=learning", "editor"),
        new("Export, nothing found", "content/export", "/content/export?type=Provider&q=zzzz", "editor"),
    ];

    private static async Task UploadSheetAsync(IPage page)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "a-file-with-quite-a-long-name-as-people-give-them-2026-final-version.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes("Title,Address,Our own column\nA provider from a sheet,a-provider,1\nAnother,not / an & address,2\nAnother,x,3\n"),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue", Exact = true }).ClickAsync();
        await page.LoadedAsync();
    }
}
