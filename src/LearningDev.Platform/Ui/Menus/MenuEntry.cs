namespace LearningDev.Platform.Ui.Menus;

/// <summary>A link of one of the portal's menus.</summary>
/// <param name="Text">The words of the link.</param>
/// <param name="Url">Where it leads, below the portal's root, for example "/catalogue".</param>
/// <param name="Order">Links are shown from the lowest to the highest order.</param>
/// <param name="Permission">The permission without which the link is not shown; null for everyone signed in.</param>
/// <param name="Place">The menu that it belongs to.</param>
/// <param name="Description">A sentence beside the link on the administration page.</param>
/// <param name="Group">The heading under which the administration page shows it.</param>
public sealed record MenuEntry(
    string Text,
    string Url,
    int Order,
    string? Permission = null,
    MenuPlace Place = MenuPlace.Main,
    string Description = "",
    AdministrationGroup Group = AdministrationGroup.Portal)
{
    /// <summary>
    /// The address of the link in whose page this one is found, for example "/partnerships"; empty for a link of the menu itself. Who may not see that link sees this one in the menu.
    /// </summary>
    public string Under { get; init; } = "";
}

/// <summary>The headings of the administration page, in order.</summary>
public enum AdministrationGroup
{
    /// <summary>How the portal looks and what it is made of.</summary>
    Portal,

    /// <summary>People, their accounts, roles and permissions.</summary>
    PeopleAndAccess,

    /// <summary>Recipes, content types, media and other content.</summary>
    ContentAndRecipes,

    /// <summary>What keeps the portal running: messages, jobs, audit.</summary>
    Running,
}

/// <summary>The portal's menus.</summary>
public enum MenuPlace
{
    /// <summary>The service navigation below the masthead.</summary>
    Main,

    /// <summary>The administration page.</summary>
    Administration,
}
