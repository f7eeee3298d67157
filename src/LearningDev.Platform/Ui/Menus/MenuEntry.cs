namespace LearningDev.Platform.Ui.Menus;

/// <summary>A link of one of the portal's menus.</summary>
/// <param name="Text">The words of the link.</param>
/// <param name="Url">Where it leads, below the portal's root, for example "/catalogue".</param>
/// <param name="Order">Links are shown from the lowest to the highest order.</param>
/// <param name="Permission">The permission without which the link is not shown; null for everyone signed in.</param>
/// <param name="Place">The menu that it belongs to.</param>
/// <param name="Description">A sentence beside the link on the administration page.</param>
public sealed record MenuEntry(
    string Text,
    string Url,
    int Order,
    string? Permission = null,
    MenuPlace Place = MenuPlace.Main,
    string Description = "");

/// <summary>The portal's menus.</summary>
public enum MenuPlace
{
    /// <summary>The service navigation below the masthead.</summary>
    Main,

    /// <summary>The administration page.</summary>
    Administration,
}
