using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Funding;

/// <summary>What councils set differently about requests for training (FUN-01 to FUN-03, FUN-07, FUN-08); the settings section "FundingSettings".</summary>
internal sealed class FundingSettings : IValidatableObject
{
    private const string Policy = "Training and development policy";

    /// <summary>Above this cost, in pounds, a request takes the longer way: 500.</summary>
    [Display(Name = "Cost above which a request takes the longer way", GroupName = "Approval", Description = "The workflow decides who is asked then. What people or the apprenticeship levy pay does not count")]
    [Range(0, 1000000), SettingUnit("£"), ProtectedFigure(Policy)]
    public decimal LongerWayAbove { get; set; } = 500;

    /// <summary>Whether the corporate budget pays only for what stands in the Annual Team Development Plan.</summary>
    [Display(Name = "The corporate budget needs a team development plan", GroupName = "Approval", Description = "People must say that their team’s Annual Team Development Plan has the learning, or choose another source")]
    public bool CorporateBudgetNeedsPlan { get; set; } = true;

    /// <summary>Days of study leave for each examination that is taken for the first time: half a day.</summary>
    [Display(Name = "Study leave for each examination", GroupName = "Study leave", Description = "For first attempts only"), Range(0, 20), SettingUnit("days"), ProtectedFigure(Policy)]
    public decimal StudyLeaveDaysPerExamination { get; set; } = 0.5m;

    /// <summary>The most examinations that one request can name.</summary>
    [Display(Name = "Examinations in one request", GroupName = "Study leave", Description = "At most"), Range(1, 100), SettingUnit("examinations")]
    public int MostExaminations { get; set; } = 20;

    /// <summary>Words of a title that make learning mandatory, whatever was chosen.</summary>
    [Display(Name = "Words that make learning mandatory", GroupName = "Classification", Description = "When the title has one of them, the request counts as mandatory whatever was chosen. One to a line")]
    public List<string> MandatoryWords { get; set; } = ["Driver CPC", "Driver Certificate of Professional Competence"];

    /// <summary>What each classification brings, in the order of priority.</summary>
    [Display(Name = "What each classification brings", Description = "Each key is a choice of the field “Classification” of training requests", Order = 1)]
    public List<ClassificationRule> Classifications { get; set; } =
    [
        new() { Key = TrainingClassification.Mandatory, PaidTimeOff = Entitlement.Yes, Fees = Entitlement.Yes, Materials = Entitlement.Agree, StudyLeave = Entitlement.Yes },
        new() { Key = TrainingClassification.Corporate, PaidTimeOff = Entitlement.Yes, Fees = Entitlement.Yes, Materials = Entitlement.Agree, StudyLeave = Entitlement.Yes },
        new() { Key = TrainingClassification.Essential, PaidTimeOff = Entitlement.Yes, Fees = Entitlement.Yes, Materials = Entitlement.Agree, StudyLeave = Entitlement.Yes },
        new()
        {
            Key = TrainingClassification.Personal, PaidTimeOff = Entitlement.Agree, Fees = Entitlement.Agree, Materials = Entitlement.Agree, StudyLeave = Entitlement.Agree,
            UsesProtectedLearningTime = true, NeedsAgreement = true,
        },
    ];

    /// <summary>The kinds of costs that people can choose, those that are not paid too.</summary>
    [Display(Name = "Kinds of costs", Description = "Kinds that are not paid are offered all the same, so that people read why and where to go instead", Order = 2)]
    public List<CostKind> CostKinds { get; set; } =
    [
        new() { Key = "course", Name = "Course fees" },
        new() { Key = "assessment", Name = "Assessment fees" },
        new() { Key = "examination", Name = "Examination fees" },
        new() { Key = "materials", Name = "Course materials" },
        new()
        {
            Key = "travel", Name = "Travel and subsistence",
            Refusal = "Travel and subsistence are not paid from learning and development budgets. Ask your service to pay them, and claim them as other travel and subsistence expenses",
        },
        new()
        {
            Key = "membership", Name = "Professional membership fees",
            Refusal = "Fees for being a member of a professional body are not normally paid by the council. The rules are in the guide to employee expenses and benefits",
        },
    ];

