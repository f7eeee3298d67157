using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace LearningDev.Platform.Settings.Fields;

/// <summary>Holds a section to the validation attributes of its class, in the words of the GOV.UK Design System.</summary>
internal static class SettingRules
{
    /// <summary>Says what is wrong with a section, its groups and its rows.</summary>
    /// <param name="section">The section or a part of it.</param>
    /// <param name="prefix">The path of the part, for example "Import." or "RoleLevels[2]."; empty for the section itself.</param>
    public static IReadOnlyList<SettingsError> Check(object section, string prefix = "")
    {
        List<SettingsError> errors = [];
        foreach (var setting in SettingsSchema.Of(section.GetType()))
        {
            var value = section.GetType().GetProperty(setting.Name)!.GetValue(section);
            var context = new ValidationContext(section) { MemberName = setting.Name, DisplayName = setting.Label };
            foreach (var rule in setting.Rules)
            {
                if (rule.GetValidationResult(Asked(rule, value), context) is { } wrong)
                {
                    errors.Add(new SettingsError(prefix + setting.Name, Words(rule, setting, wrong)));
                    break;
                }
            }

            errors.AddRange(Inner(setting, value, prefix + setting.Name));
        }

        if (section is IValidatableObject whole)
        {
            errors.AddRange(
                from wrong in whole.Validate(new ValidationContext(section))
                from member in wrong.MemberNames.DefaultIfEmpty("")
                select new SettingsError(member.Length == 0 && prefix.Length > 0 ? prefix.TrimEnd('.') : prefix + member, wrong.ErrorMessage ?? ""));
        }

        return errors;
    }

    private static IEnumerable<SettingsError> Inner(SettingProperty setting, object? value, string path) => setting.Kind switch
    {
        SettingKind.Group when value is not null => Check(value, path + "."),
        SettingKind.Rows when value is IEnumerable rows && !setting.IsDictionary =>
            rows.Cast<object>().SelectMany((row, number) => Check(row, $"{path}[{number}].")),
        _ => [],
    };

    // A list that is empty is as good as none to who requires one.
    private static object? Asked(ValidationAttribute rule, object? value) => rule is RequiredAttribute && value is ICollection { Count: 0 } ? null : value;

    private static string Words(ValidationAttribute rule, SettingProperty setting, ValidationResult wrong) => rule switch
    {
        { ErrorMessage: not null } => wrong.ErrorMessage ?? "",
        RequiredAttribute => setting.Kind is SettingKind.Choice or SettingKind.Choices ? $"Choose {setting.InSentence}" : $"Enter {setting.InSentence}",
        RangeAttribute range => IsOpen(range.Maximum) ? $"{setting.Label} must be {Number(range.Minimum)} or more"
            : $"{setting.Label} must be between {Number(range.Minimum)} and {Number(range.Maximum)}",
        StringLengthAttribute length when length.MinimumLength == 0 => $"{setting.Label} must be {length.MaximumLength} characters or fewer",
        StringLengthAttribute length => $"{setting.Label} must be between {length.MinimumLength} and {length.MaximumLength} characters",
        MaxLengthAttribute most => $"{setting.Label} must have {most.Length} entries or fewer",
        EmailAddressAttribute => "Enter an email address in the correct format, like name@example.gov.uk",
        UrlAttribute => "Enter a full web address, like https://www.example.gov.uk",
        _ => wrong.ErrorMessage ?? $"{setting.Label} is not right",
    };

    private static bool IsOpen(object maximum) => maximum is int.MaxValue or double.MaxValue;

    private static string Number(object number) => Convert.ToString(number, CultureInfo.InvariantCulture) ?? "";
}
