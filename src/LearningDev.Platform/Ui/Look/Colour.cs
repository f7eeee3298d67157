using System.Globalization;

namespace LearningDev.Platform.Ui.Look;

/// <summary>A colour of a screen (sRGB).</summary>
/// <param name="Red">From 0 to 255.</param>
/// <param name="Green">From 0 to 255.</param>
/// <param name="Blue">From 0 to 255.</param>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour White = new(255, 255, 255);
    public static readonly Colour Black = new(0, 0, 0);

    private const int Steps = 256;

    /// <summary>Six digits without the sign before them, for addresses.</summary>
    public string Digits => string.Create(CultureInfo.InvariantCulture, $"{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>Reads "#rrggbb", "rrggbb" or "#rgb".</summary>
    public static bool TryParse(string? text, out Colour colour)
    {
        var digits = text?.Trim().TrimStart('#') ?? "";
        digits = digits.Length == 3 ? string.Concat(digits.Select(digit => $"{digit}{digit}")) : digits;
        if (digits.Length == 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            colour = new Colour((byte)(number >> 16), (byte)(number >> 8), (byte)number);
            return true;
        }

        colour = default;
        return false;
    }

    /// <summary>The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").</summary>
    public double ContrastWith(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>The colour with a share of another one mixed in.</summary>
    /// <param name="other">The other colour.</param>
    /// <param name="share">From 0, which leaves the colour as it is, to 1, which gives the other one.</param>
    public Colour Mix(Colour other, double share)
    {
        return new Colour(Part(Red, other.Red), Part(Green, other.Green), Part(Blue, other.Blue));

        byte Part(byte own, byte theirs) => (byte)Math.Round(own + ((theirs - own) * share));
    }

    /// <summary>The colour itself, or the nearest one that passes, darker or lighter; null when there is none.</summary>
    public Colour? Nearest(Func<Colour, bool> passes)
    {
        for (var step = 0; step <= Steps; step++)
        {
            foreach (var end in (Colour[])[Black, White])
            {
                if (Mix(end, step / (double)Steps) is var candidate && passes(candidate))
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    /// <inheritdoc />
    public override string ToString() => $"#{Digits}";

    // WCAG 2.2, "relative luminance".
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
