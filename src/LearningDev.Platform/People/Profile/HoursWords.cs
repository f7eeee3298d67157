using System.Globalization;

namespace LearningDev.Platform.People.Profile;

/// <summary>Says working hours in words.</summary>
internal static class HoursWords
{
    private const decimal Tolerance = 0.0005m;

    private static readonly string[] Numbers = ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    private static readonly string[] Parts = ["", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>The words for a fraction of full time, for example "Full time", "Three fifths of full time" or "59% of full time".</summary>
    /// <param name="fraction">Above 0 and up to 1.</param>
    public static string Of(decimal fraction)
    {
        if (fraction >= 1)
        {
            return "Full time";
        }

        for (var parts = 2; parts < Parts.Length; parts++)
        {
            var number = (int)Math.Round(fraction * parts);
            if (number > 0 && number < parts && Math.Abs((decimal)number / parts - fraction) < Tolerance)
            {
                return parts == 2 ? "Half of full time" : $"{Numbers[number]} {Parts[parts]}{(number > 1 ? "s" : "")} of full time";
            }
        }

        return $"{(fraction * 100).ToString("0.#", CultureInfo.InvariantCulture)}% of full time";
    }
}
