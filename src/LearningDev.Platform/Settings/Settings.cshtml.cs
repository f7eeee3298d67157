using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Platform.Ui.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Settings;

[RequiresPermission("ManageSettings")]
internal sealed class SettingsModel(ISettings settings, InstalledThemes themes) : PageModel
{
    [BindProperty]
    public SettingsForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Theme> Themes => themes.All;

    /// <summary>What somebody else has saved meanwhile and this form would change back.</summary>
    public IReadOnlyList<SettingDifference> Differences { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var (site, version) = await settings.ReadAsync<SiteSettings>(cancellation);
        Form = SettingsForm.Of(site);
        Version = version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (ModelState.IsValid && !themes.All.Any(theme => theme.Id == Form.Theme))
        {
            ModelState.AddModelError("Form.Theme", "Choose a theme");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await settings.SaveAsync(Form.ToSettings(), Version, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            await ShowWhatOthersSavedAsync(cancellation);
            return Page();
        }

        TempData[PageFrame.Message] = "The settings are saved";
        return RedirectToPage();
    }

    private async Task ShowWhatOthersSavedAsync(CancellationToken cancellation)
    {
        var (site, version) = await settings.ReadAsync<SiteSettings>(cancellation);
        Differences = [.. Form.DifferencesTo(SettingsForm.Of(site))];
        // With the newer version, sending the form again is a decision made in knowledge of the other one.
        Version = version;
        ModelState.Remove(nameof(Version));
        ModelState.AddModelError("", "Somebody else changed the settings while you had them open. Yours are not saved yet");
    }
}

/// <summary>The form of the settings.</summary>
internal sealed class SettingsForm
{
    [Display(Name = "Name of the portal"), Required(ErrorMessage = "Enter the name of the portal")]
    [StringLength(60, ErrorMessage = "Name of the portal must be 60 characters or fewer")]
    public string SiteName { get; set; } = "";

    [Display(Name = "Name of the council"), Required(ErrorMessage = "Enter the name of the council")]
    [StringLength(100, ErrorMessage = "Name of the council must be 100 characters or fewer")]
    public string CouncilName { get; set; } = "";

    [Display(Name = "Email address for help"), StringLength(254, ErrorMessage = "Email address must be 254 characters or fewer")]
    [EmailAddress(ErrorMessage = "Enter an email address in the correct format, like name@example.gov.uk")]
    public string? ContactEmail { get; set; }

    [Display(Name = "Time zone"), Required(ErrorMessage = "Enter a time zone"), TimeZoneName]
    public string TimeZoneId { get; set; } = "";

    [Display(Name = "Rows on a page"), Required(ErrorMessage = "Enter how many rows a page has")]
    [Range(5, 100, ErrorMessage = "Rows on a page must be between 5 and 100")]
    public int? PageSize { get; set; }

    [Display(Name = "Theme"), Required(ErrorMessage = "Choose a theme")]
    public string Theme { get; set; } = "";

    public static SettingsForm Of(SiteSettings site) => new()
    {
        SiteName = site.SiteName,
        CouncilName = site.CouncilName,
        ContactEmail = site.ContactEmail,
        TimeZoneId = site.TimeZoneId,
        PageSize = site.PageSize,
        Theme = site.Theme,
    };

    public SiteSettings ToSettings() => new()
    {
        SiteName = SiteName.Trim(),
        CouncilName = CouncilName.Trim(),
        ContactEmail = ContactEmail?.Trim() ?? "",
        TimeZoneId = TimeZoneId.Trim(),
        PageSize = PageSize ?? new SiteSettings().PageSize,
        Theme = Theme,
    };

    public IEnumerable<SettingDifference> DifferencesTo(SettingsForm saved) =>
        from difference in new SettingDifference[]
        {
            new("Name of the portal", saved.SiteName, SiteName),
            new("Name of the council", saved.CouncilName, CouncilName),
            new("Email address for help", saved.ContactEmail ?? "", ContactEmail ?? ""),
            new("Time zone", saved.TimeZoneId, TimeZoneId),
            new("Rows on a page", $"{saved.PageSize}", $"{PageSize}"),
            new("Theme", saved.Theme, Theme),
        }
        where difference.Saved != difference.Yours
        select difference;
}

/// <summary>A setting that somebody else saved otherwise than it was typed.</summary>
internal sealed record SettingDifference(string Name, string Saved, string Yours);

/// <summary>Accepts the IANA names of the time zones that this machine knows.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeZoneNameAttribute() : ValidationAttribute("Enter a time zone as it is known internationally, like Europe/London")
{
    public override bool IsValid(object? value) =>
        value is not string { Length: > 0 } name || (TimeZoneInfo.TryFindSystemTimeZoneById(name.Trim(), out var zone) && zone.HasIanaId);
}
