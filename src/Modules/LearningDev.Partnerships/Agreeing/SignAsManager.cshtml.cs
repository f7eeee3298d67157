using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.Agreeing;

/// <summary>The agreement, which the learner's line manager signs. Nothing else of the partnership stands here (COA-03).</summary>
[RequiresPermission("UsePartnerships")]
internal sealed class SignAsManagerModel(Agreements agreements) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public bool Agreed { get; set; }

    public AgreementToSign Agreement { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await agreements.FindForManagerAsync(Id, cancellation) is not { } agreement)
        {
            return NotFound();
        }

        Agreement = agreement;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await agreements.FindForManagerAsync(Id, cancellation) is not { } agreement)
        {
            TempData[PageFrame.Message] = "There is nothing for you to sign any more";
            return Redirect(Url.Content("~" + PartnershipLinks.Mine));
        }

        if (!Agreed)
        {
            Agreement = agreement;
            ModelState.AddModelError(nameof(Agreed), "Tick the box to sign the agreement");
            return Page();
        }

        await agreements.SignAsManagerAsync(agreement, cancellation);
        TempData[PageFrame.Message] = "You have signed the agreement";
        return Redirect(Url.Content("~" + PartnershipLinks.Mine));
    }
}
