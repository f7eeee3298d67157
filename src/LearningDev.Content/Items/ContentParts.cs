namespace LearningDev.Content.Items;

/// <summary>The title of an item.</summary>
public sealed class TitlePart
{
    /// <summary>The longest title in characters.</summary>
    public const int MaximumLength = 200;

    /// <summary>The title.</summary>
    public string Title { get; set; } = "";
}

/// <summary>The address of an item.</summary>
public sealed class AutoroutePart
{
    /// <summary>The longest address in characters.</summary>
    public const int MaximumLength = 255;

    /// <summary>The path below the portal's root without a leading slash, for example "catalogue/chairing-skills".</summary>
    public string Path { get; set; } = "";
}

/// <summary>The text of an item in Markdown.</summary>
public sealed class MarkdownBodyPart
{
    /// <summary>The Markdown.</summary>
    public string Markdown { get; set; } = "";
}

/// <summary>A short name by which code and recipes find an item.</summary>
public sealed class AliasPart
{
    /// <summary>The alias, for example "topics".</summary>
    public string Alias { get; set; } = "";
}

/// <summary>Who may see an item; empty for everyone who is signed in.</summary>
public sealed class VisibilityPart
{
    /// <summary>The key of the roles in forms and sheets. Without choices of its own the field offers the roles that the portal has.</summary>
    internal const string RolesKey = $"{nameof(VisibilityPart)}.{nameof(Roles)}";

    /// <summary>The names of the roles that may see the item.</summary>
    public Fields.MultiTextField Roles { get; set; } = new();
}

/// <summary>Settings of an <see cref="AutoroutePart"/>, with Orchard Core's names.</summary>
public sealed class AutoroutePartSettings
{
    /// <summary>The path of a new item; <c>{{ ContentItem.DisplayText | slugify }}</c> stands for its title.</summary>
    public string Pattern { get; set; } = "{{ ContentItem.DisplayText | slugify }}";

    /// <summary>Editors may choose another path.</summary>
    public bool AllowCustomPath { get; set; }
}
