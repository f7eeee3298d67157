using System.ComponentModel.DataAnnotations;
using LearningDev.Content.Definitions;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Curation;

/// <summary>How content is looked after (CAT-03, CMS-04); the settings section "CurationSettings".</summary>
public sealed class CurationSettings : IValidatableObject
{
    /// <summary>How long content may stand until it is looked at again, in months: a year.</summary>
    [Display(Name = "Time between reviews", GroupName = "Reviews", Description = "From the day on which somebody has reviewed it"), Range(1, 120), SettingUnit("months")]
    public int ReviewMonths { get; set; } = 12;

    /// <summary>The time between reviews of types that differ, in months, by the name of the content type.</summary>
    [Display(Name = "Types with another time between reviews", ShortName = "Type", GroupName = "Reviews", Description = "Where a type of content is reviewed more often, or less often")]
    [MaxLength(100)]
    public List<ReviewMonthsOfType> ReviewMonthsOfTypes { get; set; } = [];

    /// <summary>How many days before the day of the review the owner is reminded.</summary>
    [Display(Name = "Reminder before a review", GroupName = "Reminders", Description = "How long before the day of the review its owner gets a letter"), Range(0, 365), SettingUnit("days before")]
    public int RemindDaysBefore { get; set; } = 14;

    /// <summary>After how many days an overdue review is reminded of again.</summary>
    [Display(Name = "Reminders of overdue reviews", GroupName = "Reminders", Description = "How often they are sent again while a review is overdue"), Range(1, 365), SettingUnit("days apart")]
    public int RemindAgainDays { get; set; } = 14;

    /// <summary>After how many days overdue others than the owner are told.</summary>
    [Display(Name = "When others are told", GroupName = "Reminders", Description = "How long a review is overdue before it is brought to somebody besides its owner"), Range(1, 365), SettingUnit("days overdue")]
    public int EscalateDays { get; set; } = 14;

    /// <summary>Who is told besides the owner.</summary>
    [Display(Name = "Who else is told", GroupName = "Reminders", Description = "Where an owner has no line manager, the editors are told")]
    public ReviewEscalation EscalateTo { get; set; } = ReviewEscalation.Manager;

    /// <summary>The role of those who are told where there is no owner any more.</summary>
    [Display(Name = "Role of the editors", GroupName = "Reminders", Description = "Its people are told of reviews without an owner, and where the owner has left"), Required, ChosenFrom(typeof(EditorRoleChoices))]
    public string EditorsRole { get; set; } = "Editor";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (row, type) in ReviewMonthsOfTypes.Index())
        {
            if (ReviewMonthsOfTypes.Take(row).Any(other => other.ContentType == type.ContentType))
            {
                yield return new ValidationResult("Type is there twice", [$"{nameof(ReviewMonthsOfTypes)}[{row}].{nameof(ReviewMonthsOfType.ContentType)}"]);
            }
        }
    }

    /// <summary>The months from one review of content of a type to the next.</summary>
    public int MonthsOf(string contentType) => ReviewMonthsOfTypes.Find(type => type.ContentType == contentType)?.Months ?? ReviewMonths;
}

/// <summary>A content type that is reviewed more often, or less often, than others.</summary>
public sealed class ReviewMonthsOfType
{
    /// <summary>The name of the content type.</summary>
    [Display(Name = "Type"), Required, ChosenFrom(typeof(ContentTypeChoices))]
    public string ContentType { get; set; } = "";

    /// <summary>The months from one review to the next.</summary>
    [Display(Name = "Time between reviews"), Range(1, 120), SettingUnit("months")]
    public int Months { get; set; } = 12;
}

/// <summary>Who is told of a review that has been overdue for long.</summary>
public enum ReviewEscalation
{
    /// <summary>The owner's line manager.</summary>
    [Display(Name = "The owner’s line manager")]
    Manager,

    /// <summary>The people of the editors' role.</summary>
    [Display(Name = "The editors")]
    Editors,

    /// <summary>The line manager and the editors.</summary>
    [Display(Name = "The line manager and the editors")]
    Both,
}

/// <summary>The content types that have a part for their review.</summary>
internal sealed class ContentTypeChoices(ContentDefinitions definitions) : ISettingChoices
{
    public async Task<IReadOnlyList<SettingChoice>> ListAsync(CancellationToken cancellation) =>
        [.. (await definitions.GetAsync(cancellation)).Types.Where(type => type.TypeSettings.Listable)
            .Select(type => new SettingChoice(type.DisplayName, type.Name)).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)];
}

/// <summary>The roles, by name.</summary>
internal sealed class EditorRoleChoices(PortalDb db) : ISettingChoices
{
    public async Task<IReadOnlyList<SettingChoice>> ListAsync(CancellationToken cancellation) =>
        [.. (await db.Roles.AsNoTracking().OrderBy(role => role.Name).ToListAsync(cancellation)).Select(role => new SettingChoice(role.Name!, role.Name!, role.Description))];
}
