using LearningDev.Platform.Calendar;

namespace LearningDev.Web.Setup;

/// <summary>What set-up was told. The password is kept only as what the database will hold of it.</summary>
internal sealed record SetupAnswers
{
    /// <summary>The council's name; empty to leave what the recipe says.</summary>
    public string CouncilName { get; init; } = "";

    /// <summary>The portal's name; empty to leave what the recipe says.</summary>
    public string SiteName { get; init; } = "";

    /// <summary>Whose bank holidays the council keeps; null to leave what the recipe says.</summary>
    public Nation? Nation { get; init; }

    /// <summary>True when the page about the database has been read.</summary>
    public bool DatabaseSeen { get; init; }

    /// <summary>The name of the set-up recipe.</summary>
    public string Recipe { get; init; } = "";

    public string GivenName { get; init; } = "";

    public string FamilyName { get; init; } = "";

    public string Email { get; init; } = "";

    /// <summary>The administrator's user name; empty for a portal that gets no administrator.</summary>
    public string UserName { get; init; } = "";

    /// <summary>The password's hash, as ASP.NET Core Identity makes it.</summary>
    public string PasswordHash { get; init; } = "";
}
