using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.MembersHub.Cycle;

/// <summary>By when the documents of the electoral cycle are agreed (MEM-07); the settings section "MemberCycleSettings".</summary>
internal sealed class MemberCycleSettings : IValidatableObject
{
    private const string Names = "Who agrees";
    private const string Before = "Before the election";
    private const string After = "After the election";
    private const int NameLength = 100;

    /// <summary>What the informal cross-party group of members is called that looks after their learning.</summary>
    [Display(Name = "Working group", GroupName = Names), Required, StringLength(NameLength)]
    public string WorkingGroupName { get; set; } = "Member Learning and Development Working Group";

    /// <summary>What the officers are called who agree the strategy.</summary>
    [Display(Name = "Leadership team", GroupName = Names), Required, StringLength(NameLength)]
    public string LeadershipTeamName { get; set; } = "Corporate Leadership Team";

    /// <summary>What the committee is called that signs off the strategy and agrees the plans.</summary>
    [Display(Name = "Standards committee", GroupName = Names), Required, StringLength(NameLength)]
    public string StandardsCommitteeName { get; set; } = "Standards Advisory Committee";

    /// <summary>How many months before the election the working group agrees the strategy and the induction plan.</summary>
    [Display(Name = "The working group agrees strategy and induction plan", GroupName = Before), Range(1, 24), SettingUnit("months before")]
    public int WorkingGroupMonths { get; set; } = 6;

    /// <summary>How many months before the election the leadership team agrees the strategy.</summary>
    [Display(Name = "The corporate leadership team agrees the strategy", GroupName = Before), Range(1, 24), SettingUnit("months before")]
    public int LeadershipTeamMonths { get; set; } = 4;

    /// <summary>How many months before the election the committee signs off both.</summary>
    [Display(Name = "The standards committee signs off both", GroupName = Before, Description = "Decisions near an election fall into the time in which councils announce nothing new"), Range(1, 24), SettingUnit("months before")]
    public int StandardsCommitteeMonths { get; set; } = 2;

    /// <summary>Within how many months after the election the strategy is presented to the new members.</summary>
    [Display(Name = "The strategy is presented to the new members within", GroupName = After), Range(1, 12), SettingUnit("months")]
    public int PresentedMonths { get; set; } = 3;

    /// <summary>How many months before a municipal year the working group agrees its development plan; the committee agrees it by the first day.</summary>
    [Display(Name = "The working group agrees a year’s development plan", GroupName = After, Description = "Before the annual meeting that begins the year. The standards committee agrees it by that day"), Range(1, 12), SettingUnit("months before")]
    public int PlanWorkingGroupMonths { get; set; } = 1;

    /// <summary>In which year of the cycle the strategy is reviewed.</summary>
    [Display(Name = "The strategy is reviewed in year", GroupName = After, Description = "By the end of that year of the cycle"), Range(1, 10)]
    public int ReviewYear { get; set; } = 2;

    /// <summary>What a body is called.</summary>
    internal string NameOf(SigningBody body) => body switch
    {
        SigningBody.WorkingGroup => WorkingGroupName,
        SigningBody.LeadershipTeam => LeadershipTeamName,
        _ => StandardsCommitteeName,
    };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (WorkingGroupMonths <= LeadershipTeamMonths)
        {
            yield return new ValidationResult("The working group must agree earlier than the leadership team", [nameof(WorkingGroupMonths)]);
        }

        if (LeadershipTeamMonths <= StandardsCommitteeMonths)
        {
            yield return new ValidationResult("The leadership team must agree earlier than the committee", [nameof(LeadershipTeamMonths)]);
        }
    }
}
