using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Workflows;

/// <summary>What councils set differently about workflows (WFL-01); the settings section "WorkflowSettings".</summary>
public sealed class WorkflowSettings : IValidatableObject
{
    /// <summary>How many steps a case may take without waiting until it is stopped.</summary>
    [Display(Name = "Steps without waiting", Description = "A case that takes more is stopped with a fault, because it perhaps goes round for ever", GroupName = "Running"), Range(10, 10000), SettingUnit("steps")]
    public int MostSteps { get; set; } = 500;

    /// <summary>How long cases that have ended are kept with their history, in days.</summary>
    [Display(Name = "How long cases are kept that have ended", Description = "With their tasks and history. The audit is kept as its own settings say", GroupName = "Running"), Range(1, 36500), SettingUnit("days")]
    public int KeepDays { get; set; } = 2555;

    /// <summary>Hosts to which the step "Call another system" may send.</summary>
    [Display(Name = "Hosts that workflows may call", Description = "One on each line, for example hooks.council.example. Only addresses on the internet are called, and only over https", GroupName = "Other systems")]
    [MaxLength(100)]
    public List<string> WebhookHosts { get; set; } = [];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (WebhookHosts.Find(host => Uri.CheckHostName(host) is UriHostNameType.Unknown or UriHostNameType.Basic) is { } wrong)
        {
            yield return new ValidationResult($"Hosts that workflows may call must be names of hosts, without https:// and without a path: {wrong}", [nameof(WebhookHosts)]);
        }
    }
}

/// <summary>What operators say of workflows; the configuration's section "Workflows".</summary>
internal sealed class WorkflowOptions
{
    /// <summary>False on a node that runs no cases by itself.</summary>
    public bool Run { get; set; } = true;

    /// <summary>How often a node looks for what another node, or a stop, has left.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The pause after the first failed attempt; it doubles with each attempt, up to an hour.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(5);
}
