using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using LearningDev.Content.Recipes;
using LearningDev.Content.Recipes.Administering.Working;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Content.Recipes.Administering;

/// <summary>The administrators' pages for recipes as the tests use them.</summary>
internal static class RecipePages
{
    public const string List = "/admin/recipes";

    /// <summary>A recipe that adds units of the given codes.</summary>
    public static string Units(params IEnumerable<string> codes) => Recipe(
        $$"""{ "name": "structure", "Units": [{{string.Join(", ", codes.Select(code => $$"""{ "Code": "{{code}}", "Name": "Unit {{code}}", "Kind": "Directorate" }"""))}}] }""");

    /// <summary>A recipe of the given steps.</summary>
    public static string Recipe(params IEnumerable<string> steps) => $$"""{ "name": "tried", "displayName": "Tried out", "steps": [{{string.Join(",\n", steps)}}] }""";

    public static IHtmlFormElement UploadForm(this IHtmlDocument page) => page.Forms.Single(form => form.Enctype == "multipart/form-data");

    public static IHtmlFormElement RunForm(this IHtmlDocument page) => page.Forms.Single(form => form.Id == "run");

    public static IHtmlFormElement FormFor(this IHtmlDocument page, string handler) => page.Forms.Single(form => form.Action.EndsWith($"?handler={handler}", StringComparison.Ordinal));

    /// <summary>Uploads a recipe and waits until it is known what it would change.</summary>
    /// <returns>The address of the page that tells it.</returns>
    public static async Task<string> UploadAsync(this PortalHost portal, HttpClient client, byte[] bytes, string fileName = "tried.recipe.json")
    {
        var page = await client.GetPageAsync(List);
        using var answer = await client.SubmitAsync(page.UploadForm(), null, [], [new FormFile("Upload", fileName, "application/octet-stream", bytes)]);
        return await portal.FollowAsync(answer);
    }

    public static Task<string> UploadAsync(this PortalHost portal, HttpClient client, string recipe) => portal.UploadAsync(client, Encoding.UTF8.GetBytes(recipe));

    /// <summary>Waits for what an answer has begun.</summary>
    /// <returns>The address that the answer leads to.</returns>
    public static async Task<string> FollowAsync(this PortalHost portal, HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = answer.Headers.Location!.OriginalString;
        await using var scope = portal.Scope();
        if (scope.ServiceProvider.GetRequiredService<RecipeWorker>().Find(path.Split('/')[3]) is { } work)
        {
            await work.Ended.WaitAsync(TimeSpan.FromMinutes(2));
        }

        return path;
    }

    /// <summary>Runs the recipe that a page shows, and waits for the end.</summary>
    /// <returns>The page that the person comes to.</returns>
    public static async Task<IHtmlDocument> RunAsync(this PortalHost portal, HttpClient client, string path, params (string Name, string? Value)[] values)
    {
        var page = await client.GetPageAsync(path);
        using var answer = await client.SubmitAsync(page.RunForm(), "Run the recipe", values, []);
        return await client.PageAtAsync(await portal.FollowAsync(answer));
    }

    /// <summary>Opens a page, and the page that it leads to.</summary>
    public static async Task<IHtmlDocument> PageAtAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return answer.StatusCode == HttpStatusCode.Redirect ? await client.GetPageAsync(answer.Headers.Location!.OriginalString) : await answer.ReadPageAsync();
    }

    public static string Heading(this IHtmlDocument page) => page.QuerySelector("h1")!.TextContent.Trim();

    /// <summary>The cells of a table, by its rows.</summary>
    public static IReadOnlyList<string> Rows(this IHtmlDocument page, string labelledBy) =>
        [.. page.QuerySelectorAll($"[aria-labelledby={labelledBy}] tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => Words(cell.TextContent))).TrimEnd())];

    public static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static async Task<bool> HasUnitAsync(this PortalHost portal, string code)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Units.AnyAsync(unit => unit.Code == code);
    }

    /// <summary>The audit's rows of an event, with the names of those who did it, the newest first.</summary>
    public static async Task<IReadOnlyList<(string Who, string What)>> AuditAsync(this PortalHost portal, string happened)
    {
        await using var scope = portal.Scope();
        return [.. (await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.Where(row => row.Event == happened).OrderByDescending(row => row.Id).ToListAsync())
            .Select(row => (row.PersonName, row.Summary))];
    }

    /// <summary>Runs a recipe as an operator does.</summary>
    public static async Task RunDirectlyAsync(this PortalHost portal, string recipe)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(LearningDev.Content.Recipes.Recipe.Parse(recipe));
    }
}
