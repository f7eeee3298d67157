using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Settings.Editing;

[RequiresPermission("ManageSettings")]
internal sealed class EditSectionModel(SettingsSections sections, SettingsEditing editing, IEnumerable<ISettingsAdvice> advice) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Section { get; set; } = "";

    public DeclaredSettings Declared { get; private set; } = null!;

    public SettingsForm Form { get; private set; } = null!;

    public IReadOnlyList<AuditChange> Differences { get; private set; } = [];

    /// <summary>What a person at the form should know besides what stands in it.</summary>
    public IReadOnlyList<SettingsAdvice> About { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await sections.FindAsync(Section, cancellation) is not { } section)
        {
            return NotFound();
        }

        if (section.OwnPage is not null)
        {
            return Redirect(Url.Content("~" + section.OwnPage));
        }

        Declared = section;
        Form = await editing.OpenAsync(section, cancellation);
        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await sections.FindAsync(Section, cancellation) is not { OwnPage: null } section)
        {
            return NotFound();
        }

        var outcome = await editing.ApplyAsync(section, await Request.ReadFormAsync(cancellation), cancellation);
        if (outcome.IsSaved)
        {
            TempData[PageFrame.Message] = outcome.IsChanged ? "The settings are saved" : "Nothing was changed";
            return RedirectToPage();
        }

        (Declared, Form, Differences) = (section, outcome.Form, outcome.Differences);
        foreach (var error in outcome.Errors)
        {
            ModelState.AddModelError(error.Property, error.Message);
        }

        return await ShowAsync(cancellation);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        List<SettingsAdvice> about = [];
        foreach (var adviser in advice.Where(adviser => adviser.Section == Declared.Type))
        {
            about.Add(await adviser.AdviseAsync(cancellation));
        }

        About = about;
        return Page();
    }
}
