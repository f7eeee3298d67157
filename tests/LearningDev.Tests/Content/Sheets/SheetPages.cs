using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using LearningDev.Content.Items;
using LearningDev.Content.Sheets.Columns;
using LearningDev.Content.Sheets.Exporting;
using LearningDev.Content.Sheets.Files;
using LearningDev.Content.Sheets.Importing.Keeping;
using LearningDev.Content.Sheets.Importing.Matching;
using LearningDev.Content.Sheets.Importing.Working;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Content.Sheets;

/// <summary>The editors' pages for sheets as the tests use them.</summary>
internal static class SheetPages
{
    public const string Imports = "/content/import";

    /// <summary>Uploads a file of providers, or of another type.</summary>
    /// <returns>The address of the page that matches its columns.</returns>
    public static async Task<string> UploadAsync(this HttpClient client, string text, string type = "Provider", string fileName = "providers.csv") =>
        await client.UploadAsync(Encoding.UTF8.GetBytes(text), type, fileName);

    public static async Task<string> UploadAsync(this HttpClient client, byte[] bytes, string type = "Provider", string fileName = "providers.xlsx")
    {
        var page = await client.GetPageAsync($"{Imports}/new?type={type}");
        using var answer = await client.SubmitAsync(page.Form($"{Imports}/new"), null, [], [new FormFile("Upload", fileName, "application/octet-stream", bytes)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Sends the matching as the page proposes it, but for what is named, and waits until the rows are checked.</summary>
    /// <returns>The address of the page that shows them.</returns>
    public static async Task<string> MatchAsync(this PortalHost portal, HttpClient client, string address, params (string Name, string? Value)[] values)
    {
        var page = await client.GetPageAsync(address);
        using var answer = await client.SubmitAsync(page.MatchForm(), values);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = answer.Headers.Location!.OriginalString;
        await portal.WaitAsync(path);
        return path;
    }

    /// <summary>Uploads a text of providers, matches its columns as proposed and checks it.</summary>
    /// <returns>The address of the page that shows what becomes of each row.</returns>
    public static async Task<string> CheckAsync(this PortalHost portal, HttpClient client, string text, params (string Name, string? Value)[] values) =>
        await portal.MatchAsync(client, await client.UploadAsync(text), values);

    /// <summary>Imports what a page shows, and waits for the end.</summary>
    public static async Task<IHtmlDocument> ImportAsync(this PortalHost portal, HttpClient client, string path)
    {
        var page = await client.GetPageAsync(path);
        using var answer = await client.SubmitAsync(page.ImportForm());
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await portal.WaitAsync(path);
        return await client.GetPageAsync(path);
    }

    public static IHtmlFormElement MatchForm(this IHtmlDocument page) => page.Forms.Single(form => form.Method == "post" && form.Action.EndsWith("/columns", StringComparison.Ordinal));

    public static IHtmlFormElement ImportForm(this IHtmlDocument page) =>
        page.Forms.Single(form => form.Closest("main") is not null && form.Action.Contains(Imports, StringComparison.Ordinal) && !form.Action.Contains("handler", StringComparison.Ordinal));

    public static IHtmlFormElement HandlerForm(this IHtmlDocument page, string handler) => page.Forms.Single(form => form.Action.EndsWith($"?handler={handler}", StringComparison.Ordinal));

    public static string IdOf(string path) => path.Split('/')[3];

    /// <summary>Waits for the work on an import.</summary>
    public static async Task WaitAsync(this PortalHost portal, string path)
    {
        await using var scope = portal.Scope();
        if (scope.ServiceProvider.GetRequiredService<SheetWorker>().Find(IdOf(path)) is { } work)
        {
            await work.Ended.WaitAsync(TimeSpan.FromMinutes(5));
        }
    }

    /// <summary>The rows of the table of a page, the cells with strokes between them.</summary>
    public static IReadOnlyList<string> TableRows(this IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => Words(cell.TextContent))).TrimEnd())];

    public static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The newest versions of the items of a title.</summary>
    public static async Task<IReadOnlyList<ContentItem>> ItemsAsync(this PortalHost portal, string title)
    {
        await using var scope = portal.Scope();
        return [.. (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ContentItemRow>().AsNoTracking().Where(row => row.Latest && row.DisplayText == title).ToListAsync()).Select(row => row.ToItem())];
    }

    /// <summary>A scope in which somebody of the demonstration acts.</summary>
    public static async Task<AsyncServiceScope> ScopeOfAsync(this PortalHost portal, string userName)
    {
        var scope = portal.Scope();
        var person = (await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync(userName)).ShouldNotBeNull();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAs((await scope.ServiceProvider.GetRequiredService<PersonPrincipals>().FindAsync(person.Id))!);
        return scope;
    }

    /// <summary>Exports all items of a type, as an administrator.</summary>
    public static async Task<byte[]> ExportAllAsync(this PortalHost portal, string type, SheetForm form)
    {
        await using var scope = await portal.ScopeOfAsync("administrator");
        var columns = (await scope.ServiceProvider.GetRequiredService<SheetColumns>().FindAsync(type, default)).ShouldNotBeNull();
        using var stream = new MemoryStream();
        await scope.ServiceProvider.GetRequiredService<SheetExport>().WriteAsync(new SheetSelection(columns, null, null, null, []), columns.All, form, stream, default);
        return stream.ToArray();
    }

    /// <summary>Imports a file as its columns are called, publishing as an administrator, and waits for the end.</summary>
    /// <returns>What became of the rows.</returns>
    public static async Task<IReadOnlyList<KeptSheetRow>> ImportAllAsync(this PortalHost portal, string type, byte[] bytes)
    {
        string id;
        await using (var scope = await portal.ScopeOfAsync("administrator"))
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var sheets = scope.ServiceProvider.GetRequiredService<KeptSheets>();
            var columns = (await scope.ServiceProvider.GetRequiredService<SheetColumns>().FindAsync(type, default)).ShouldNotBeNull();
            var file = SheetReader.Read(bytes, null, new SheetLimits(100_000, 1_000_000_000));
            var keys = ColumnProposals.Of(columns, file.Headers, null);
            await using var transaction = await db.Database.BeginTransactionAsync();
            id = await sheets.KeepAsync(columns.Type, $"{type}.any", SheetReader.FormOf(bytes), bytes, default);
            db.ChangeTracker.Clear();
            var matching = new SheetMatching(file.Headers, keys, ColumnProposals.KeyOf(keys, columns, null), Update: true, Add: true, Clear: true, Publish: true);
            (await sheets.CheckAsync((await sheets.FindAsync(id, default))!, file.Sheet, matching, default)).ShouldBeTrue();
            await transaction.CommitAsync();
        }

        await portal.WaitAsync($"{Imports}/{id}");
        await using (var scope = await portal.ScopeOfAsync("administrator"))
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var sheets = scope.ServiceProvider.GetRequiredService<KeptSheets>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var kept = (await sheets.FindAsync(id, default)).ShouldNotBeNull();
            kept.Failure.ShouldBeEmpty();
            (await sheets.RunAsync(kept, default)).ShouldBeTrue();
            await transaction.CommitAsync();
        }

        await portal.WaitAsync($"{Imports}/{id}");
        await using var end = portal.Scope();
        return await end.ServiceProvider.GetRequiredService<PortalDb>().Set<KeptSheetRow>().AsNoTracking().Where(row => row.SheetId == id).OrderBy(row => row.Number).ToListAsync();
    }
}
