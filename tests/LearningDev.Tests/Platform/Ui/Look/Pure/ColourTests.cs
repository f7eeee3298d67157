using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.Ui.Look;
using LearningDev.Platform.Ui.Themes;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Machine;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Look.Pure;

[Requirement("ADM-04")]
public class ColourTests
{
    private static readonly Gen<Colour> _colour = Gen.Choose(0, 0xFFFFFF).Select(number => new Colour((byte)(number >> 16), (byte)(number >> 8), (byte)number));

    private static readonly IReadOnlyList<Theme> _themes =
    [
        .. ((string[])["council", "coast"]).Select(id => JsonSerializer.Deserialize<Theme>(File.ReadAllText(RepositoryRoot.Combine("themes", id, "theme.json")), JsonSerializerOptions.Web)!),
    ];

    [Theory]
    [InlineData("#08474d", "#08474d")]
    [InlineData("08474D", "#08474d")]
    [InlineData(" #abc ", "#aabbcc")]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("#12345", null)]
    [InlineData("red", null)]
    [InlineData("#+12345", null)]
    [InlineData("url(//x)", null)]
    public void TryParse_Text_IsTheColour(string? text, string? expected) => (Colour.TryParse(text, out var colour) ? colour.ToString() : null).ShouldBe(expected);

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#ffffff", "#ffffff", 1)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    public void ContrastWith_KnownColours_IsAsPublished(string one, string other, double expected) => Read(one).ContrastWith(Read(other)).ShouldBe(expected, 0.005);

    [Fact]
    public void ContrastWith_AnyColours_IsTheSameBothWaysAndFrom1To21() => Prop.ForAll(_colour.ToArbitrary(), _colour.ToArbitrary(), (one, other) =>
        one.ContrastWith(other) == other.ContrastWith(one) && one.ContrastWith(other) is >= 1 and <= 21.0000001).QuickCheckThrowOnFailure();

    [Fact]
    public void Nearest_AnyColour_PassesInEveryThemeAndLeavesOneThatPassesAlone() => Prop.ForAll(_colour.ToArbitrary(), Gen.Elements("Brand", "Link", "Button").ToArbitrary(), (colour, setting) =>
    {
        var nearest = ContrastRule.Nearest(setting, colour, _themes);
        return nearest is { } found && Passes(setting, found) && (!Passes(setting, colour) || found == colour);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void OwnColours_OfWhatPasses_AreReadOnWhatIsMadeOfThem() => Prop.ForAll(_colour.ToArbitrary(), colour =>
    {
        var (brand, link, button) = (Near("Brand"), Near("Link"), Near("Button"));
        return brand.ContrastWith(OwnColours.Tint(brand)) >= 4.5
            && _themes.All(theme => ContrastRule.All.Where(rule => rule.Setting == "Link").All(rule => rule.Contrast(OwnColours.Hover(link), theme) >= rule.Least))
            && Colour.White.ContrastWith(OwnColours.Hover(link)) >= 4.5
            && Colour.White.ContrastWith(button.Mix(Colour.Black, 0.2)) >= 4.5;

        Colour Near(string setting) => ContrastRule.Nearest(setting, colour, _themes)!.Value;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void OwnColours_AnyName_IsReadBackAndHoldsNothingButColours() => Prop.ForAll(_colour.ToArbitrary(), colour =>
    {
        var own = new OwnColours(colour, null, colour);
        return OwnColours.FromName(own.Name) == own && own.StyleSheet().All(letter => char.IsAsciiLetterOrDigit(letter) || ":;#{}-".Contains(letter));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(4.499, "4.49 to 1")]
    [InlineData(4.5, "4.5 to 1")]
    [InlineData(21, "21 to 1")]
    public void Words_Ratio_IsNeverRoundedUp(double ratio, string words) => ContrastRule.Words(ratio).ShouldBe(words);

    private static bool Passes(string setting, Colour colour) =>
        ContrastRule.All.Where(rule => rule.Setting == setting).All(rule => _themes.All(theme => rule.Contrast(colour, theme) >= rule.Least));

    private static Colour Read(string text) => Colour.TryParse(text, out var colour) ? colour : throw new FormatException(text);
}
