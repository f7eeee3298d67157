using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.LookingBack;

/// <summary>One of the two ends a partnership: done, with another partner, or early. Nobody has to say why (COA-02).</summary>
[ConfidentialForm]
[RequiresPermission("UsePartnerships"), ConfidentialPage]
internal sealed class CloseModel(OwnPartnerships partnerships, Together.Partnerships all, IConfidentialTexts texts) : PageModel
{
    public const int LongestWord = 1000;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>A <see cref="PartnershipEnd"/> that people can choose.</summary>
    [BindProperty]
    public string? How { get; set; }

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
        return own.Row.State == PartnershipState.Active ? Page() : Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        if (own.Row.State != PartnershipState.Active)
        {
            TempData[PageFrame.Message] = "This has ended already";
            return Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
        }

        Own = own;
        var word = (Word ?? "").ReplaceLineEndings("\n").Trim();
        PartnershipEnd? end = How switch
        {
            nameof(PartnershipEnd.Completed) => PartnershipEnd.Completed,
            nameof(PartnershipEnd.Changed) when own.Seat == Seat.Learner => PartnershipEnd.Changed,
            nameof(PartnershipEnd.EndedEarly) => PartnershipEnd.EndedEarly,
            _ => null,
        };
        if (end is null)
        {
            ModelState.AddModelError(nameof(How), "Choose how it ends");
        }

        if (word.Length > LongestWord)
        {
            ModelState.AddModelError(nameof(Word), $"A word for {own.PartnerName} must be {LongestWord} characters or less");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (word.Length > 0)
        {
            own.Row.FarewellId = await texts.KeepAsync(word, own.Both, cancellation);
        }

        await all.CloseAsync(own.Row, end!.Value, cancellation);
        TempData[PageFrame.Message] = $"It has ended, and {own.PartnerName} is told kindly";
        return Redirect(Url.Content("~" + PartnershipLinks.Evaluate(Id)));
    }
}
