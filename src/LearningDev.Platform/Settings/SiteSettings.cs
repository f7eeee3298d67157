using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Ui.Themes;

namespace LearningDev.Platform.Settings;

/// <summary>The settings of the whole portal, with Orchard Core's names where it has them (ADM-01).</summary>
public sealed class SiteSettings
{
    /// <summary>The portal's name, as people read it in the masthead and in page titles.</summary>
    [Display(Name = "Name of the portal", Description = "In the header of every page"), Required, StringLength(60)]
    public string SiteName { get; set; } = "Staff learning";

    /// <summary>The council's name, as statements and messages give it.</summary>
    [Display(Name = "Name of the council", Description = "As the statements at the foot of every page give it"), Required, StringLength(100)]
    public string CouncilName { get; set; } = "the council";

    /// <summary>Where people who need help with the portal write to.</summary>
    [Display(
        Name = "Email address for help",
        Description = "Where people write to who need help with the portal. Leave it empty to send them to the learning and development team")]
    [OptionalEmail, StringLength(254)]
    public string ContactEmail { get; set; } = "";

    /// <summary>The time zone in which times are shown (IANA name).</summary>
    [Display(Name = "Time zone", Description = "For example, Europe/London"), Required(ErrorMessage = "Enter a time zone"), TimeZoneName]
    public string TimeZoneId { get; set; } = "Europe/London";

    /// <summary>How many rows a list shows on a page, from 5 to 100.</summary>
    [Display(Name = "Rows on a page", Description = "How long lists are before they go on to another page, from 5 to 100"), Range(5, 100)]
    public int PageSize { get; set; } = 20;

    /// <summary>The id of the theme.</summary>
    [Display(Name = "Theme", Description = "How the portal looks"), Required, ChosenFrom(typeof(ThemeChoices))]
    public string Theme { get; set; } = "council";
}
