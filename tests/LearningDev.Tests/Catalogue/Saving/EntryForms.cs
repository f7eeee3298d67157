using AngleSharp.Html.Dom;
using LearningDev.Catalogue.Entries;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Catalogue.Saving;

/// <summary>Does with entries what people do on their pages, and looks into the database afterwards.</summary>
internal static class EntryForms
{
    /// <summary>The first form of the page that has a button with these words, for an entry where a title is given.</summary>
    public static IHtmlFormElement FormWith(this IHtmlDocument page, string button, string? title = null) => page.Forms.First(form =>
        form.QuerySelectorAll("button").Any(candidate => candidate.TextContent.Trim() is var words
            && (title is null ? words == button || words.StartsWith(button + ":", StringComparison.Ordinal) : words == $"{button}: {title}")));

    public static async Task SaveAsync(this HttpClient client, string slug)
    {
        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/catalogue/{slug}")).FormWith("Save for later"));
        answer.Headers.Location!.OriginalString.ShouldBe($"/catalogue/{slug}");
    }

    /// <summary>Recommends an entry to somebody, found by words of the name.</summary>
    public static async Task<HttpResponseMessage> RecommendAsync(this HttpClient client, string slug, string words, string note = "")
    {
        var found = await client.FindColleaguesAsync(slug, words);
        var id = found.QuerySelector("input[name=People]")!.GetAttribute("value");
        return await client.SubmitAsync(found.Form($"/catalogue/{slug}/recommend"), "Recommend", [("People", id), ("Note", note)], []);
    }

    public static async Task<IHtmlDocument> FindColleaguesAsync(this HttpClient client, string slug, string words, IHtmlDocument? page = null)
    {
        page ??= await client.GetPageAsync($"/catalogue/{slug}/recommend");
        var form = page.Form($"/catalogue/{slug}/recommend");
        form.Action += "?handler=Find";
        using var answer = await client.SubmitAsync(form, "Find", [("Words", words)], []);
        ((int)answer.StatusCode).ShouldBe(200);
        return await answer.ReadPageAsync();
    }

    public static string Banner(this IHtmlDocument page) => page.QuerySelector(".govuk-notification-banner__heading")?.TextContent.Trim() ?? "";

    public static List<string> Titles(this IHtmlDocument page) => [.. page.QuerySelectorAll(".app-results__title").Select(title => title.TextContent.Trim())];

    public static async Task<T> ReadAsync<T>(this PortalHost portal, Func<PortalDb, Task<T>> read)
    {
        await using var scope = portal.Scope();
        return await read(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    /// <summary>How often a page asks the database when what is cached for a second is fresh: the fewest of several times.</summary>
    public static async Task<int> QueriesOfAsync(this PortalHost portal, HttpClient client, string path)
    {
        var fewest = int.MaxValue;
        for (var time = 0; time < 4; time++)
        {
            portal.Queries.Restart();
            await client.GetPageAsync(path);
            fewest = Math.Min(fewest, portal.Queries.Count);
        }

        return fewest;
    }

    public static async Task WriteAsync(this PortalHost portal, Action<PortalDb> write)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        write(db);
        await db.SaveChangesAsync();
    }

    public static async Task ChangePersonAsync(this PortalHost portal, string userName, Action<Person> change)
    {
        var id = await portal.PersonIdAsync(userName);
        await portal.WriteAsync(db => change(db.Users.Single(person => person.Id == id)));
    }

    public static async Task UnpublishAsync(this PortalHost portal, string id)
    {
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<ContentItems>().UnpublishAsync(id)).ShouldBeTrue();
    }

    /// <summary>Lets only a role see an entry.</summary>
    public static async Task RestrictAsync(this PortalHost portal, string id, params IEnumerable<string> roles)
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = (await items.FindAsync(id, VersionChoice.Latest))!;
        item.Alter<VisibilityPart>(part => part.Roles.Values = [.. roles]);
        await items.PublishAsync(item);
    }

    /// <summary>An entry that only councillors see.</summary>
    public static Task<CatalogueEntry> RestrictedAsync(this PortalHost portal) => portal.ReadAsync(db =>
        db.CatalogueEntries.AsNoTracking().Where(entry => entry.IsRestricted).OrderBy(entry => entry.Slug).FirstAsync());

    public static Task<List<string>> EventsAsync(this PortalHost portal, string userName) => portal.ReadAsync(async db =>
    {
        var id = await db.Users.Where(person => person.UserName == userName).Select(person => person.Id).SingleAsync();
        return await db.AuditEntries.Where(row => row.PersonId == id && !row.Event.StartsWith("Sign") && !row.Event.StartsWith("Person"))
            .OrderBy(row => row.Id).Select(row => row.Event).ToListAsync();
    });
}
