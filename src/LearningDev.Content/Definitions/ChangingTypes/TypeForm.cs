namespace LearningDev.Content.Definitions.ChangingTypes;

/// <summary>The questions of what can be done with items.</summary>
/// <param name="Form">What is filled in.</param>
/// <param name="MayChangePage">False where a module decides where items are shown.</param>
/// <param name="MayBeListed">False where only a module shows the items.</param>
internal sealed record TypeUsesView(TypeForm Form, bool MayChangePage, bool MayBeListed);

/// <summary>A type's settings as a form has them.</summary>
internal sealed class TypeForm
{
    public const int LongestName = 60;
    public const int LongestDescription = 300;

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    /// <summary>An item has an address and a page.</summary>
    public bool HasPage { get; set; }

    /// <summary>An item can be saved before it is published.</summary>
    public bool Draftable { get; set; }

    /// <summary>Items stand in the editors' list.</summary>
    public bool Listable { get; set; }

    /// <summary>People find items on a page that lists and searches them.</summary>
    public bool Searchable { get; set; }

    /// <summary>Reads a type's settings.</summary>
    public static TypeForm Read(ContentTypeDefinition type) => new()
    {
        DisplayName = type.DisplayName,
        Description = type.TypeSettings.Description,
        HasPage = type.Parts.Exists(part => part.PartName == nameof(Items.AutoroutePart)),
        Draftable = type.TypeSettings.Draftable,
        Listable = type.TypeSettings.Listable,
        Searchable = type.UseSettings.Searchable,
    };

    /// <summary>What is wrong, by the name of the property.</summary>
    public IEnumerable<(string Property, string Message)> Check()
    {
        if (string.IsNullOrWhiteSpace(DisplayName))
        {
            yield return (nameof(DisplayName), "Enter a name");
        }
        else if (DisplayName.Trim().Length > LongestName)
        {
            yield return (nameof(DisplayName), $"Name must be {LongestName} characters or fewer");
        }

        if (Description?.Trim().Length > LongestDescription)
        {
            yield return (nameof(Description), $"What it is for must be {LongestDescription} characters or fewer");
        }

        if (Searchable && !HasPage)
        {
            yield return (nameof(Searchable), "People can find items only when each has a page of its own");
        }
    }
}
