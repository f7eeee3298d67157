namespace LearningDev.Catalogue.Contracts;

/// <summary>The places of the catalogue's pages where other modules may show panels.</summary>
public static class CataloguePanels
{
    /// <summary>The main column of an entry's page, below what the entry says of itself. The subject is a <see cref="CatalogueEntrySubject"/>.</summary>
    public const string Entry = "catalogue-entry";

    /// <summary>The facts beside an entry, where the next step stands. The subject is a <see cref="CatalogueEntrySubject"/>.</summary>
    public const string EntryActions = "catalogue-entry-actions";
}

/// <summary>The catalogue entry that a panel is shown with.</summary>
/// <param name="ContentItemId">The id of its content item.</param>
/// <param name="ContentType">The name of its content type, for example "Course".</param>
/// <param name="Title">Its title.</param>
public sealed record CatalogueEntrySubject(string ContentItemId, string ContentType, string Title);
