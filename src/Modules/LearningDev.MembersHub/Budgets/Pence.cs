using System.Globalization;

namespace LearningDev.MembersHub.Budgets;

/// <summary>Money in whole pence, as people write and read it in pounds.</summary>
internal static class Pence
{
    /// <summary>The most that one amount can be: a million pounds.</summary>
    public const long Most = 100_000_000;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Pounds in words, for example "£1,250.00"; with a minus for less than nothing.</summary>
    public static string Words(long pence) => (pence < 0 ? "−£" : "£") + Math.Abs(Pounds(pence)).ToString("#,0.00", British);

    /// <summary>Pounds for a file, for example "1250.00".</summary>
    public static string Number(long pence) => Pounds(pence).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The same in pounds.</summary>
    public static decimal Pounds(long pence) => pence / 100m;

    /// <summary>Pounds in pence, rounded to the nearest penny.</summary>
    public static long Of(decimal pounds) => (long)decimal.Round(pounds * 100, MidpointRounding.AwayFromZero);

    /// <summary>Reads an amount such as "250", "£1,250" or "1,250.50".</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="mayBeLess">True when an amount with a minus is one.</param>
    /// <returns>Null when it is no amount, has more than two decimals, or is more than <see cref="Most"/>.</returns>
    public static long? Read(string? text, bool mayBeLess = false)
    {
        var plain = (text ?? "").Replace("£", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace('−', '-').Trim();
        var styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | (mayBeLess ? NumberStyles.AllowLeadingSign : NumberStyles.None);
        return decimal.TryParse(plain, styles, British, out var pounds) && decimal.Round(pounds, 2) == pounds && Math.Abs(pounds) <= Pounds(Most) ? Of(pounds) : null;
    }
}
