using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search.Synonyms;

/// <summary>What came of a form that helps searches.</summary>
internal abstract record SearchHelpOutcome
{
    /// <summary>It is saved, or was so already.</summary>
    internal sealed record Saved : SearchHelpOutcome;

    /// <summary>There are faults.</summary>
    internal sealed record Refused(IReadOnlyList<ContentError> Errors) : SearchHelpOutcome;

    /// <summary>The list has a draft that nobody has published yet; publishing would show it too.</summary>
    internal sealed record HasDraft(ContentItem Item) : SearchHelpOutcome;

    /// <summary>Somebody else was quicker.</summary>
    internal sealed record Conflict : SearchHelpOutcome;

    /// <summary>Saves an item: publishes it for those who may, and leaves a draft to them otherwise.</summary>
    public static async Task<SearchHelpOutcome> SaveAsync(ContentItems items, ContentItem item, bool publish, CancellationToken cancellation)
    {
        try
        {
            await (publish ? items.PublishAsync(item, cancellation) : items.SaveDraftAsync(item, cancellation));
            return new Saved();
        }
        catch (ContentInvalidException invalid)
        {
            return new Refused([.. invalid.Errors.Select(error => error with { Key = "" })]);
        }
        catch (ContentConflictException)
        {
            return new Conflict();
        }
    }

    /// <summary>The latest versions of all items of a type, by title.</summary>
    public static async Task<List<ContentItem>> LatestAsync(PortalDb db, string type, CancellationToken cancellation) =>
        (await db.Set<ContentItemRow>().AsNoTracking().Where(row => row.Latest && row.ContentType == type)
            .OrderBy(row => row.DisplayText).ThenBy(row => row.ContentItemId).ToListAsync(cancellation)).ConvertAll(row => row.ToItem());

    /// <summary>A text as a title takes it.</summary>
    public static string Title(string text) =>
        text.Length <= TitlePart.MaximumLength ? text : text[..(char.IsHighSurrogate(text[TitlePart.MaximumLength - 1]) ? TitlePart.MaximumLength - 1 : TitlePart.MaximumLength)];
}
