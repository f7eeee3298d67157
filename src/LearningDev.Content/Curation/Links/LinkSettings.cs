using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Curation.Links;

/// <summary>How links are checked (CMS-04); the settings section "LinkSettings".</summary>
public sealed class LinkSettings : IValidatableObject
{
    /// <summary>How often a link that works is checked.</summary>
    [Display(Name = "Links are checked every", GroupName = "When"), Range(1, 90), SettingUnit("days")]
    public int CheckEveryDays { get; set; } = 7;

    /// <summary>On how many different days a link must fail until it counts as dead.</summary>
    [Display(Name = "A link is dead when it fails on", GroupName = "When", Description = "Sites are away for a while. Days need not follow each other, but a link that works in between counts anew"), Range(1, 30), SettingUnit("different days")]
    public int DeadAfterDays { get; set; } = 3;

    /// <summary>The pause between two requests to one host, in seconds.</summary>
    [Display(Name = "Pause between two links of one site", GroupName = "How", Description = "So that nobody’s site is troubled. A site is asked for one link at a time"), Range(0, 300), SettingUnit("seconds")]
    public int PauseSeconds { get; set; } = 2;

    /// <summary>How long a site may take to answer, in seconds.</summary>
    [Display(Name = "How long a site may take", GroupName = "How"), Range(1, 60), SettingUnit("seconds")]
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>What the portal calls itself, so that those who run a site know who asks.</summary>
    [Display(Name = "What the portal calls itself", GroupName = "How", Description = "The user agent that sites find in their logs. An address where they can ask is good manners"), Required, StringLength(200)]
    [RegularExpression("[ -~]+", ErrorMessage = "What the portal calls itself must have only letters without accents, numbers and signs")]
    public string UserAgent { get; set; } = "LearningDev link checker";

    /// <summary>Hosts of the council's own network that may be asked.</summary>
    [Display(Name = "The council’s own hosts", GroupName = "Inside the council", Description = "Links into the council’s own network are checked only where the host is named here, one on each line, for example intranet.council.example. The portal’s own machine can never be asked")]
    [MaxLength(100)]
    public List<string> IntranetHosts { get; set; } = [];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IntranetHosts.Find(host => Uri.CheckHostName(host) is UriHostNameType.Unknown or UriHostNameType.Basic) is { } wrong)
        {
            yield return new ValidationResult($"The council’s own hosts must be names of hosts, without https:// and without a path: {wrong}", [nameof(IntranetHosts)]);
        }
    }
}

/// <summary>What operators say of link checking; the configuration's section "Links".</summary>
internal sealed class LinkOptions
{
    /// <summary>
    /// Hosts with their ports, for example "127.0.0.1:5000", that may be asked whatever their address is, this machine included. Meant for tests; whoever
    /// names one lets editors find out what answers there.
    /// </summary>
    public List<string> TrustedEndpoints { get; set; } = [];
}
