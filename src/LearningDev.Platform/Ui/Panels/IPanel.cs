namespace LearningDev.Platform.Ui.Panels;

/// <summary>Something that a module shows at a place of another module's page.</summary>
public interface IPanel
{
    /// <summary>Builds the panel for the place and its subject; null when it has nothing to show to this person.</summary>
    Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation);
}

/// <summary>Where a panel is shown.</summary>
/// <param name="Place">The place's name.</param>
/// <param name="Subject">What the page is about, for example a course; null when the place has no subject.</param>
public sealed record PanelContext(string Place, object? Subject);

/// <summary>A panel that is ready to be shown.</summary>
/// <param name="PartialPath">The path of the partial view, for example "/Catalogue/Home/NewInTheCatalogue.cshtml".</param>
/// <param name="Model">The partial view's model.</param>
public sealed record PanelView(string PartialPath, object Model);

/// <summary>The places that the platform itself offers.</summary>
public static class PanelPlaces
{
    /// <summary>The home page of a signed-in person.</summary>
    public const string Home = "home";

    /// <summary>The top of the home page, below the greeting.</summary>
    public const string HomeHero = "home-hero";

    /// <summary>The masthead, beside the portal's name.</summary>
    public const string Masthead = "masthead";

    /// <summary>The top of every page, above the masthead.</summary>
    public const string PageTop = "page-top";

    /// <summary>The operators' page, at its end.</summary>
    public const string Running = "running";

    /// <summary>The sign-in page, below the form.</summary>
    public const string SignIn = "sign-in";
}
