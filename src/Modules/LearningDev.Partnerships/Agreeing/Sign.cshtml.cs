using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.Agreeing;

/// <summary>The agreement, which one of the two signs (COA-02).</summary>
[RequiresPermission("UsePartnerships")]
internal sealed class SignModel(OwnPartnerships partnerships, Agreements agreements, ISettings settings) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public bool Agreed { get; set; }

    public OwnPartnership Own { get; private set; } = null!;

    public string Safeguarding { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        return IsToSign(own) ? await ShowAsync(own, cancellation) : Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        if (!Agreed && IsToSign(own))
        {
            ModelState.AddModelError(nameof(Agreed), "Tick the box to sign the agreement");
            return await ShowAsync(own, cancellation);
        }

        TempData[PageFrame.Message] = await agreements.SignAsync(own, cancellation) ? "You have signed the agreement" : "There is nothing for you to sign any more";
        return Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }

    private static bool IsToSign(OwnPartnership own) => own.Row.State == PartnershipState.Signing && own.Row.SignedUtc(own.Seat) is null;

    private async Task<IActionResult> ShowAsync(OwnPartnership own, CancellationToken cancellation)
    {
        (Own, Safeguarding) = (own, (await settings.GetAsync<PartnershipsSettings>(cancellation)).Safeguarding);
        return Page();
    }
}
