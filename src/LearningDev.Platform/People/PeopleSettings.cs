using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.People;

/// <summary>What a council calls its levels and grades; the settings section "PeopleSettings".</summary>
public sealed class PeopleSettings : IValidatableObject
{
    private const int LongestGrade = 40;

    /// <summary>Role levels from the highest to the lowest.</summary>
    [Display(Name = "Role levels", ShortName = "Role level", Description = "From the highest to the lowest. People and content refer to a level by its key, so a new name keeps what belongs to it. Leave the key of a new level empty: it is made of the name")]
    public List<RoleLevel> RoleLevels { get; set; } = [];

    /// <summary>Pay grades from the lowest to the highest.</summary>
    [Display(Name = "Pay grades", Description = "From the lowest to the highest")]
    public List<string> Grades { get; set; } = [];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (row, level) in RoleLevels.Index())
        {
            if (RoleLevels.Take(row).Any(other => string.Equals(other.Key, level.Key, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new ValidationResult($"Key {level.Key} is there twice", [$"RoleLevels[{row}].Key"]);
            }
        }

        if (Grades.Find(grade => grade.Length > LongestGrade) is { } tooLong)
        {
            yield return new ValidationResult($"A pay grade must be {LongestGrade} characters or fewer: {tooLong}", [nameof(Grades)]);
        }
    }
}

/// <summary>A level of role, for example head of service.</summary>
public sealed class RoleLevel
{
    /// <summary>The name that people read.</summary>
    [Display(Name = "Name"), Required, StringLength(100)]
    public string Name { get; set; } = "";

    /// <summary>The key that people and content refer to, for example "head-of-service".</summary>
    [Display(Name = "Key"), KeyOf(nameof(Name)), Required, StringLength(60)]
    [RegularExpression("[a-z0-9-]+", ErrorMessage = "Key must have only letters from a to z, numbers and hyphens")]
    public string Key { get; set; } = "";
}
