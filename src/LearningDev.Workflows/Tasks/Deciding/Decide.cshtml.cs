using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Tasks.Deciding;

/// <summary>A task, for those who have a part in it; others are told that there is no such page.</summary>
internal sealed class DecideModel(TaskReader reader, TaskDecisions decisions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Button { get; set; }

    [BindProperty, Display(Name = "Why")]
    public string? Comment { get; set; }

    public TaskView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var comment = (Comment ?? "").ReplaceLineEndings("\n").Trim();
        if (comment.Length > SeatRow.CommentLength)
        {
            ModelState.AddModelError(nameof(Comment), $"It must be {SeatRow.CommentLength} characters or less");
        }

        if (string.IsNullOrEmpty(Button))
        {
            ModelState.AddModelError(nameof(Button), "Select your decision");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellation);
        }

        switch (await decisions.DecideAsync(Id, Button!, comment, cancellation))
        {
            case DecisionOutcome.NotThere:
                return NotFound();
            case DecisionOutcome.NoSuchButton:
                ModelState.AddModelError(nameof(Button), "Select your decision");
                return await ShowAsync(cancellation);
            case DecisionOutcome.NeedsComment:
                ModelState.AddModelError(nameof(Comment), "Enter why, for the person who asked");
                return await ShowAsync(cancellation);
            case DecisionOutcome.NotComplete:
                ModelState.AddModelError("", "Something of what you asked for is missing or wrong. Change it first, then send it again");
                return await ShowAsync(cancellation);
            case DecisionOutcome.TooLate:
                TempData[PageFrame.Message] = "Somebody else was quicker, or it is not needed any more. What you chose was not sent";
                return Redirect(Url.Content("~" + WorkflowLinks.Task(Id)));
            default:
                TempData[PageFrame.Message] = $"Sent: {Button}";
                return Redirect(Url.Content("~" + WorkflowLinks.Tasks));
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await reader.FindAsync(Id, cancellation) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
