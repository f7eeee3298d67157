namespace LearningDev.Platform.Ui.Themes;

/// <summary>A look of the portal, as its <c>theme.json</c> describes it (ADM-01).</summary>
/// <param name="Id">The name of its folder below <c>wwwroot/themes</c>, for example "council".</param>
/// <param name="Name">The name that administrators choose it by.</param>
/// <param name="Description">One sentence that says how it looks.</param>
/// <param name="Version">The theme's version.</param>
/// <param name="Author">Who made it.</param>
/// <param name="Logo">The logo, below the theme's folder.</param>
/// <param name="Favicon">The icon of a browser's tab, below the theme's folder.</param>
/// <param name="Preload">The font that every page needs, below the theme's folder; null when the theme has none.</param>
/// <param name="Colours">Colours by what they are for, each as "#rrggbb".</param>
public sealed record Theme(
    string Id,
    string Name,
    string Description,
    string Version,
    string Author,
    string Logo,
    string Favicon,
    string? Preload,
    IReadOnlyDictionary<string, string> Colours)
{
    /// <summary>The id of the theme that is used when the chosen one is not there.</summary>
    public const string DefaultId = "council";

    /// <summary>The address of one of the theme's files below the portal's root, without a leading slash.</summary>
    /// <param name="file">The file below the theme's folder, for example "theme.css".</param>
    public string PathOf(string file) => $"themes/{Id}/{file}";
}
