using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Funding.Requests.Deleting;

[RequiresPermission("AskForFunding")]
internal sealed class DeleteDraftModel(RequestDrafts drafts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string LearningTitle { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await drafts.FindAsync(Id, cancellation) is not { Row.State: RequestState.Draft } own)
        {
            return NotFound();
        }

        LearningTitle = own.Item.DisplayText;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        TempData[PageFrame.Message] = await drafts.DeleteAsync(Id, cancellation) ? "The draft is deleted" : "This draft could not be deleted, because it is sent or deleted already";
        return Redirect(Url.Content("~" + FundingLinks.Requests));
    }
}
