using System.Globalization;
using LearningDev.Platform.Ui.Themes;

namespace LearningDev.Platform.Ui.Look;

/// <summary>Two colours that meet on pages, and how much they must differ (WCAG 2.2, success criteria 1.4.3 and 1.4.11).</summary>
/// <param name="Setting">The property of <see cref="LookSettings"/> that is one of the two.</param>
/// <param name="What">What a person sees, for example "Links on the page".</param>
/// <param name="Other">The name of the other colour in the theme.</param>
/// <param name="Least">The least contrast ratio.</param>
internal sealed record ContrastRule(string Setting, string What, string Other, double Least)
{
    /// <summary>The least contrast ratio of text.</summary>
    public const double Text = 4.5;

    /// <summary>The least contrast ratio of the edges of controls and of what is drawn.</summary>
    public const double Mark = 3;

    public static IReadOnlyList<ContrastRule> All { get; } =
    [
        new(nameof(LookSettings.Brand), "Words on the main colour", "brand-text", Text),
        new(nameof(LookSettings.Brand), "Figures in the main colour on the page", "page", Text),
        new(nameof(LookSettings.Brand), "Bands in the main colour on panels", "surface", Mark),
        new(nameof(LookSettings.Link), "Links on the page", "page", Text),
        new(nameof(LookSettings.Link), "Links on panels", "surface", Text),
        new(nameof(LookSettings.Link), "Links at the foot of pages", "backdrop", Text),
        new(nameof(LookSettings.Link), "Links on highlighted panels", "accent-soft", Text),
        new(nameof(LookSettings.Button), "Words on buttons", "button-text", Text),
        new(nameof(LookSettings.Button), "Buttons on the page", "page", Mark),
        new(nameof(LookSettings.Button), "Buttons on panels", "surface", Mark),
    ];

    /// <summary>The contrast of a colour with the other one in a theme.</summary>
    public double Contrast(Colour colour, Theme theme) => colour.ContrastWith(OtherIn(theme));

    public Colour OtherIn(Theme theme) =>
        Colour.TryParse(theme.Colours[Other], out var other) ? other : throw new InvalidOperationException($"The theme {theme.Id} has no colour {Other}.");

    /// <summary>A ratio as people read it, never rounded up: "4.49 to 1".</summary>
    public static string Words(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(ratio * 100) / 100:0.##} to 1");

    /// <summary>The nearest colour that keeps all rules of a setting in all themes; null when there is none.</summary>
    public static Colour? Nearest(string setting, Colour colour, IReadOnlyList<Theme> themes) => colour.Nearest(candidate =>
        All.Where(rule => rule.Setting == setting).All(rule => themes.All(theme => rule.Contrast(candidate, theme) >= rule.Least)));
}
