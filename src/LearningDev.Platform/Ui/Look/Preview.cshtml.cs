using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings.Editing;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Platform.Ui.Themes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Ui.Look;

[RequiresPermission("ManageSettings")]
internal sealed class PreviewModel(InstalledThemes themes, PageFrame frame, LookEditing look, SettingsEditing editing) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Brand { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Link { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Button { get; set; }

    /// <summary>The id of the theme to look at; the portal's own where it says nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    public OwnColours Colours { get; private set; } = null!;

    public Theme Shown { get; private set; } = null!;

    public IReadOnlyList<Theme> Themes => themes.All;

    /// <summary>The version that saving these colours takes the place of.</summary>
    public int Version { get; private set; }

    /// <summary>What meets what, with its contrast in the shown theme.</summary>
    public IReadOnlyList<ContrastLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Colours = OwnColours.Of(Brand, Link, Button);
        Shown = themes.All.FirstOrDefault(theme => theme.Id == Theme) ?? await frame.ThemeAsync();
        Version = (await editing.OpenAsync(await look.SectionAsync(cancellation), cancellation)).Version;
        Lines =
        [
            .. from rule in ContrastRule.All
               let colour = ColourOf(rule.Setting)
               let contrast = rule.Contrast(colour, Shown)
               select new ContrastLine(rule.What, $"{colour} and {rule.OtherIn(Shown)}", ContrastRule.Words(contrast), ContrastRule.Words(rule.Least), contrast >= rule.Least),
        ];
    }

    /// <summary>The address of a page with these colours.</summary>
    public string UrlOf(string path, string? theme) => Url.Content("~" + path) + QueryString.Create(
        new[] { KeyValuePair.Create("brand", $"{Colours.Brand}"), KeyValuePair.Create("link", $"{Colours.Link}"), KeyValuePair.Create("button", $"{Colours.Button}"), KeyValuePair.Create("theme", theme ?? "") }
            .Where(pair => pair.Value.Length > 0).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));

    private Colour ColourOf(string setting)
    {
        var (own, name) = setting switch
        {
            nameof(LookSettings.Brand) => (Colours.Brand, "brand"),
            nameof(LookSettings.Link) => (Colours.Link, "link"),
            _ => (Colours.Button, "button"),
        };
        return own ?? (Colour.TryParse(Shown.Colours[name], out var theirs) ? theirs : Colour.Black);
    }
}

/// <summary>Two colours that meet on pages.</summary>
internal sealed record ContrastLine(string What, string Pair, string Contrast, string Least, bool Passes);
