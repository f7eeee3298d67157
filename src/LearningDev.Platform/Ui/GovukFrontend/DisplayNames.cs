using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>What a property is called in labels and messages.</summary>
internal static partial class DisplayNames
{
    /// <summary>The display name; where there is none, the property's name in words: "ReviewOn" is "Review on".</summary>
    public static string? WordedName(this ModelMetadata metadata) =>
        metadata.DisplayName ?? (metadata.Name is null ? null : Words(metadata.Name));

    /// <summary>A name in code as words: "ReviewOn" is "Review on".</summary>
    public static string Words(string name) => WordStart().Replace(name, match => " " + match.Value.ToLowerInvariant());

    /// <summary>A name as it stands inside a sentence: "date of review".</summary>
    public static string InSentence(string name) => name.Length == 0 ? name : char.ToLower(name[0], CultureInfo.CurrentCulture) + name[1..];

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
