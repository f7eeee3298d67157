using System.Globalization;

namespace LearningDev.Funding.Requests.Rules;

/// <summary>Pounds, as people write and read them.</summary>
internal static class Money
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>An amount in words, for example "£1,250.00".</summary>
    public static string Words(decimal amount) => "£" + amount.ToString("#,0.00", British);

    /// <summary>Reads an amount such as "1250", "£1,250" or "1,250.50".</summary>
    /// <returns>Null when it is no amount, is negative, or has more than two decimals.</returns>
    public static decimal? Read(string? text)
    {
        var plain = (text ?? "").Replace("£", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Trim();
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, British, out var amount) && decimal.Round(amount, 2) == amount ? amount : null;
    }

    /// <summary>What lines come to.</summary>
    public static decimal Total(IEnumerable<CostLine> lines) => lines.Sum(line => line.Amount);
}
