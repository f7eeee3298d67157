using System.Text;
using LearningDev.TestSupport;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

[Collection(nameof(BrowserPortal))]
public class SheetTests(BrowserPortal portal)
{
    [Theory]
    [InlineData("Abacus journey", true)]
    [InlineData("Lantern journey", false)]
    [Requirement("CMS-05")]
    public async Task Import_FileWithAWrongRow_IsMendedAndExportedAgain(string name, bool script)
    {
        await using var editor = await portal.VisitAsync("editor", script: script);
        var page = editor.Page;
        await UploadAsync(editor, $"Title,Address\n{name} A,\n{name} B,no & address\n");
        await PressAsync(page, "See what becomes of each row");
        await SettleAsync(page, "Checking ");
        (await page.Locator("tbody").InnerTextAsync()).ShouldContain("Address must have only letters");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the 1 wrong row" }).ClickAsync());
        var wrong = await File.ReadAllTextAsync(await download.PathAsync());
        await PressAsync(page, "Import 1 row");
        await SettleAsync(page, "Importing ");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("journey.csv was imported");

        await UploadAsync(editor, wrong.Replace("no & address", "", StringComparison.Ordinal));
        await PressAsync(page, "See what becomes of each row");
        await SettleAsync(page, "Checking ");
        await PressAsync(page, "Import 1 row");
        await SettleAsync(page, "Importing ");

        await editor.OpenAsync($"/content/export?type=Provider&q={Uri.EscapeDataString(name)}");
        (await page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldStartWith("2 items");
        await page.GetByLabel("CSV (.csv)").CheckAsync();
        var exported = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        (await File.ReadAllTextAsync(await exported.PathAsync())).ShouldContain($"{name} B");
        editor.ShouldBeWithoutComplaints();
    }

    private static async Task UploadAsync(Visit editor, string text)
    {
        var page = editor.Page;
        await editor.OpenAsync("/content/import");
        await page.GetByLabel("What do you want to import?").SelectOptionAsync("Provider");
        await PressAsync(page, "Continue");
        await page.GetByLabel("Spreadsheet or CSV file", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "journey.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await PressAsync(page, "Continue");
    }

    // On a machine with much to do the page may say first that it is not ready yet.
    private static async Task SettleAsync(IPage page, string notYet)
    {
        for (var looks = 0; looks < 10 && (await page.Locator("h1").InnerTextAsync()).StartsWith(notYet, StringComparison.Ordinal); looks++)
        {
            await PressAsync(page, "See how far it is");
        }
    }

    private static async Task PressAsync(IPage page, string button)
    {
        await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(), response => response.Request.IsNavigationRequest && response.Ok);
        await page.LoadedAsync();
    }
}
