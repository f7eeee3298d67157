using System.Globalization;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Markdown;
using LearningDev.Content.Search;

namespace LearningDev.MembersHub.Resources;

/// <summary>Says what the search knows of resources (MEM-01).</summary>
internal sealed class ResourceDocuments(ResourceWords words, ItemVisibility visibility) : ISearchDocumentSource
{
    public const string Collection = "members";

    public const string Kind = "kind";
    public const string Topic = "topic";
    public const string Office = "office";
    public const string Committee = "committee";
    public const string Year = "year";

    /// <summary>Offices and bodies together: whoever has one of them needs it first.</summary>
    public const string Need = "need";

    /// <summary>The event that resources share.</summary>
    public const string Event = "event";

    public async Task<SearchDocument?> BuildAsync(ContentItem item, CancellationToken cancellation)
    {
        if (item.ContentType != nameof(HubResource))
        {
            return null;
        }

        var part = item.As<HubResource>();
        var names = await words.GetAsync(cancellation);
        IEnumerable<string> spoken =
        [
            names.NameOf(Kind, part.Kind.Text ?? ""), .. part.Topics.TermContentItemIds.Select(id => names.NameOf(Topic, id)), .. part.Offices.Values.Select(one => names.NameOf(Office, one)),
            .. part.Committees.Values.Select(id => names.NameOf(Committee, id)), part.EventName.Text ?? "", .. part.Files.MediaTexts,
        ];
        return new SearchDocument
        {
            Collection = Collection,
            ContentItemId = item.ContentItemId,
            ContentType = item.ContentType,
            Title = item.DisplayText,
            Url = $"/{item.As<AutoroutePart>().Path}",
            Keywords = string.Join(' ', spoken.Where(text => text.Length > 0)),
            Summary = part.Summary.Text ?? "",
            Body = MarkdownText.ToPlainText(item.As<MarkdownBodyPart>().Markdown),
            PublishedUtc = item.PublishedUtc ?? item.ModifiedUtc ?? default,
            Roles = visibility.ReadersOf(item),
            Facets = new Dictionary<string, IReadOnlyList<string>>
            {
                [Kind] = part.Kind.Text is { Length: > 0 } kind ? [kind] : [],
                [Topic] = part.Topics.TermContentItemIds,
                [Office] = part.Offices.Values,
                [Committee] = part.Committees.Values,
                [Year] = part.EventDay is { } day ? [day.Year.ToString(CultureInfo.InvariantCulture)] : [],
                [Need] = [.. part.Offices.Values, .. part.Committees.Values.Select(Needs.OfBody)],
                [Event] = part.EventKey is { Length: > 0 } key ? [key] : [],
            },
        };
    }
}
