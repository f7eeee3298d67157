using LearningDev.Content.Items;

namespace LearningDev.Content;

/// <summary>The places of the editors' pages where modules may show panels.</summary>
public static class ContentPanels
{
    /// <summary>The page on which an item is edited, above the form. The subject is an <see cref="EditedItem"/>.</summary>
    public const string EditItem = "content-edit-item";

    /// <summary>The editors' own page: what needs somebody's attention, such as overdue reviews. It has no subject.</summary>
    public const string EditorsDesk = "editors-desk";
}

/// <summary>The item that a panel is shown with.</summary>
/// <param name="Item">Its latest version.</param>
public sealed record EditedItem(ContentItem Item);
