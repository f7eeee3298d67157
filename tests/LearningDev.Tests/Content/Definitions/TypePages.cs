using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Content.Definitions;

/// <summary>Uses the pages on content types as an editor does, and looks at the definitions afterwards.</summary>
internal static class TypePages
{
    /// <summary>The form of the page that has a field.</summary>
    public static IHtmlFormElement FormWith(this IHtmlDocument page, string field) => page.Forms.First(form => form.QuerySelector($"[name='{field}']") is not null);

    /// <summary>Writes names into the rows of choices, from the first on.</summary>
    public static IHtmlFormElement WithChoices(this IHtmlFormElement form, params IReadOnlyList<string> names)
    {
        var rows = form.QuerySelectorAll<IHtmlInputElement>("[name='Form.ChoiceNames']").ToList();
        rows.Count.ShouldBeGreaterThanOrEqualTo(names.Count);
        foreach (var (index, row) in rows.Index())
        {
            row.Value = names.ElementAtOrDefault(index) ?? "";
        }

        return form;
    }

    public static async Task<DefinitionSet> DefinitionsAsync(this PortalHost portal)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<ContentDefinitions>().GetAsync();
    }

    public static async Task<ContentFieldDefinition?> FieldAsync(this PortalHost portal, string part, string field) =>
        (await portal.DefinitionsAsync()).FindPart(part)?.Fields.Find(one => one.Name == field);

    /// <summary>Adds a field through the pages.</summary>
    public static async Task AddFieldAsync(this HttpClient client, string part, string label, string kind, IReadOnlyList<string>? choices = null, params (string Name, string? Value)[] values)
    {
        var page = await client.GetPageAsync($"/content/types/parts/{part}/add?type={part}&label={Uri.EscapeDataString(label)}&kind={kind}");
        var form = page.FormWith("Form.Label");
        if (choices is not null)
        {
            form.WithChoices(choices);
        }

        using var answer = await client.SubmitAsync(form, values);
        ((int)answer.StatusCode).ShouldBe(302, string.Join("; ", answer.IsSuccessStatusCode ? (await answer.ReadPageAsync()).Errors() : []));
    }

    /// <summary>Adds a type through the pages.</summary>
    public static async Task AddTypeAsync(this HttpClient client, string name, params (string Name, string? Value)[] values)
    {
        var form = (await client.GetPageAsync($"/content/types/new?called={Uri.EscapeDataString(name)}")).FormWith("Form.DisplayName");
        using var answer = await client.SubmitAsync(form, values);
        ((int)answer.StatusCode).ShouldBe(302, string.Join("; ", answer.IsSuccessStatusCode ? (await answer.ReadPageAsync()).Errors() : []));
    }

    /// <summary>Publishes an item with a title and fields of the type's own part.</summary>
    public static Task<ContentItem> PublishAsync(this PortalHost portal, string type, string title, string id, params (string Field, JsonObject Value)[] fields)
    {
        var own = new JsonObject();
        foreach (var (field, value) in fields)
        {
            own[field] = value;
        }

        return portal.PublishAsync(type, new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = title }, [type] = own }, id);
    }

    public static JsonObject Text(string text) => new() { ["Text"] = text };

    /// <summary>What the newest version of an item holds in a field of its type's own part.</summary>
    public static async Task<string?> ValueAsync(this PortalHost portal, string id, string field)
    {
        var item = (await portal.LatestAsync(id))!;
        return item.Content[item.ContentType]?[field]?.ToJsonString();
    }

    /// <summary>The summaries of the newest events about something, the newest first.</summary>
    public static async Task<List<string>> SummariesAsync(this PortalHost portal, string subject)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.Where(row => row.SubjectId == subject).OrderByDescending(row => row.Id).Select(row => row.Summary).ToListAsync();
    }

    public static async Task<int> StatusAsync(this PortalHost portal, string url, string person)
    {
        using var client = await portal.SignedInAsAsync(person);
        using var answer = await client.GetAsync(url);
        return (int)answer.StatusCode;
    }
}