    /// <summary>A classification's rule; null when the settings have none.</summary>
    public ClassificationRule? RuleOf(string? classification) => Classifications.Find(rule => rule.Key == classification);

    /// <summary>A kind of costs; null when the settings have none of that key.</summary>
    public CostKind? KindOf(string? key) => CostKinds.Find(kind => kind.Key == key);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!CostKinds.Exists(kind => kind.IsPaid))
        {
            yield return new ValidationResult("One kind of costs at least must be paid", [nameof(CostKinds)]);
        }

        if (CostKinds.DistinctBy(kind => kind.Key).Count() < CostKinds.Count)
        {
            yield return new ValidationResult("Each kind of costs needs a key of its own", [nameof(CostKinds)]);
        }

        if (Classifications.DistinctBy(rule => rule.Key).Count() < Classifications.Count)
        {
            yield return new ValidationResult("Each classification needs a key of its own", [nameof(Classifications)]);
        }
    }
}

/// <summary>The classifications that code knows (FUN-02); councils can add others in the definition of training requests.</summary>
internal static class TrainingClassification
{
    public const string Mandatory = "mandatory";
    public const string Corporate = "corporate-need";
    public const string Essential = "essential-for-role";
    public const string Personal = "personal-or-professional";
}

/// <summary>The sources of funding that code knows; councils can add others in the definition of training requests.</summary>
internal static class FundingSources
{
    public const string Corporate = "corporate";
    public const string Team = "team";
    public const string Levy = "levy";
    public const string Own = "self";
}

/// <summary>Whether a classification brings something.</summary>
internal enum Entitlement
{
    /// <summary>It does.</summary>
    [Display(Name = "Yes")]
    Yes,

    /// <summary>It may; the person and the manager agree.</summary>
    [Display(Name = "To be agreed")]
    Agree,

    /// <summary>It does not.</summary>
    [Display(Name = "No")]
    No,
}

/// <summary>What a classification brings (FUN-02).</summary>
internal sealed class ClassificationRule
{
    /// <summary>The value of the field "Classification", for example "mandatory".</summary>
    [Display(Name = "Key"), Required, StringLength(60)]
    public string Key { get; set; } = "";

    /// <summary>Paid time off to attend.</summary>
    [Display(Name = "Paid time off")]
    public Entitlement PaidTimeOff { get; set; } = Entitlement.No;

    /// <summary>Fees of courses, assessments and examinations.</summary>
    [Display(Name = "Fees paid")]
    public Entitlement Fees { get; set; } = Entitlement.No;

    /// <summary>A contribution to course materials.</summary>
    [Display(Name = "Contribution to materials")]
    public Entitlement Materials { get; set; } = Entitlement.No;

    /// <summary>Study leave before examinations.</summary>
    [Display(Name = "Study leave")]
    public Entitlement StudyLeave { get; set; } = Entitlement.No;

    /// <summary>Whether Protected Learning Time may have to be used.</summary>
    [Display(Name = "Protected Learning Time may be used")]
    public bool UsesProtectedLearningTime { get; set; }

    /// <summary>Whether what is agreed has to be recorded.</summary>
    [Display(Name = "An agreement is recorded")]
    public bool NeedsAgreement { get; set; }
}

/// <summary>A kind of costs.</summary>
internal sealed class CostKind
{
    /// <summary>What people read.</summary>
    [Display(Name = "Name"), Required, StringLength(100)]
    public string Name { get; set; } = "";

    /// <summary>The key that requests refer to.</summary>
    [Display(Name = "Key"), KeyOf(nameof(Name)), Required, StringLength(60)]
    [RegularExpression("[a-z0-9-]+", ErrorMessage = "Key must have only letters from a to z, numbers and hyphens")]
    public string Key { get; set; } = "";

    /// <summary>Why it is not paid, and where to go instead; empty when it is paid.</summary>
    [Display(Name = "Why it is not paid", Description = "And where to go instead. Empty when it is paid"), StringLength(400)]
    public string Refusal { get; set; } = "";

    /// <summary>True when requests can ask for it.</summary>
    public bool IsPaid => Refusal.Length == 0;
}
