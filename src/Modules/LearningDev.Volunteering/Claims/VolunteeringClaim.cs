using System.Reflection;
using LearningDev.Content.Fields;

namespace LearningDev.Volunteering.Claims;

/// <summary>What a claim says: a part of its content item, to which editors may add fields. What is counted stands in tables, and here in words for those who decide.</summary>
internal sealed class VolunteeringClaim
{
    public const string Type = nameof(VolunteeringClaim);

    public const string SkillsTaxonomy = "volunteering-skills";

    /// <summary>The fields that this module knows; others are the editors' own.</summary>
    public static IReadOnlyCollection<string> Known { get; } = [.. typeof(VolunteeringClaim).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => $"{Type}.{property.Name}"), "TitlePart.Title"];

    /// <summary>The fields that pages show in their own way, or from the tables.</summary>
    public static IReadOnlyCollection<string> Counted { get; } =
    [
        nameof(Opportunity), nameof(Organisation), nameof(Activity), nameof(OwnTime), nameof(OwnHours), nameof(LeaveHours), nameof(LeaveDays), nameof(LeaveYear), nameof(BalanceBefore), nameof(BalanceAfter),
    ];

    /// <summary>The opportunity that it comes from; empty for another organisation.</summary>
    public ContentPickerField Opportunity { get; set; } = new();

    public TextField Organisation { get; set; } = new();

    /// <summary>What was done.</summary>
    public TextField Activity { get; set; } = new();

    public TaxonomyField Skills { get; set; } = new();

    /// <summary>What came of it for the person.</summary>
    public TextField Reflection { get; set; } = new();

    /// <summary>The days and hours of own time in words, a line each.</summary>
    public TextField OwnTime { get; set; } = new();

    public NumericField OwnHours { get; set; } = new();

    public NumericField LeaveHours { get; set; } = new();

    /// <summary>The days on which it is to be taken, a line each; may be empty.</summary>
    public TextField LeaveDays { get; set; } = new();

    public TextField LeaveYear { get; set; } = new();

    /// <summary>Hours of leave that were left when it was sent.</summary>
    public NumericField BalanceBefore { get; set; } = new();

    /// <summary>Hours of leave that are left when it is agreed.</summary>
    public NumericField BalanceAfter { get; set; } = new();
}
