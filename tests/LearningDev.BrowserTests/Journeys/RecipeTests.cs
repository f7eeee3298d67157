using System.Text;
using System.Text.Json.Nodes;
using LearningDev.TestSupport;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

[Collection(nameof(BrowserPortal))]
public class RecipeTests(BrowserPortal portal)
{
    [Theory]
    [InlineData("Gatekeeper", true)]
    [InlineData("Lamplighter", false)]
    [Requirement("CMS-05")]
    public async Task Upload_RecipeThatGivesRights_IsSeenRunAndDone(string role, bool script)
    {
        await using var administrator = await portal.VisitAsync("administrator", script: script);
        var page = administrator.Page;
        await administrator.OpenAsync("/admin");
        await page.GetByRole(AriaRole.Link, new() { Name = "Recipes", Exact = true }).ClickAsync();

        await UploadAsync(page, $$"""{ "name": "made", "displayName": "Made for a test", "steps": [{ "name": "Roles", "Roles": [{ "Name": "{{role}}", "Permissions": ["ViewAudit"] }] }] }""");
        (await HeadingAsync(page)).ShouldBe("What Made for a test would change");
        (await page.Locator("main ul.govuk-list--bullet").InnerTextAsync()).ShouldBe($"{role}: gains the permission ViewAudit (See who changed what and when)");

        await RunAsync(page);
        (await HeadingAsync(page)).ShouldBe("Made for a test was run");
        await page.GotoAsync(new Uri(new Uri(page.Url), "/admin/audit?kind=Role").ToString());
        (await page.Locator("tbody").InnerTextAsync()).ShouldContain($"Added the role {role}");
        administrator.ShouldBeWithoutComplaints();
    }

    [Fact]
    [Requirement("CMS-05")]
    public async Task Export_OneCourse_IsReadAgain()
    {
        await using var administrator = await portal.VisitAsync("administrator");
        var page = administrator.Page;
        await administrator.OpenAsync("/admin/recipes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Export a recipe" }).ClickAsync();
        await page.GetByLabel("Single items").FillAsync("managing-stress");
        await page.GetByLabel("Name of the recipe").FillAsync("stress");
        await page.GetByRole(AriaRole.Button, new() { Name = "See what it holds" }).ClickAsync();
        (await page.Locator(".govuk-summary-list").InnerTextAsync()).ShouldContain("stress.recipe.json");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("stress.recipe.json");
        var recipe = await File.ReadAllTextAsync(await download.PathAsync());
        await administrator.OpenAsync("/admin/recipes");
        await UploadAsync(page, recipe);
        (await page.Locator("main").InnerTextAsync()).ShouldContain("The recipe would change nothing");

        var changed = JsonNode.Parse(recipe)!;
        var item = changed["steps"]!.AsArray().SelectMany(step => step!["data"] as JsonArray ?? []).Single(found => (string?)found!["ContentItemId"] == "managing-stress")!;
        item["LearningPart"]!["Summary"]!["Text"] = "Changed by a recipe.";
        await administrator.OpenAsync("/admin/recipes");
        await UploadAsync(page, changed.ToJsonString());
        await RunAsync(page);
        (await HeadingAsync(page)).ShouldEndWith("was run");
        await administrator.OpenAsync("/catalogue/managing-stress");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Changed by a recipe.");

        // The others find the course as it was.
        await administrator.OpenAsync("/admin/recipes");
        await UploadAsync(page, recipe);
        await RunAsync(page);
        administrator.ShouldBeWithoutComplaints();
    }

    private static async Task UploadAsync(IPage page, string recipe)
    {
        await page.GetByLabel("Recipe", new() { Exact = true }).SetInputFilesAsync(new FilePayload
        {
            Name = "made.recipe.json",
            MimeType = "application/json",
            Buffer = Encoding.UTF8.GetBytes(recipe),
        });
        await PressAsync(page, page.Locator("form[enctype] button"));
        await SettleAsync(page, "Checking ");
    }

    private static async Task RunAsync(IPage page)
    {
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Run the recipe" }));
        await SettleAsync(page, "Running ");
    }

    // On a machine with much to do the page may say first that it is not ready yet.
    private static async Task SettleAsync(IPage page, string notYet)
    {
        for (var looks = 0; looks < 10 && (await HeadingAsync(page)).StartsWith(notYet, StringComparison.Ordinal); looks++)
        {
            await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "See how far it is" }));
        }
    }

    private static async Task PressAsync(IPage page, ILocator button)
    {
        await page.RunAndWaitForResponseAsync(() => button.ClickAsync(), response => response.Request.IsNavigationRequest && response.Ok);
        await page.LoadedAsync();
    }

    private static async Task<string> HeadingAsync(IPage page) => await page.Locator("h1").InnerTextAsync();
}
