using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.PrivateItems;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.Affected;

/// <summary>
/// Says which items a change of a field is about (CMS-02). All are counted by an index; what they hold is read of the newest only, so that a page does not wait for
/// a hundred thousand items.
/// </summary>
internal sealed class AffectedItems(PortalDb db, ContentDefinitions definitions, PrivateTypes privates, ItemVisibility visibility)
{
    /// <summary>Of so many items is read what they hold.</summary>
    public const int MostRead = 500;

    /// <summary>How many items editors see of each type.</summary>
    public Task<Dictionary<string, int>> CountsAsync(CancellationToken cancellation) => db.Set<ContentItemRow>().Where(row => row.Latest)
        .GroupBy(row => row.ContentType).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);

    /// <summary>The items that have a part, and what the newest of them hold in a field.</summary>
    public async Task<AffectedSample> OfFieldAsync(string part, string field, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        string[] types = [.. set.TypesWith(part)];
        var rows = db.Set<ContentItemRow>().AsNoTracking().Where(row => row.Latest && EF.Parameter(types).Contains(row.ContentType));
        var total = await rows.CountAsync(cancellation);
        var newest = await rows.OrderByDescending(row => row.ModifiedUtc).Take(MostRead)
            .Select(row => new { row.ContentItemId, row.ContentType, row.DisplayText, row.Json }).ToListAsync(cancellation);
        List<string> ids = [.. newest.Select(row => row.ContentItemId)];
        var hidden = await visibility.HiddenAsync(cancellation) is { } unseen ? await unseen.Where(id => EF.Parameter(ids).Contains(id)).ToHashSetAsync(cancellation) : [];
        List<AffectedItem> items = [];
        foreach (var row in newest.Where(row => row.Json.Contains($"\"{field}\"", StringComparison.Ordinal)))
        {
            var content = JsonNode.Parse(row.Json)!.AsObject();
            foreach (var name in set.FindType(row.ContentType)!.Parts.Where(one => string.Equals(one.PartName, part, StringComparison.OrdinalIgnoreCase)).Select(one => one.Name))
            {
                if (content[name]?[field] is JsonObject { Count: > 0 } value)
                {
                    items.Add(new AffectedItem(row.ContentItemId, row.DisplayText, value, privates.Contains(row.ContentType) || hidden.Contains(row.ContentItemId)));
                }
            }
        }

        return new AffectedSample(total, newest.Count, items);
    }
}

/// <summary>What a change of a field is about.</summary>
/// <param name="Total">How many items have the part.</param>
/// <param name="Read">Of how many of them, the newest, it was read what they hold.</param>
/// <param name="Items">Those of them in which the field is filled in.</param>
internal sealed record AffectedSample(int Total, int Read, IReadOnlyList<AffectedItem> Items)
{
    /// <summary>Those of <see cref="Items"/> that editors may read.</summary>
    public IEnumerable<AffectedItem> Readable => Items.Where(item => !item.IsPrivate);

    /// <summary>True when every item was read, so that the counts are exact.</summary>
    public bool IsWhole => Read >= Total;

    /// <summary>How many have something filled in, in a sentence.</summary>
    public string Words => Total == 0 ? "There are no items that have it."
        : IsWhole ? $"{Of(Items.Count, Total)}."
        : $"Of the newest {Read:#,0} of {Total:#,0} items, {Items.Count:#,0} {(Items.Count == 1 ? "has" : "have")} something filled in.";

    private static string Of(int filled, int total) => total == 1
        ? filled == 1 ? "The one item that has it has something filled in" : "The one item that has it has nothing filled in"
        : filled == 0 ? $"None of the {total:#,0} items has something filled in" : $"{filled:#,0} of {total:#,0} items {(filled == 1 ? "has" : "have")} something filled in";
}

/// <summary>An item in which a field is filled in.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Name">The item's name.</param>
/// <param name="Value">What the field holds.</param>
/// <param name="IsPrivate">True when only its module shows the item, or the editor may not know of it.</param>
internal sealed record AffectedItem(string Id, string Name, JsonObject Value, bool IsPrivate);
