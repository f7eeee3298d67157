using System.ComponentModel.DataAnnotations;
using LearningDev.Compliance.Rules;
using LearningDev.Platform.Settings;

namespace LearningDev.Compliance;

/// <summary>Which training is mandatory, for whom and when (CMP-01, MEM-06); the settings section "ComplianceSettings".</summary>
internal sealed class ComplianceSettings : IValidatableObject
{
    private const string Notice = "When training counts as due";

    /// <summary>How many days before its day a refresher counts as due.</summary>
    [Display(Name = "Refreshers", GroupName = Notice, Description = "How long before its day a refresher counts as due. Until then the training counts as done"), Range(0, 366), SettingUnit("days before")]
    public int RefresherLeadDays { get; set; } = 90;

    /// <summary>How many days before the end of the electoral cycle the training that is needed once more counts as due: a year.</summary>
    [Display(Name = "Once more in the electoral cycle", GroupName = Notice, Description = "How long before the end of the cycle it counts as due. Who joins later than that need not attend twice"), Range(0, 1461), SettingUnit("days before")]
    public int CycleLeadDays { get; set; } = 365;

    /// <summary>The rules, in the order in which they are shown.</summary>
    [Display(Name = "Mandatory training", ShortName = "Training", GroupName = "Rules", Description = "Which training is needed, by whom and when. A rule can have several times: it is due at the first that comes")]
    [MaxLength(100)]
    public List<MandatoryTraining> Rules { get; set; } = [];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (row, rule) in Rules.Index())
        {
            if (Rules.Take(row).Any(other => other.Key == rule.Key))
            {
                yield return new ValidationResult("Key is there twice", [$"{nameof(Rules)}[{row}].{nameof(MandatoryTraining.Key)}"]);
            }

            if (Rules.Take(row).Any(other => string.Equals(other.Name, rule.Name, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new ValidationResult("Name is there twice", [$"{nameof(Rules)}[{row}].{nameof(MandatoryTraining.Name)}"]);
            }
        }
    }
}

/// <summary>A rule as it stands in the settings.</summary>
internal sealed class MandatoryTraining : IValidatableObject
{
    /// <summary>The longest key.</summary>
    public const int KeyLength = 100;

    /// <summary>The longest name.</summary>
    public const int NameLength = 150;

    /// <summary>What people call the training.</summary>
    [Display(Name = "Name"), Required, StringLength(NameLength)]
    public string Name { get; set; } = "";

    /// <summary>What records and other modules know it by; it never changes.</summary>
    [Display(Name = "Key", Description = "What records know it by. It cannot be changed once attendance is recorded"), Required, StringLength(KeyLength), RegularExpression("[a-z0-9-]+", ErrorMessage = "Key must be of small letters, digits and hyphens"), KeyOf(nameof(Name))]
    public string Key { get; set; } = "";

    /// <summary>Whose people need it.</summary>
    [Display(Name = "Whom it is for"), ChosenFrom(typeof(GroupChoices))]
    public List<string> Groups { get; set; } = [];

    /// <summary>The ids of the content items that teach it.</summary>
    [Display(Name = "Learning that counts", Description = "Ids of learning in the catalogue. The first is the usual one, the others are as good. The id stands in the address of an entry’s form"), MaxLength(20)]
    public List<string> Learning { get; set; } = [];

    /// <summary>Needed at induction.</summary>
    [Display(Name = "At induction")]
    public bool AtInduction { get; set; }

    /// <summary>Within how many days of the first day: 90.</summary>
    [Display(Name = "Induction lasts", Description = "From the first day in the group, for members after each election"), Range(0, 1461), SettingUnit("days")]
    public int InductionDays { get; set; } = 90;

    /// <summary>Needed before sitting on the committee.</summary>
    [Display(Name = "Before sitting on the committee")]
    public bool BeforeSitting { get; set; }

    /// <summary>How old it may be on the day of the appointment, in months.</summary>
    [Display(Name = "For sitting it holds", Description = "How long before an appointment it may have been attended. 0 for any time before"), Range(0, 240), SettingUnit("months")]
    public int SittingHoldsMonths { get; set; } = 12;

    /// <summary>Needed in each municipal year.</summary>
    [Display(Name = "In each municipal year")]
    public bool EachMunicipalYear { get; set; }

    /// <summary>Within how many days of the start of the municipal year.</summary>
    [Display(Name = "In the municipal year within", Description = "Of its start, or of the first day in the group if that is later"), Range(0, 365), SettingUnit("days")]
    public int YearDays { get; set; } = 60;

    /// <summary>Needed once more in each electoral cycle.</summary>
    [Display(Name = "Once more in each electoral cycle")]
    public bool OnceMoreInCycle { get; set; }

    /// <summary>After how many months a refresher is due.</summary>
    [Display(Name = "Refresher after", Description = "Counted from the last time. 0 for none"), Range(0, 240), SettingUnit("months")]
    public int RefresherMonths { get; set; }

    /// <summary>Whether an overdue refresher stops somebody sitting.</summary>
    [Display(Name = "Nobody sits while the refresher is overdue")]
    public bool RefresherStopsSitting { get; set; }

    /// <summary>Who has ever attended need not again.</summary>
    [Display(Name = "Not for those who have attended before")]
    public bool UnlessAttended { get; set; }

    /// <summary>The rule as it is reckoned with.</summary>
    public TrainingRule ToRule() => new()
    {
        Key = Key,
        Name = Name,
        LearningIds = [.. Learning.Distinct()],
        GroupKeys = [.. Groups.Distinct()],
        InductionDays = AtInduction ? InductionDays : null,
        IsBeforeSitting = BeforeSitting,
        SittingHoldsMonths = SittingHoldsMonths,
        YearDays = EachMunicipalYear ? YearDays : null,
        IsOnceMoreInCycle = OnceMoreInCycle,
        RefresherMonths = RefresherMonths,
        DoesRefresherStopSitting = RefresherStopsSitting,
        IsUnlessAttended = UnlessAttended,
    };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!AtInduction && !BeforeSitting && !EachMunicipalYear && !OnceMoreInCycle && RefresherMonths == 0)
        {
            yield return new ValidationResult("Say when it is needed: at induction, before sitting, in each municipal year, once more in each cycle, or a refresher", [nameof(AtInduction)]);
        }

        if (RefresherStopsSitting && (!BeforeSitting || RefresherMonths == 0))
        {
            yield return new ValidationResult("Only training that is needed before sitting and has a refresher can stop somebody sitting", [nameof(RefresherStopsSitting)]);
        }
    }
}
