using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Machine;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Themes;

/// <summary>The colours of every theme, held to WCAG 2.2 success criteria 1.4.3 (text) and 1.4.11 (what is not text).</summary>
public sealed class ThemeColourTests
{
    private const double Text = 4.5;
    private const double Mark = 3;

    public static TheoryData<string> Themes => [.. Directory
        .GetDirectories(RepositoryRoot.Combine("themes"))
        .Select(folder => Path.GetFileName(folder))
        .Where(id => File.Exists(RepositoryRoot.Combine("themes", id, "theme.json")))];

    [Theory]
    [MemberData(nameof(Themes))]
    [Requirement("ADM-04")]
    public void Theme_EveryPair_HasEnoughContrast(string id)
    {
        var colours = JsonNode.Parse(File.ReadAllText(RepositoryRoot.Combine("themes", id, "theme.json")))!["colours"]!.AsObject()
            .ToDictionary(colour => colour.Key, colour => (string)colour.Value!);

        Pairs()
            .Select(pair => (pair.Front, pair.Ground, pair.Least, Contrast: Contrast(colours[pair.Front], colours[pair.Ground])))
            .Where(pair => pair.Contrast < pair.Least)
            .Select(pair => string.Create(
                CultureInfo.InvariantCulture, $"{pair.Front} on {pair.Ground}: {pair.Contrast:0.00}, not {pair.Least:0.0}"))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#ffffff", "#ffffff", 1)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    public void Contrast_KnownColours_IsAsPublished(string one, string other, double expected) =>
        Contrast(one, other).ShouldBe(expected, 0.005);

    private static IEnumerable<(string Front, string Ground, double Least)> Pairs()
    {
        foreach (var ground in new[] { "page", "surface", "backdrop", "accent-soft" })
        {
            foreach (var front in new[] { "text", "secondary-text", "link", "link-hover", "link-visited", "error" })
            {
                yield return (front, ground, Text);
            }
        }

        yield return ("brand-text", "brand", Text);
        yield return ("brand", "page", Text);
        yield return ("brand", "brand-muted", Text);
        yield return ("button-text", "button", Text);
        yield return ("button-text", "link-hover", Text);
        yield return ("page", "success", Text);
        yield return ("focus-text", "focus", Text);
        yield return ("focus-text", "accent", Text);
        yield return ("focus", "focus-text", Mark);
        yield return ("button", "surface", Mark);
    }

    /// <summary>The contrast ratio of WCAG 2.2, 1 to 21.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
