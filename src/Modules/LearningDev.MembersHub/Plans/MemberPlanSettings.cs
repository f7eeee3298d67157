using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.MembersHub.Plans;

/// <summary>When members complete their personal development plans, and what they choose from (MEM-03); the settings section "MemberPlanSettings".</summary>
internal sealed class MemberPlanSettings
{
    private const string Strategy = "Member learning and development strategy";
    private const string When = "When";
    private const string What = "What members choose from";

    /// <summary>Within how many days of the beginning of a term a plan is completed: 90.</summary>
    [Display(Name = "Completed within", GroupName = When, Description = "Of a member’s first day in office, as a part of the induction"), Range(1, 1000), SettingUnit("days"), ProtectedFigure(Strategy)]
    public int DueDays { get; set; } = 90;

    /// <summary>After how many months a plan is looked at again: 12.</summary>
    [Display(Name = "Reviewed every", GroupName = When), Range(1, 60), SettingUnit("months"), ProtectedFigure(Strategy)]
    public int ReviewMonths { get; set; } = 12;

    /// <summary>How many days before that members are reminded.</summary>
    [Display(Name = "Members are reminded", GroupName = When, Description = "Before the last day, and once more when it has passed"), Range(0, 365), SettingUnit("days before")]
    public int RemindDays { get; set; } = 14;

    /// <summary>Whether a member whose plan was not reviewed in time cannot use the budget until it is. The strategy asks for a completed plan only.</summary>
    [Display(Name = "A review that is overdue closes the member’s training budget", GroupName = When, Description = "Until the plan is reviewed")]
    public bool LapsedReviewClosesBudget { get; set; }

    /// <summary>The priorities of the strategic plan (strategy, 2.3).</summary>
    [Display(Name = "Priorities of the strategic plan", GroupName = What, Description = "One to a line"), MinLength(1)]
    public List<string> StrategicPriorities { get; set; } =
    [
        "Tackling the cost of living", "Homes for the future", "Accelerating education", "Culture, business, jobs and leisure", "Investing in public services",
        "Empowering communities and fighting crime", "A clean and green future", "A council that listens and works for everyone",
    ];

    /// <summary>Skills that are useful to all members (strategy, 2.4).</summary>
    [Display(Name = "General skills", GroupName = What, Description = "One to a line"), MinLength(1)]
    public List<string> GeneralSkills { get; set; } =
    [
        "Community leadership and engagement", "Chairing meetings", "Public speaking", "Managing casework", "Reading and evaluating reports, and speed reading",
        "Managing physical and online safety", "ICT",
    ];

    /// <summary>The ways to learn (strategy, 4.15).</summary>
    [Display(Name = "Ways to learn", GroupName = What, Description = "One to a line"), MinLength(1)]
    public List<string> Ways { get; set; } = ["In person", "Hybrid or online", "In your own time", "Documents and guides", "External training", "Coaching or mentoring"];
}
