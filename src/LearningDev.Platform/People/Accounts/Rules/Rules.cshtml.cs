using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People.Accounts.Rules;

[RequiresPermission("ManageAccounts")]
internal sealed class RulesModel(ISettings settings, PortalDb db) : PageModel
{
    [BindProperty]
    public RulesForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<SelectListItem> Roles { get; private set; } = [];

    /// <summary>What somebody else has saved meanwhile and this form would change back.</summary>
    public IReadOnlyList<AuditChange> Differences { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var (rules, version) = await settings.ReadAsync<AccountSettings>(cancellation);
        Form = RulesForm.Of(rules);
        Version = version;
        await ReadRolesAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadRolesAsync(cancellation);
        if (Form.SecondFactorRoles.Except(Roles.Select(role => role.Value)).Any())
        {
            ModelState.AddModelError("Form.SecondFactorRoles", "Choose roles of the list");
        }

        if (Form.IdleHours > Form.SessionHours)
        {
            ModelState.AddModelError("Form.IdleHours", "Hours without use must not be more than the hours that a session lasts at most");
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

        TempData[PageFrame.Message] = "The rules are saved";
        return RedirectToPage();
    }

    private async Task ShowWhatOthersSavedAsync(CancellationToken cancellation)
    {
        var (rules, version) = await settings.ReadAsync<AccountSettings>(cancellation);
        Differences = [.. Form.DifferencesTo(RulesForm.Of(rules))];
        // With the newer version, sending the form again is a decision made in knowledge of the other one.
        Version = version;
        ModelState.Remove(nameof(Version));
        ModelState.AddModelError("", "Somebody else changed the rules while you had them open. Yours are not saved yet");
    }

    private async Task ReadRolesAsync(CancellationToken cancellation) => Roles =
        [.. (await db.Roles.OrderBy(role => role.Name).Select(role => role.Name!).ToListAsync(cancellation)).Select(role => new SelectListItem(role, role))];
}
