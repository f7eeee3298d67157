using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Ui.Look;

/// <summary>The council's own colours and logo over the theme; the settings section "LookSettings" (ADM-01).</summary>
public sealed class LookSettings
{
    /// <summary>The main colour as "#rrggbb"; empty for the theme's.</summary>
    [Display(Name = "Main colour", Description = "The masthead, bands and figures. For example, #08474d. Leave it empty for the theme’s own"), HexColour]
    public string Brand { get; set; } = "";

    /// <summary>The colour of links as "#rrggbb"; empty for the theme's.</summary>
    [Display(Name = "Colour of links", Description = "Leave it empty for the theme’s own"), HexColour]
    public string Link { get; set; } = "";

    /// <summary>The colour of buttons as "#rrggbb"; empty for the theme's.</summary>
    [Display(Name = "Colour of buttons", Description = "The words on a button are white. Leave it empty for the theme’s own"), HexColour]
    public string Button { get; set; } = "";

    /// <summary>The name of the logo, as its address has it; empty for the theme's.</summary>
    [Display(Name = "Logo"), ChosenFrom(typeof(LogoChoices))]
    public string Logo { get; set; } = "";

    /// <summary>What the logo says to those who do not see it; empty when it says nothing that the portal's name does not.</summary>
    [Display(
        Name = "Alternative text of the logo",
        Description = "What the picture says, for people who do not see it, such as the name of the council. Leave it empty when the name of the portal beside it says the same")]
    [StringLength(100)]
    public string LogoText { get; set; } = "";
}

/// <summary>Accepts a colour as six digits of base 16 with a # before them, and an empty text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HexColourAttribute() : ValidationAttribute("Enter a colour as # and six digits from 0 to 9 or letters from a to f, like #08474d")
{
    /// <inheritdoc />
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || Colour.TryParse(text, out _);
}
