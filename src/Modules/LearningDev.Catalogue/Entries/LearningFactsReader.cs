using LearningDev.Catalogue.Contracts;
using LearningDev.Content.Items;
using LearningDev.Platform.Modules;

namespace LearningDev.Catalogue.Entries;

/// <summary>Tells other modules what the catalogue says of an entry.</summary>
internal sealed class LearningFactsReader(VisibleEntries entries, ContentItems items, Features features) : ILearningFacts
{
    public async Task<LearningFacts?> FindAsync(string contentItemId, CancellationToken cancellation)
    {
        if (await features.SwitchedOffOwnerAsync(GetType(), cancellation) is not null
            || await entries.FindAsync(contentItemId, cancellation) is not { } entry
            || await items.FindAsync(contentItemId, VersionChoice.Published, cancellation) is not { } item)
        {
            return null;
        }

        var kind = item.As<KindPart>(item.ContentType);
        var provider = entry.ProviderId is { } id ? await items.FindAsync(id, VersionChoice.Published, cancellation) : null;
        return new LearningFacts(new CatalogueEntrySubject(entry.ContentItemId, entry.ContentType, entry.Title), CatalogueLinks.Entry(entry.Slug))
        {
            Provider = provider?.DisplayText ?? "",
            Website = (kind.Website ?? kind.Link ?? kind.Launch)?.Url ?? "",
            CostFrom = entry.CostFrom,
            Classification = entry.Classification,
            QualificationLevel = entry.QualificationLevel,
        };
    }
}
