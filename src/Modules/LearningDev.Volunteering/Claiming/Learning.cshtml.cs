using LearningDev.Content.PrivateItems;
using LearningDev.Platform.Permissions;
using LearningDev.Volunteering.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Volunteering.Claiming;

/// <summary>The third step of a claim: the skills that were used, what the person took from it (VOL-03), and what editors ask besides.</summary>
[RequiresPermission("ViewVolunteering")]
internal sealed class LearningModel(ClaimDrafts drafts, OwnForms forms) : PageModel
{
    private static readonly string[] Own = ["VolunteeringClaim.Skills", "VolunteeringClaim.Reflection"];

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public OwnForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await drafts.FindAsync(Id, cancellation) is not { } draft ? NotFound() : await ShowAsync(draft, isPosted: false, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await drafts.TakeAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        foreach (var error in await forms.ReadAsync(draft.Item, await FieldsAsync(cancellation), Request.Form, cancellation))
        {
            ModelState.AddModelError(error.Key, error.Message);
        }

        if (!ModelState.IsValid || OwnForms.IsOnlyShownAgain(Request.Form))
        {
            return await ShowAsync(draft, isPosted: true, cancellation);
        }

        await drafts.SaveTextsAsync(draft, "the skills", cancellation);
        return Redirect(Url.Content("~" + (draft.Row.LeaveMinutes > 0 ? VolunteeringLinks.Check(Id) : VolunteeringLinks.Leave(Id))));
    }

    private async Task<List<string>> FieldsAsync(CancellationToken cancellation) => [.. Own, .. await forms.AddedAsync(VolunteeringClaim.Type, VolunteeringClaim.Known, cancellation)];

    private async Task<IActionResult> ShowAsync(ClaimDraft draft, bool isPosted, CancellationToken cancellation)
    {
        Form = await forms.ShowAsync(draft.Item, await FieldsAsync(cancellation), isPosted ? Request.Form : null, cancellation);
        return Page();
    }
}
