using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Cycle;

/// <summary>Democratic Services send a strategy or plan to be agreed (MEM-07).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class SendModel(CycleSending sending, ContentItems items) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string Title { get; private set; } = "";

    public string Back { get; private set; } = CycleLinks.Timeline;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        switch (await sending.SendAsync(Id, cancellation))
        {
            case SendingOutcome.NotThere:
                return NotFound();
            case SendingOutcome.NoPlace:
                ModelState.AddModelError(nameof(Id), "Say in the document what it is, and of which cycle and year, before you send it");
                return Page();
            case SendingOutcome.NoWorkflow:
                ModelState.AddModelError(nameof(Id), "No workflow has strategies and plans agreed at present. Ask an administrator to switch one on");
                return Page();
            case SendingOutcome.TooLate:
                TempData[PageFrame.Message] = $"{Title} is with those who agree it already, or is agreed";
                break;
            default:
                TempData[PageFrame.Message] = $"{Title} is sent to be agreed";
                break;
        }

        return Redirect(Url.Content("~" + Back));
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await items.FindAsync(Id, VersionChoice.Latest, cancellation) is not { ContentType: nameof(MemberDevelopmentDocument) } item)
        {
            return false;
        }

        Title = item.DisplayText;
        Back = item.As<MemberDevelopmentDocument>().ElectionYear.Value is { } year ? CycleLinks.Of((int)year) : CycleLinks.Timeline;
        return true;
    }
}
