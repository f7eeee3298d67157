using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Settings.History;

[RequiresPermission("ManageSettings")]
internal sealed class RestoreVersionModel(SettingsSections sections, SettingsHistory history, DateWords dates) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Section { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Version { get; set; }

    /// <summary>The version that the section had when the changes were shown.</summary>
    [BindProperty]
    public int Opened { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public DeclaredSettings Declared { get; private set; } = null!;

    public RestorePreview Preview { get; private set; } = null!;

    public string Name => Version == 0 ? "the settings as they were shipped" : $"version {Version}";

    public string When { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        Opened = Preview.Current;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        try
        {
            var errors = await history.RestoreAsync(Declared, Preview, Opened, Reason?.ReplaceLineEndings("\n").Trim() ?? "", cancellation);
            if (errors.Count == 0)
            {
                TempData[PageFrame.Message] = "The settings are restored";
                return Redirect(Url.Content("~" + Declared.History()));
            }

            foreach (var error in errors)
            {
                ModelState.AddModelError(error.Property, error.Message);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody else changed the settings after you opened this page. What restoring would change now is shown below");
            ModelState.Remove(nameof(Opened));
            await LoadAsync(cancellation);
            Opened = Preview.Current;
        }

        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await sections.FindAsync(Section, cancellation) is not { } section || await history.PreviewAsync(section, Version, cancellation) is not { } preview)
        {
            return false;
        }

        (Declared, Preview) = (section, preview);
        When = preview.Version.SavedUtc is { } moment ? $"Saved {await dates.MomentAsync(moment)} by {preview.Version.PersonName}." : "";
        return true;
    }
}
