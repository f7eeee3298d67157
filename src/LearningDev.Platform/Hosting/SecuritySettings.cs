using System.ComponentModel.DataAnnotations;

namespace LearningDev.Platform.Hosting;

/// <summary>Where people report weaknesses of the portal to; the settings section "SecuritySettings".</summary>
public sealed class SecuritySettings
{
    /// <summary>
    /// Who is told of a weakness: an email address, or an address that begins with https:, mailto: or tel:. It stands in /.well-known/security.txt;
    /// without it there is no such file.
    /// </summary>
    [Display(Name = "Who is told of a weakness", Description = "An email address, or an address that begins with https:, mailto: or tel:. It stands in /.well-known/security.txt. Leave it empty to have no such file")]
    [StringLength(254)]
    public string Contact { get; set; } = "";

    /// <summary>The https: address of the council's rules for reporting weaknesses; empty when it has none.</summary>
    [Display(Name = "Rules for reporting weaknesses", Description = "The address of the council’s page, beginning with https:. Leave it empty if there is none"), StringLength(500)]
    public string Policy { get; set; } = "";
}
