using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Outbox;

[RequiresPermission("ManageMessages")]
internal sealed class MessageModel(OutboxReader outbox, OutboxCare care, DateWords dates) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    [Display(Name = "Why"), Required(ErrorMessage = "Enter why you give it up")]
    [StringLength(OutboxCare.ReasonLength, ErrorMessage = "Why must be 300 characters or fewer")]
    public string? Reason { get; set; }

    public OutboxLine Message { get; private set; } = null!;

    public string Name => OutboxWords.OfKind(Message.Kind) + (Message.About.Length > 0 ? $": {Message.About}" : "");

    public string Created { get; private set; } = "";

    public string? Next { get; private set; }

    public string? Ended { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        return await ShowAsync(cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostRetryAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        if (!await ShowAsync(cancellation))
        {
            return NotFound();
        }

        return Done(await care.RetryAsync(Message, cancellation), "The message is tried again");
    }

    public async Task<IActionResult> OnPostGiveUpAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation))
        {
            return NotFound();
        }

        return ModelState.IsValid ? Done(await care.GiveUpAsync(Message, Reason!.Trim(), cancellation), "The message is given up") : Page();
    }

    private RedirectResult Done(bool changed, string said)
    {
        TempData[PageFrame.Message] = changed ? said : "Nothing was changed: the message is being sent just now, or is done with";
        return Redirect(Url.Content($"~{OutboxWords.Page}/{Uri.EscapeDataString(Message.Id)}"));
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (await outbox.FindAsync(Id.Replace('\0', '\uFFFD'), cancellation) is not { } message)
        {
            return false;
        }

        Message = message;
        Created = await dates.MomentAsync(message.CreatedUtc);
        Next = message.State == OutboxState.Waiting ? await dates.MomentAsync(message.NextAttemptUtc) : null;
        Ended = message.EndedUtc is { } ended ? await dates.MomentAsync(ended) : null;
        return true;
    }
}
