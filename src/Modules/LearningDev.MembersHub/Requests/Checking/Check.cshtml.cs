using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Requests.Checking;

/// <summary>All answers of one's own request, to be checked and sent; of one that is sent, where it is.</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class CheckModel(MemberRequests requests, MemberRequestViews views) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public OwnRequest Own { get; private set; } = null!;

    public RequestView What { get; private set; } = null!;

    public IReadOnlyList<RequestProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        switch (await requests.SendAsync(Id, cancellation))
        {
            case SendingOutcome.NotThere:
                return NotFound();
            case SendingOutcome.Incomplete:
                ModelState.AddModelError("", "Something is missing or wrong. Put it right before you send the request");
                return await ShowAsync(cancellation);
            case SendingOutcome.NoWorkflow:
                ModelState.AddModelError("", "Nobody takes members’ training requests at present, because no workflow for them is switched on. Your answers are kept");
                return await ShowAsync(cancellation);
            case SendingOutcome.TooLate:
                TempData[PageFrame.Message] = "This request is sent already";
                break;
            default:
                TempData[PageFrame.Message] = "Your request is sent";
                break;
        }

        return Redirect(Url.Content("~" + RequestLinks.Of(Id)));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await requests.FindAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        Own = own;
        What = await views.ReadAsync(own.Item, own.Row, withMore: true, own.Row.CanChange, cancellation);
        Problems = own.Row.CanChange ? await requests.ProblemsAsync(own.Item, cancellation) : [];
        return Page();
    }
}
