namespace LearningDev.Platform.Settings;

/// <summary>The settings of the whole portal, with Orchard Core's names where it has them (ADM-01).</summary>
public sealed class SiteSettings
{
    /// <summary>The portal's name, as people read it in the masthead and in page titles.</summary>
    public string SiteName { get; set; } = "Staff learning";

    /// <summary>The council's name, as statements and messages give it.</summary>
    public string CouncilName { get; set; } = "the council";

    /// <summary>Where people who need help with the portal write to.</summary>
    public string ContactEmail { get; set; } = "";

    /// <summary>The time zone in which times are shown (IANA name).</summary>
    public string TimeZoneId { get; set; } = "Europe/London";

    /// <summary>How many rows a list shows on a page, from 5 to 100.</summary>
    public int PageSize { get; set; } = 20;

    /// <summary>The id of the theme.</summary>
    public string Theme { get; set; } = "council";
}
