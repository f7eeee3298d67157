using LearningDev.Content.Items;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Editing.Duplicating;

/// <summary>Copies items (CMS-01).</summary>
internal sealed class ItemDuplicating(ContentItems items)
{
    /// <summary>
    /// Copies an item into a new draft of its own, with an address of its own. Items that stand inside it, such as terms, get new ids. An alias stays with
    /// the original, because it finds one item.
    /// </summary>
    /// <param name="original">The item.</param>
    /// <param name="copyId">The id that the copy gets.</param>
    /// <param name="title">What the copy is called.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ContentInvalidException">Something in it, such as the title, is not right.</exception>
    public async Task<ContentItem> DuplicateAsync(ContentItem original, string copyId, string title, CancellationToken cancellation)
    {
        var copy = items.New(original.ContentType);
        copy.ContentItemId = copyId;
        copy.Content = ContentCopy.Of(original.Content, Identifiers.New);
        copy.DisplayText = title;
        if (copy.Content.ContainsKey(nameof(TitlePart)))
        {
            copy.Alter<TitlePart>(part => part.Title = title);
        }

        if (copy.Content.ContainsKey(nameof(AutoroutePart)))
        {
            copy.Alter<AutoroutePart>(route => route.Path = "");
        }

        if (copy.Content.ContainsKey(nameof(AliasPart)))
        {
            copy.Alter<AliasPart>(part => part.Alias = "");
        }

        return await items.SaveDraftAsync(copy, $"Copied from {original.DisplayText}", cancellation);
    }

    /// <summary>What a copy is called unless somebody calls it otherwise.</summary>
    public static string TitleOfCopy(string original)
    {
        var title = $"Copy of {original}";
        return title.Length <= TitlePart.MaximumLength ? title : title[..TitlePart.MaximumLength].TrimEnd();
    }
}
