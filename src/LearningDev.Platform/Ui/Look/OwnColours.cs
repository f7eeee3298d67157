using System.Globalization;
using System.Text;

namespace LearningDev.Platform.Ui.Look;

/// <summary>The colours that a council has chosen for itself; null where the theme's own stays.</summary>
/// <param name="Brand">The main colour.</param>
/// <param name="Link">The colour of links.</param>
/// <param name="Button">The colour of buttons.</param>
internal sealed record OwnColours(Colour? Brand, Colour? Link, Colour? Button)
{
    // Stands in an address for a colour that stays the theme's.
    private const string Theirs = "x";

    public bool IsEmpty => this is { Brand: null, Link: null, Button: null };

    /// <summary>The address of the style sheet. It holds the colours themselves, so it is right on every node and may be kept for good.</summary>
    public string Path => $"/theme/colours/{Name}.css";

    public string Name => $"{Brand?.Digits ?? Theirs}-{Link?.Digits ?? Theirs}-{Button?.Digits ?? Theirs}";

    public static OwnColours Of(LookSettings look) => Of(look.Brand, look.Link, look.Button);

    public static OwnColours Of(string? brand, string? link, string? button)
    {
        return new OwnColours(Read(brand), Read(link), Read(button));

        static Colour? Read(string? text) => Colour.TryParse(text, out var colour) ? colour : null;
    }

    /// <summary>Reads the last part of the address; null for what is none.</summary>
    public static OwnColours? FromName(string name)
    {
        var parts = name.Split('-');
        return parts.Length == 3 && parts.All(part => part == Theirs || (part.Length == 6 && Colour.TryParse(part, out _))) ? Of(parts[0], parts[1], parts[2]) : null;
    }

    /// <summary>The style sheet: custom properties and nothing else.</summary>
    public string StyleSheet()
    {
        var css = new StringBuilder(":root{");
        if (Brand is { } brand)
        {
            Set("--app-brand", brand);
            Set("--govuk-brand-colour", brand);
            Set("--app-brand-muted", Tint(brand));
        }

        if (Link is { } link)
        {
            Set("--app-link", link);
            Set("--govuk-link-colour", link);
            Set("--app-link-hover", Hover(link));
            Set("--govuk-link-hover-colour", Hover(link));
        }

        if (Button is { } button)
        {
            Set("--app-button", button);
            Set("--app-button-hover", button.Mix(Colour.Black, 0.2));
            Set("--app-button-shadow", button.Mix(Colour.Black, 0.5));
        }

        return css.Append('}').ToString();

        void Set(string name, Colour colour) => css.Append(CultureInfo.InvariantCulture, $"{name}:{colour};");
    }

    /// <summary>The colour under the pointer.</summary>
    public static Colour Hover(Colour link) => link.Mix(Colour.Black, 0.4);

    /// <summary>A pale ground on which text of the colour can be read: a fifth of it in white, or less.</summary>
    public static Colour Tint(Colour brand) => brand.Mix(Colour.White, 0.8).Nearest(ground => ground.ContrastWith(brand) >= ContrastRule.Text) ?? Colour.White;
}
