using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Coaching;

/// <summary>When coaches have to show supervision again, and what people who ask are offered (COA-01, COA-02); the settings section "CoachingSettings".</summary>
internal sealed class CoachingSettings : IValidatableObject
{
    private const string Standing = "Coaches";
    private const string Asking = "Asking for a coach";

    /// <summary>For how many months a coach's supervision holds.</summary>
    [Display(Name = "Supervision holds for", GroupName = Standing, Description = "Afterwards the coach is not shown any more until they have had supervision again"), Range(1, 36), SettingUnit("months")]
    public int SupervisionMonths { get; set; } = 6;

    /// <summary>How many days before supervision or a qualification runs out coaches are warned first.</summary>
    [Display(Name = "First warning", GroupName = Standing, Description = "Before supervision or a qualification runs out"), Range(1, 180), SettingUnit("days before")]
    public int FirstWarningDays { get; set; } = 30;

    /// <summary>How many days before they are warned a second time.</summary>
    [Display(Name = "Second warning", GroupName = Standing), Range(1, 180), SettingUnit("days before")]
    public int SecondWarningDays { get; set; } = 7;

    /// <summary>How many coaches somebody can choose in order.</summary>
    [Display(Name = "Coaches that can be chosen, in order", GroupName = Asking, Description = "They are asked one after the other. How long each has to answer stands in the workflow Coaching request"), Range(1, 5), SettingUnit("coaches")]
    public int MostChoices { get; set; } = 3;

    /// <summary>How many coaches are suggested.</summary>
    [Display(Name = "Coaches that are suggested", GroupName = Asking), Range(3, 50), SettingUnit("coaches")]
    public int MostSuggestions { get; set; } = 12;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (SecondWarningDays >= FirstWarningDays)
        {
            yield return new ValidationResult("Second warning must come later than the first: fewer days before", [nameof(SecondWarningDays)]);
        }
    }
}
