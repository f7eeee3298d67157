using System.ComponentModel.DataAnnotations;

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

    /// <summary>What is wrong with the settings, by the rules of the page on which administrators change them; empty when nothing is.</summary>
    public IReadOnlyList<SettingFault> Faults()
    {
        var form = SettingsForm.Of(this);
        List<ValidationResult> results = [];
        Validator.TryValidateObject(form, new ValidationContext(form), results, validateAllProperties: true);
        return [.. results.Select(result => new SettingFault(result.MemberNames.FirstOrDefault() ?? "", result.ErrorMessage ?? ""))];
    }
}

/// <summary>A setting that is not right.</summary>
/// <param name="Property">The setting's name.</param>
/// <param name="Message">What is wrong, as a person reads it.</param>
public sealed record SettingFault(string Property, string Message);
