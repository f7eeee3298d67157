using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.Agreeing;

/// <summary>One of the two does not go on after the first meeting, or does not sign, without blame (COA-02).</summary>
[RequiresPermission("UsePartnerships"), ConfidentialPage]
internal sealed class NotThisTimeModel(OwnPartnerships partnerships, Agreements agreements) : PageModel
{
    public const int LongestWord = 1000;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Word { get; set; }

    public OwnPartnership Own { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        Own = own;
        return Agreements.MayDecline(own.Row) ? Page() : Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        var word = (Word ?? "").ReplaceLineEndings("\n").Trim();
        if (word.Length > LongestWord && Agreements.MayDecline(own.Row))
        {
            ModelState.AddModelError(nameof(Word), $"A word for {own.PartnerName} must be {LongestWord} characters or less");
            Own = own;
            return Page();
        }

        TempData[PageFrame.Message] = await agreements.DeclineAsync(own, word, cancellation) ? $"You do not go on. {own.PartnerName} is told kindly" : "This has gone on or ended already";
        return Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }
}
