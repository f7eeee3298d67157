using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search.Synonyms;

/// <summary>Reads what editors have written about searching: content items of the types SearchSynonyms and PromotedResults (CAT-04).</summary>
internal sealed class SearchSynonyms(PortalDb db, PortalCache cache)
    : IEventHandler<ContentPublished>, IEventHandler<ContentUnpublished>, IEventHandler<ContentRemoved>
{
    /// <summary>The content type of words that mean the same.</summary>
    public const string SynonymsType = "SearchSynonyms";

    /// <summary>The content type of results that come first for some searches.</summary>
    public const string PromotedType = "PromotedResults";

    private const string CacheKey = "search-synonyms";

    public Task<SearchKnowledge> GetAsync(CancellationToken cancellation) => cache.GetAsync(db, CacheKey, async () =>
    {
        var rows = await db.Set<ContentItemRow>().AsNoTracking()
            .Where(row => row.Published && (row.ContentType == SynonymsType || row.ContentType == PromotedType))
            .OrderBy(row => row.ContentItemId).ToListAsync(cancellation);
        var items = rows.ConvertAll(row => row.ToItem());
        return new SearchKnowledge(
            items.Where(item => item.ContentType == SynonymsType).Select(item => item.As<SearchSynonymsPart>(SynonymsType)),
            items.Where(item => item.ContentType == PromotedType).Select(item => item.As<PromotedResultsPart>(PromotedType)));
    });

    public Task HandleAsync(ContentPublished portalEvent, CancellationToken cancellation) => ForgetAsync(portalEvent);

    public Task HandleAsync(ContentUnpublished portalEvent, CancellationToken cancellation) => ForgetAsync(portalEvent);

    public Task HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation) => ForgetAsync(portalEvent);

    private Task ForgetAsync(ContentEvent change)
    {
        if (change.Item.ContentType is SynonymsType or PromotedType)
        {
            cache.ForgetOnCommit(db, CacheKey);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Words that mean the same, as editors write them.</summary>
internal sealed class SearchSynonymsPart
{
    /// <summary>Words and expressions, one on each line; each of them finds all the others.</summary>
    public TextField Words { get; set; } = new();

    /// <summary>What finds all the words without being found by them, one on each line; for the narrower of two words.</summary>
    public TextField AlsoTyped { get; set; } = new();
}

/// <summary>Results that come first for some searches, as editors choose them.</summary>
internal sealed class PromotedResultsPart
{
    /// <summary>The searches, one on each line.</summary>
    public TextField Searches { get; set; } = new();

    /// <summary>The entries that come first, in order.</summary>
    public ContentPickerField Entries { get; set; } = new();
}
