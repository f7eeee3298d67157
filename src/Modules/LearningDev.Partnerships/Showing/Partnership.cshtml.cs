using LearningDev.Partnerships.Agreeing;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Partnerships.Watching;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.Showing;

/// <summary>A partnership, for its two people alone: where it is, what is next, goals, meetings and notes (COA-02, COA-03, MEN-01).</summary>
[RequiresPermission("UsePartnerships"), ConfidentialPage]
internal sealed class PartnershipModel(OwnPartnerships partnerships, PartnershipReader reader, Agreements agreements, QuietSpells quiet) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public PartnershipPage Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        Shown = await reader.ReadAsync(own, cancellation);
        return Page();
    }

    /// <summary>The person wants to go on after the first meeting.</summary>
    public async Task<IActionResult> OnPostYesAsync(CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = !await agreements.SayYesAsync(own, cancellation) ? "You have said so already, or this has ended"
            : own.Row.State == PartnershipState.Signing ? "You both want to go on" : "You want to go on";
        return Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }

    /// <summary>The person says how it goes after a quiet spell.</summary>
    public async Task<IActionResult> OnPostHowItGoesAsync(string? answer, CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own || !Enum.TryParse<QuietAnswer>(answer, out var given) || !Enum.IsDefined(given))
        {
            return NotFound();
        }

        if (!await quiet.AnswerAsync(own, given, cancellation))
        {
            TempData[PageFrame.Message] = "There is nothing to answer any more";
            return Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
        }

        if (given == QuietAnswer.TimeToEnd)
        {
            return Redirect(Url.Content("~" + PartnershipLinks.Close(Id)));
        }

        TempData[PageFrame.Message] = "Thank you for saying so";
        return Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }
}
