using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Editing.Unsaved;
using LearningDev.Content.Items;

namespace LearningDev.Content.Editing.Merging;

/// <summary>Compares what an editor has typed with what somebody else has saved since the form was opened.</summary>
internal sealed class ItemMerging(ContentForms forms)
{
    /// <summary>Compares, field by field.</summary>
    /// <param name="type">The item's type.</param>
    /// <param name="versions">All versions of the item; one of them is the latest.</param>
    /// <param name="work">What the editor has typed.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ItemMerge> CompareAsync(
        ContentTypeDefinition type, IReadOnlyList<ContentItem> versions, UnsavedWork work, CancellationToken cancellation)
    {
        var newest = versions.First(version => version.Latest);
        var typed = new PostedForm(work.Typed);
        var mine = newest.Copy();
        await forms.ReadAsync(type, mine, typed, cancellation);
        var before = FoundBy(typed.ReadAs, versions) is { } found ? await BoxesAsync(type, found, cancellation) : null;
        var theirs = await BoxesAsync(type, newest, cancellation);
        var yours = await BoxesAsync(type, mine, cancellation);
        return new ItemMerge(newest,
        [
            .. theirs.Values.Where(box => yours[box.Key].Comparable != box.Comparable)
                .Select(box => new MergeField(before?.GetValueOrDefault(box.Key), box, yours[box.Key])),
        ]);
    }

    // A version that stepped down for a newer one has been touched once since it was read, and its content is what was read. One that its own author
    // has saved over is not what it was.
    private static ContentItem? FoundBy(VersionMark mark, IReadOnlyList<ContentItem> versions) =>
        versions.FirstOrDefault(version => version.ContentItemVersionId == mark.VersionId && !version.Latest && version.Revision == mark.Revision + 1);

    private async Task<Dictionary<string, FormBox>> BoxesAsync(ContentTypeDefinition type, ContentItem item, CancellationToken cancellation) =>
        (await forms.ShowAsync(type, item, form: null, cancellation)).Sections.SelectMany(section => section.Boxes).ToDictionary(box => box.Key);
}
