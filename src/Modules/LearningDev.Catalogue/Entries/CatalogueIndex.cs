using LearningDev.Catalogue.Search;
using LearningDev.Content.Curation;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Markdown;
using LearningDev.Content.Pages;
using LearningDev.Content.Search;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Entries;

/// <summary>Keeps the catalogue's index table and tells the search index what it needs of an entry (CAT-01, CAT-02).</summary>
internal sealed class CatalogueIndex(
    PortalDb db, ContentDefinitions definitions, ContentItems items, TaxonomyReader taxonomies, ISettings settings, FieldFacets fieldFacets, ShownFields shown, ItemVisibility visibility,
    IEnumerable<IContentField> fields)
    : ISearchDocumentSource, IContentIndex, IEventHandler<ContentUnpublished>, IEventHandler<ContentRemoved>
{
    public const string Collection = "catalogue";

    private readonly Dictionary<string, IContentField> fields = fields.ToDictionary(field => field.Name);

    public Task HandleAsync(ContentPublished portalEvent, CancellationToken cancellation) => HandleAllAsync([portalEvent], cancellation);

    public async Task HandleAllAsync(IReadOnlyList<ContentPublished> portalEvents, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        List<ContentItem> entries = [.. portalEvents.Select(published => published.Item).Where(item => LearningKinds.IsLearning(set, item.ContentType))];
        List<string> ids = [.. entries.Select(item => item.ContentItemId)];
        var rows = ids.Count == 0 ? [] : await db.CatalogueEntries.Where(row => ids.Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId, cancellation);
        foreach (var item in entries)
        {
            if (!rows.TryGetValue(item.ContentItemId, out var row))
            {
                row = new CatalogueEntry { ContentItemId = item.ContentItemId, ContentType = item.ContentType };
                db.Add(row);
            }

            Fill(row, item);
            row.OwnFacts = string.Join('\n', await shown.OfListsAsync(item, cancellation));
        }
    }

    public Task HandleAsync(ContentUnpublished portalEvent, CancellationToken cancellation) => RemoveAsync(portalEvent.Item, cancellation);

    public Task HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation) => RemoveAsync(portalEvent.Item, cancellation);

    public async Task<SearchDocument?> BuildAsync(ContentItem item, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        if (!LearningKinds.IsLearning(set, item.ContentType))
        {
            return null;
        }

        var type = set.FindType(item.ContentType)!;
        var learning = item.As<LearningPart>();
        var topics = (await taxonomies.FindAsync(learning.Topics.TaxonomyContentItemId ?? "", cancellation))?.Terms
            .Where(term => learning.Topics.TermContentItemIds.Contains(term.Id)).Select(term => term.Name) ?? [];
        var provider = (await items.FindAllAsync(learning.Provider.ContentItemIds, VersionChoice.Published, cancellation)) is [var first, ..] ? first : null;
        return new SearchDocument
        {
            Collection = Collection,
            ContentItemId = item.ContentItemId,
            ContentType = item.ContentType,
            Title = item.DisplayText,
            Url = CatalogueLinks.Entry(SlugOf(item)),
            Keywords = $"{learning.Keywords.Text} {type.DisplayName} {SubKindOf(item)} {string.Join(' ', topics)}"
                + (learning.QualificationLevel.Value is { } level ? $" level {level:0}" : ""),
            Summary = learning.Summary.Text ?? "",
            Body = $"{MarkdownText.ToPlainText(item.As<MarkdownBodyPart>().Markdown)}\n{FieldWords(item, set, type)}\n{provider?.DisplayText}",
            PublishedUtc = item.PublishedUtc ?? item.ModifiedUtc ?? default,
            Minutes = learning.DurationMinutes.Value is > 0 and { } minutes ? (int)minutes : null,
            Roles = visibility.ReadersOf(item),
            Facets = new Dictionary<string, IReadOnlyList<string>>(
            [
                .. CatalogueFacets.Of(item, await settings.GetAsync<CatalogueSettings>(cancellation), await settings.GetAsync<PeopleSettings>(cancellation)),
                .. await fieldFacets.ValuesOfAsync(item, CatalogueFacets.Reserved, cancellation),
            ]),
        };
    }

    internal static string SubKindOf(ContentItem item)
    {
        var kind = item.As<KindPart>(item.ContentType);
        return kind.EventKind?.Text ?? kind.ResourceKind?.Text ?? kind.OpportunityKind?.Text ?? "";
    }

    private static string SlugOf(ContentItem item)
    {
        var path = item.As<AutoroutePart>().Path;
        var prefix = CatalogueLinks.Search.TrimStart('/') + "/";
        return path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;
    }

    private void Fill(CatalogueEntry row, ContentItem item)
    {
        var learning = item.As<LearningPart>();
        var curation = item.As<CurationPart>();
        row.ContentType = item.ContentType;
        row.Title = item.DisplayText;
        row.Slug = SlugOf(item);
        row.Summary = learning.Summary.Text ?? "";
        row.SubKind = SubKindOf(item);
        row.Classification = learning.Classification.Text ?? "";
        row.Formats = string.Join(' ', learning.Formats.Values);
        row.Audience = string.Join(' ', learning.Audience.Values);
        row.Topics = $" {string.Join(' ', learning.Topics.TermContentItemIds)} ";
        row.Pillar = learning.Pillar.Text ?? "";
        row.DurationMinutes = (int?)learning.DurationMinutes.Value;
        row.DurationNote = learning.DurationNote.Text ?? "";
        row.CostFrom = learning.CostFrom.Value;
        row.CostTo = learning.CostTo.Value;
        row.FundedBy = learning.FundedBy.Text ?? "";
        row.QualificationLevel = (int?)learning.QualificationLevel.Value;
        row.ProviderId = learning.Provider.ContentItemIds.FirstOrDefault();
        row.OwnerId = curation.Owner.UserIds.FirstOrDefault();
        row.QualityAssurance = curation.QualityAssurance.Text ?? "";
        row.ReviewBy = curation.ReviewBy.Value is { } day ? DateOnly.FromDateTime(day) : null;
        row.PublishedUtc = item.PublishedUtc ?? item.ModifiedUtc ?? default;
        row.IsRestricted = visibility.ReadersOf(item).Count > 0;
    }

    /// <summary>The words of all fields, so that a field that editors add is found too. Notes to editors are left out.</summary>
    private string FieldWords(ContentItem item, DefinitionSet set, ContentTypeDefinition type) => string.Join('\n', set.FieldsOf(type)
        .Where(pair => pair.Part.Name is not (nameof(CurationPart) or nameof(VisibilityPart))
            && pair.Field.Name is not (nameof(LearningPart.Summary) or nameof(LearningPart.Keywords)))
        .Select(pair => fields[pair.Field.FieldName].SearchText(
            pair.Field, item.Content[pair.Part.Name]?[pair.Field.Name] as System.Text.Json.Nodes.JsonObject))
        .Where(words => words.Length > 0));

    private Task RemoveAsync(ContentItem item, CancellationToken cancellation) =>
        db.CatalogueEntries.Where(row => row.ContentItemId == item.ContentItemId).ExecuteDeleteAsync(cancellation);
}
