using LearningDev.Content.Items;

namespace LearningDev.Content.Search;

/// <summary>What the search index knows of a published content item.</summary>
public sealed record SearchDocument
{
    /// <summary>The collection that it is searched in, for example "catalogue".</summary>
    public required string Collection { get; init; }

    /// <summary>The id of the content item.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>The name of its content type.</summary>
    public required string ContentType { get; init; }

    /// <summary>The title; it weighs most.</summary>
    public required string Title { get; init; }

    /// <summary>The address below the portal's root, with a leading slash.</summary>
    public required string Url { get; init; }

    /// <summary>Other words that people search by.</summary>
    public string Keywords { get; init; } = "";

    /// <summary>One or two sentences that results show.</summary>
    public string Summary { get; init; } = "";

    /// <summary>All the rest of the words.</summary>
    public string Body { get; init; } = "";

    /// <summary>When the item was published, in UTC.</summary>
    public required DateTime PublishedUtc { get; init; }

    /// <summary>How long it takes, in minutes, for sorting; null when it is not known.</summary>
    public int? Minutes { get; init; }

    /// <summary>The roles and groups that may see it; empty for everyone who is signed in. <see cref="Items.Readers.ItemVisibility.ReadersOf"/> has them.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Values by facet, for example "topic" → ["topic-leadership"].</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>Says what of a module's content items the search index knows.</summary>
public interface ISearchDocumentSource
{
    /// <summary>Makes the document of an item; null when the item is not searched.</summary>
    Task<SearchDocument?> BuildAsync(ContentItem item, CancellationToken cancellation);
}
