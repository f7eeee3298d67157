using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Markdown;
using LearningDev.Content.Search;

namespace LearningDev.Content.Pages;

/// <summary>Has items searched that have their pages here, where their type says that people find them (CMS-02).</summary>
internal sealed class ItemDocuments(ContentDefinitions definitions, FieldFacets facets, ShownFields shown, ItemVisibility visibility, IEnumerable<IContentField> kinds) : ISearchDocumentSource
{
    private const int LongestSummary = 300;

    private readonly Dictionary<string, IContentField> kinds = kinds.ToDictionary(kind => kind.Name);

    public async Task<SearchDocument?> BuildAsync(ContentItem item, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        if (set.FindType(item.ContentType) is not { UseSettings.Searchable: true } type || !ItemPages.IsShownHere(type) || item.As<AutoroutePart>().Path is not { Length: > 0 } path)
        {
            return null;
        }

        var body = MarkdownText.ToPlainText(item.As<MarkdownBodyPart>().Markdown);
        var words = set.FieldsOf(type).Where(pair => pair.Part.Name is not nameof(VisibilityPart) && kinds.ContainsKey(pair.Field.FieldName))
            .Select(pair => kinds[pair.Field.FieldName].SearchText(pair.Field, item.Content[pair.Part.Name]?[pair.Field.Name] as JsonObject)).Where(text => text.Length > 0).ToList();
        var lines = await shown.OfListsAsync(item, cancellation);
        return new SearchDocument
        {
            Collection = ItemPages.Collection,
            ContentItemId = item.ContentItemId,
            ContentType = item.ContentType,
            Title = item.DisplayText,
            Url = $"/{path}",
            Keywords = type.DisplayName,
            Summary = lines.Count > 0 ? string.Join(". ", lines) : Shorten(body),
            Body = $"{body}\n{string.Join('\n', words)}",
            PublishedUtc = item.PublishedUtc ?? item.ModifiedUtc ?? default,
            Roles = visibility.ReadersOf(item),
            Facets = new Dictionary<string, IReadOnlyList<string>>(await facets.ValuesOfAsync(item, ItemPages.Reserved, cancellation)) { [ItemPages.TypeFacet] = [type.Name] },
        };
    }

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestSummary ? line : $"{line[..LongestSummary].TrimEnd()}…";
    }
}
