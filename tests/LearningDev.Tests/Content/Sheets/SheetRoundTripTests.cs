using System.Text.Json.Nodes;
using LearningDev.Catalogue.Equality;
using LearningDev.Content.Items;
using LearningDev.Content.PrivateItems;
using LearningDev.Content.Sheets.Files;
using LearningDev.Content.Sheets.Importing.Keeping;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets;

/// <summary>Every item of the demonstration council, taken out as a sheet and brought in again: where it is, and where it is not.</summary>
[Requirement("CMS-05")]
public class SheetRoundTripTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("Csv")]
    [InlineData("Xlsx")]
    public async Task Export_EveryDemonstrationItem_IsEqualFieldByFieldWhereItIsImported(string form)
    {
        // What the demonstration came with has no assessment, which new courses need.
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(new EqualitySettings { Kinds = [] });
        }

        List<string> compared = [];
        foreach (var type in await TypesAsync())
        {
            var before = await ItemsAsync(type);
            if (before.Count == 0)
            {
                continue;
            }

            var bytes = await portal.ExportAllAsync(type, Enum.Parse<SheetForm>(form));

            (await portal.ImportAllAsync(type, bytes)).Where(row => row.Outcome != RowOutcome.Unchanged).Select(Words).ShouldBeEmpty(type);
            if (type == "Taxonomy")
            {
                // Its terms are in no sheet, so that it cannot be made anew of one.
                continue;
            }

            await ForgetAsync(type);
            var rows = await portal.ImportAllAsync(type, bytes);
            rows.Where(row => row.Outcome != RowOutcome.Add || !row.IsDone).Select(Words).ShouldBeEmpty(type);
            var after = await ItemsAsync(type);
            after.Keys.ShouldBe(before.Keys, ignoreOrder: true);
            foreach (var (id, item) in before)
            {
                (after[id].Published, after[id].DisplayText).ShouldBe((item.Published, item.DisplayText), id);
                Plain(after[id].Content).ToJsonString(PortalJson.Compact).ShouldBe(Plain(item.Content).ToJsonString(PortalJson.Compact), id);
            }

            compared.Add(type);
        }

        compared.Count.ShouldBeGreaterThan(9);
    }

    private static string Words(KeptSheetRow row) => $"row {row.Number} {row.Title}: {row.Outcome} {row.Details}";

    private async Task<List<string>> TypesAsync()
    {
        await using var scope = portal.Scope();
        var privates = scope.ServiceProvider.GetRequiredService<PrivateTypes>().Names;
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ContentItemRow>().Where(row => row.Latest && !EF.Parameter(privates).Contains(row.ContentType)).Select(row => row.ContentType).Distinct().Order().ToListAsync();
    }

    private async Task<Dictionary<string, ContentItem>> ItemsAsync(string type)
    {
        await using var scope = portal.Scope();
        return (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ContentItemRow>().AsNoTracking().Where(row => row.Latest && row.ContentType == type).ToListAsync())
            .ToDictionary(row => row.ContentItemId, row => row.ToItem());
    }

    /// <summary>Makes the portal one that has never had the items of a type.</summary>
    private async Task ForgetAsync(string type)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var ids = db.Set<ContentItemRow>().Where(row => row.ContentType == type).Select(row => row.ContentItemId);
        await db.Set<ContentRoute>().Where(route => ids.Contains(route.ContentItemId)).ExecuteDeleteAsync();
        await db.Set<ContentItemRow>().Where(row => row.ContentType == type).ExecuteDeleteAsync();
    }

    /// <summary>The content without what says nothing, with its properties in one order: a field that is not there is one that is empty.</summary>
    private static JsonObject Plain(JsonObject json) => (JsonObject)(PlainNode(json) ?? new JsonObject());

    private static JsonNode? PlainNode(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                var properties = new JsonObject();
                foreach (var (name, value) in json.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    if (PlainNode(value) is { } plain)
                    {
                        properties[name] = plain;
                    }
                }

                return properties.Count > 0 ? properties : null;
            case JsonArray list:
                return list.Count > 0 ? list.DeepClone() : null;
            default:
                return node is null || (node.GetValueKind() == System.Text.Json.JsonValueKind.String && node.ToString().Length == 0) ? null : node.DeepClone();
        }
    }
}
