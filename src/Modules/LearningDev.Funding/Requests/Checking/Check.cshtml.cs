using LearningDev.Funding.Requests.Rules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Funding.Requests.Checking;

[RequiresPermission("AskForFunding")]
internal sealed class CheckModel(RequestDrafts drafts, RequestViews views, RequestCompleteness completeness, RequestSending sending) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public OwnRequest Own { get; private set; } = null!;

    public RequestView What { get; private set; } = null!;

    public IReadOnlyList<RequestProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        switch (await sending.SendAsync(Id, cancellation))
        {
            case SendingOutcome.NotThere:
                return NotFound();
            case SendingOutcome.Incomplete:
                ModelState.AddModelError("", "Something is missing or wrong. Put it right before you send the request");
                return await ShowAsync(cancellation);
            case SendingOutcome.NoWorkflow:
                ModelState.AddModelError("", "Nobody takes training requests at present, because no workflow for them is switched on. Your answers are kept");
                return await ShowAsync(cancellation);
            case SendingOutcome.TooLate:
                TempData[PageFrame.Message] = "This request is sent already";
                break;
            default:
                TempData[PageFrame.Message] = "Your request is sent";
                break;
        }

        return Redirect(Url.Content("~" + FundingLinks.Check(Id)));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await drafts.FindAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        Own = own;
        What = await views.ReadAsync(own.Item, withMore: true, own.Row.CanChange, cancellation);
        Problems = own.Row.CanChange ? await completeness.ProblemsAsync(own.Item, cancellation) : [];
        return Page();
    }
}
