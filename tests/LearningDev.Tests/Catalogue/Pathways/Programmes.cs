using System.Text.Json.Nodes;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Pathways.Completions;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Catalogue.Pathways;

/// <summary>Makes programmes and marks steps for the tests of pathways.</summary>
internal static class Programmes
{
    /// <summary>Publishes an entry like the core learning pathway, with steps of its own. The address is catalogue/ and the id.</summary>
    public static async Task PublishProgrammeAsync(
        this PortalHost portal, string id, string[] steps, string[]? optional = null, int? wanted = null, string[]? roles = null)
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var like = (await items.FindAsync("core-learning-pathway", VersionChoice.Published))!;
        var item = await items.FindAsync(id, VersionChoice.Latest) ?? items.New("Programme");
        item.ContentItemId = id;
        item.Content = (JsonObject)like.Content.DeepClone();
        item.Content["TitlePart"] = new JsonObject { ["Title"] = $"Programme {id}" };
        item.Content["AutoroutePart"] = new JsonObject { ["Path"] = $"catalogue/{id}" };
        item.Content["VisibilityPart"] = new JsonObject { ["Roles"] = new JsonObject { ["Values"] = Array(roles ?? []) } };
        item.Content["Programme"] = new JsonObject
        {
            ["Steps"] = new JsonObject { ["ContentItemIds"] = Array(steps) },
            ["OptionalSteps"] = new JsonObject { ["ContentItemIds"] = Array(optional ?? []) },
            ["OptionalWanted"] = new JsonObject { ["Value"] = wanted },
        };
        await items.PublishAsync(item);
    }

    /// <summary>Marks an entry as done today, with the button on its page.</summary>
    public static async Task MarkAsync(this HttpClient client, string slug)
    {
        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/catalogue/{slug}")).Form($"/catalogue/{slug}/done"));
        if ((int)answer.StatusCode != 302)
        {
            throw new InvalidOperationException($"Marking {slug} answered {(int)answer.StatusCode}.");
        }
    }

    public static async Task<List<Completion>> CompletionsAsync(this PortalHost portal, string contentItemId)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Completions.AsNoTracking()
            .Where(row => row.ContentItemId == contentItemId).ToListAsync();
    }

    public static async Task<List<CatalogueEntry>> EntriesAsync(this PortalHost portal)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().CatalogueEntries.AsNoTracking().ToListAsync();
    }

    private static JsonArray Array(string[] values) => [.. values.Select(value => JsonValue.Create(value))];
}
