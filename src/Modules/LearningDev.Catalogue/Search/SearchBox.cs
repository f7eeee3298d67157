namespace LearningDev.Catalogue.Search;

/// <summary>A search box.</summary>
/// <param name="Id">The id of its field; a page may have several boxes.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="IsLarge">True for the large one of the home page.</param>
/// <param name="InForm">True when it stands in a form already.</param>
internal sealed record SearchBox(string Id, string Text, bool IsLarge = false, bool InForm = false)
{
    public string Label => IsLarge ? "Search the learning catalogue" : "Search";
}
