using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.Entries;
using LearningDev.Platform.Ui.Panels;

namespace LearningDev.Catalogue.Saving;

/// <summary>Beside an entry: save it for later, or recommend it.</summary>
internal sealed class SavePanel(SavedLearning saved, VisibleEntries entries) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation) =>
        context.Subject is CatalogueEntrySubject subject && await entries.FindAsync(subject.ContentItemId, cancellation) is { } entry
            ? new PanelView("/Catalogue/Saving/SavePanel.cshtml", new SaveButtons(entry, await saved.IsSavedAsync(entry.ContentItemId, cancellation)))
            : null;
}

/// <summary>An entry, and whether the person has saved it.</summary>
internal sealed record SaveButtons(CatalogueEntry Entry, bool IsSaved);
