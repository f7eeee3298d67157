using LearningDev.Content.Items;

namespace LearningDev.Content.Editing.Forms;

/// <summary>Copies items, so that a form can be read into one without changing the other.</summary>
internal static class ItemCopies
{
    public static ContentItem Copy(this ContentItem item) => new()
    {
        ContentItemId = item.ContentItemId,
        ContentItemVersionId = item.ContentItemVersionId,
        ContentType = item.ContentType,
        DisplayText = item.DisplayText,
        Latest = item.Latest,
        Published = item.Published,
        Author = item.Author,
        ModifiedUtc = item.ModifiedUtc,
        Revision = item.Revision,
        Content = item.Content.DeepClone().AsObject(),
    };
}
