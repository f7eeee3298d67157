using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Content.Editing;

/// <summary>Uses the editors' pages as an editor does, and looks into the database afterwards.</summary>
internal static class EditorPages
{
    /// <summary>Buttons by the words on them.</summary>
    public const string SaveDraft = "Save draft";
    public const string Publish = "Publish";

    /// <summary>The form of the item or of the new item: the one in the page with a title box.</summary>
    public static IHtmlFormElement ItemForm(this IHtmlDocument page) => page.Forms.Single(form => form.Elements["shown"] is not null
        || form.QuerySelector("input[name=shown]") is not null);

    /// <summary>The form in which two versions are brought together.</summary>
    public static IHtmlFormElement MergeForm(this IHtmlDocument page) => page.Forms.Single(form => form.Action.Contains("/merge?", StringComparison.Ordinal));

    public static Task<HttpResponseMessage> PressAsync(
        this HttpClient client, IHtmlFormElement form, string button, params (string Name, string? Value)[] values) =>
        client.SubmitAsync(form, button, values, []);

    /// <summary>The messages of the error summary.</summary>
    public static List<string> Errors(this IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim())];

    public static string? ErrorBeside(this IHtmlDocument page, string key) =>
        page.GetElementById($"{key.Replace('.', '_')}-error")?.TextContent.Replace("Error:", "", StringComparison.Ordinal).Trim();

    public static string ValueOf(this IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => throw new InvalidOperationException($"There is no field {name}."),
    };

    public static string Banner(this IHtmlDocument page) =>
        page.QuerySelector(".govuk-notification-banner__content")?.TextContent.Trim() ?? "";

    /// <summary>Saves a new provider through the form; providers need no more than a title.</summary>
    /// <returns>The item's id.</returns>
    public static async Task<string> AddProviderAsync(this HttpClient client, string title, string button = SaveDraft)
    {
        var form = (await client.GetPageAsync("/content/new/Provider")).ItemForm();
        using var answer = await client.PressAsync(form, button, ("TitlePart.Title", title));
        ((int)answer.StatusCode).ShouldBe(302);
        return answer.Headers.Location!.OriginalString.Split('/')[^1];
    }

    public static async Task<ContentItem?> LatestAsync(this PortalHost portal, string id)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync(id, VersionChoice.Latest);
    }

    public static async Task<ContentItem?> PublishedAsync(this PortalHost portal, string id)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync(id, VersionChoice.Published);
    }

    /// <summary>The names of the events about an item, the first first.</summary>
    public static async Task<List<string>> EventsAsync(this PortalHost portal, string id)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries
            .Where(row => row.SubjectId == id).OrderBy(row => row.Id).Select(row => row.Event).ToListAsync();
    }

    /// <summary>Publishes an item as the portal itself.</summary>
    public static async Task<ContentItem> PublishAsync(this PortalHost portal, string type, JsonObject content, string id = "")
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = items.New(type);
        item.ContentItemId = id.Length > 0 ? id : item.ContentItemId;
        item.Content = content;
        return await items.PublishAsync(item);
    }

    /// <summary>Adds a content type with a title and one part of its own name.</summary>
    public static async Task DefineAsync(this PortalHost portal, string type, params IEnumerable<(string Kind, string Name, JsonObject Settings)> fields)
    {
        await using var scope = portal.Scope();
        var definitions = scope.ServiceProvider.GetRequiredService<ContentDefinitions>();
        await definitions.MergePartAsync(new ContentPartDefinition
        {
            Name = type,
            Fields = [.. fields.Select(field => new ContentFieldDefinition { FieldName = field.Kind, Name = field.Name, Settings = field.Settings })],
        });
        await definitions.MergeTypeAsync(new ContentTypeDefinition
        {
            Name = type,
            DisplayName = type,
            Settings = new JsonObject { ["ContentTypeSettings"] = new JsonObject { ["Creatable"] = true, ["Listable"] = true, ["Draftable"] = true, ["Versionable"] = true } },
            Parts = [Part("TitlePart", "0"), Part(type, "1")],
        });
    }

    private static ContentTypePartDefinition Part(string name, string position) => new()
    {
        PartName = name,
        Name = name,
        Settings = new JsonObject { ["ContentTypePartSettings"] = new JsonObject { ["Position"] = position } },
    };
}
