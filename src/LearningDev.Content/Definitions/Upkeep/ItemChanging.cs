using System.Text.Json.Nodes;
using LearningDev.Content.Definitions.ChangingKinds;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.Upkeep;

/// <summary>Changes versions of items where they stand. What an editor has open is then out of date, which the form tells when it is saved.</summary>
internal sealed class ItemChanging(PortalDb db, ContentDefinitions definitions, TaxonomyReader taxonomies, ISettings settings)
{
    /// <summary>Makes a change in rows.</summary>
    /// <returns>The items that were changed, each version on its own.</returns>
    public Task<IReadOnlyList<ChangedItem>> ChangeAsync(ItemChange change, IReadOnlyList<ContentItemRow> rows, CancellationToken cancellation) => change switch
    {
        ChangedKind kind => ConvertAsync(kind, rows, cancellation),
        MergedTerm term => Task.FromResult(Merge(term, rows)),
        _ => throw new InvalidOperationException($"{change.GetType().Name} is not known."),
    };

    /// <summary>The conversion between two forms of a field.</summary>
    public async Task<FieldConversion> ConversionAsync(ContentFieldDefinition from, ContentFieldDefinition to, CancellationToken cancellation)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById((await settings.GetAsync<SiteSettings>(cancellation)).TimeZoneId);
        return new FieldConversion(
            from, to, (await TaxonomyAsync(from, cancellation))?.Terms ?? [], await TaxonomyAsync(to, cancellation), zone);
    }

    private async Task<Taxonomy?> TaxonomyAsync(ContentFieldDefinition field, CancellationToken cancellation) =>
        field.FieldName == nameof(TaxonomyField) ? await taxonomies.FindAsync(field.Settings.Read<TaxonomyFieldSettings>().TaxonomyContentItemId, cancellation) : null;

    private async Task<IReadOnlyList<ChangedItem>> ConvertAsync(ChangedKind change, IReadOnlyList<ContentItemRow> rows, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        var there = await ConversionAsync(change.From, change.To, cancellation);
        var back = await ConversionAsync(change.To, change.From, cancellation);
        List<long> ids = [.. rows.Select(row => row.Id)];
        var former = change.UndoesTo is not { } undoesTo ? null : (await db.Set<FormerValue>().AsNoTracking()
            .Where(value => ids.Contains(value.RowId) && value.Field == change.From.Name && value.Version > undoesTo).ToListAsync(cancellation)).ToLookup(value => (value.RowId, value.Part));
        List<ChangedItem> changed = [];
        foreach (var row in rows)
        {
            var content = JsonNode.Parse(row.Json)!.AsObject();
            foreach (var part in set.FindType(row.ContentType)?.Parts.Where(part => Is(part.PartName, change.Part)) ?? [])
            {
                var holder = content[part.Name] as JsonObject;
                var value = holder?[change.From.Name] as JsonObject;
                var steps = former is null ? [] : former[(row.Id, part.Name)].ToList();
                if (holder is null || (value is null && steps.Count == 0))
                {
                    continue;
                }

                var converted = there.Convert(value);
                var result = Former(value, steps, change.To.FieldName) ?? converted.Json;
                if (JsonNode.DeepEquals(value, result))
                {
                    continue;
                }

                Put(holder, change.To.Name, result);
                if (value is not null && !JsonNode.DeepEquals(value, back.Convert(result).Json))
                {
                    db.Add(new FormerValue
                    {
                        RowId = row.Id,
                        Part = part.Name,
                        Field = change.To.Name,
                        Version = change.ToVersion,
                        Before = value.ToJsonString(PortalJson.Compact),
                        After = result?.ToJsonString(PortalJson.Compact) ?? "",
                    });
                }

                changed.Add(Write(row, content, [new AuditChange(change.To.DisplayName, converted.Before, back.Convert(result).Before)]));
            }
        }

        return changed;
    }

    /// <summary>The value that the field had before, when it still is what the changes since have made of it; null when somebody has changed it.</summary>
    private static JsonObject? Former(JsonObject? value, IEnumerable<FormerValue> former, string kind)
    {
        var current = value;
        foreach (var step in former.OrderByDescending(step => step.Version))
        {
            if (JsonNode.DeepEquals(current, step.After.Length == 0 ? null : JsonNode.Parse(step.After)))
            {
                current = JsonNode.Parse(step.Before)!.AsObject();
            }
        }

        return current != value && current is not null && current.ContainsKey(PropertyOf(kind)) ? current : null;
    }

    private static string PropertyOf(string kind) => kind switch
    {
        nameof(TextField) => nameof(TextField.Text),
        nameof(MarkdownField) => nameof(MarkdownField.Markdown),
        nameof(MultiTextField) => nameof(MultiTextField.Values),
        nameof(TaxonomyField) => nameof(TaxonomyField.TermContentItemIds),
        nameof(LinkField) => nameof(LinkField.Url),
        _ => nameof(NumericField.Value),
    };

    private static IReadOnlyList<ChangedItem> Merge(MergedTerm change, IReadOnlyList<ContentItemRow> rows)
    {
        List<ChangedItem> changed = [];
        foreach (var row in rows.Where(row => row.Json.Contains($"\"{change.TermId}\"", StringComparison.Ordinal)))
        {
            var content = JsonNode.Parse(row.Json)!.AsObject();
            if (Replace(content, change))
            {
                changed.Add(Write(row, content, [new AuditChange("Term", change.Name, change.IntoName)]));
            }
        }

        return changed;
    }

    private static bool Replace(JsonNode? node, MergedTerm change)
    {
        var replaced = false;
        foreach (var (name, value) in node as JsonObject ?? [])
        {
            if (name == nameof(TaxonomyField.TermContentItemIds) && value is JsonArray terms && terms.Any(term => term?.ToString() == change.TermId))
            {
                List<string> kept = [.. terms.Select(term => term?.ToString() == change.TermId ? change.IntoId : term?.ToString() ?? "").Distinct()];
                terms.Clear();
                kept.ForEach(term => terms.Add((JsonNode)term));
                replaced = true;
            }
            else
            {
                replaced |= Replace(value, change);
            }
        }

        foreach (var inner in node as JsonArray ?? [])
        {
            replaced |= Replace(inner, change);
        }

        return replaced;
    }

    private static ChangedItem Write(ContentItemRow row, JsonObject content, IReadOnlyList<AuditChange> changes)
    {
        row.Json = content.ToJsonString(PortalJson.Compact);
        row.Revision++;
        return new ChangedItem(row.Id, row.ContentType, row.ContentItemId, row.DisplayText, row.Latest, changes);
    }

    private static void Put(JsonObject holder, string field, JsonObject? value)
    {
        if (value is null)
        {
            holder.Remove(field);
        }
        else
        {
            holder[field] = value.DeepClone();
        }
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A version that was changed.</summary>
/// <param name="RowId">The id of its row.</param>
/// <param name="Type">The item's type.</param>
/// <param name="Id">The item's id.</param>
/// <param name="Name">The item's name.</param>
/// <param name="IsNewest">True for the version that editors see.</param>
/// <param name="Changes">What was changed.</param>
internal sealed record ChangedItem(long RowId, string Type, string Id, string Name, bool IsNewest, IReadOnlyList<AuditChange> Changes);
