using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Partnerships.LookingBack;

/// <summary>Ratings from 1 to 5 in forms.</summary>
internal static class Ratings
{
    public const int LongestWords = 5000;

    public static IReadOnlyList<SelectListItem> Choices { get; } =
        [new("5: very much", "5"), new("4", "4"), new("3", "3"), new("2", "2"), new("1: not at all", "1")];

    /// <summary>A rating; null for what is none.</summary>
    public static int? Read(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var rating) && rating is >= 1 and <= ReviewRow.Best ? rating : null;
}
