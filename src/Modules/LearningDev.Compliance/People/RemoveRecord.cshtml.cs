using LearningDev.Compliance.Records;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Compliance.People;

/// <summary>Removes a record of attendance that was wrong, with a reason.</summary>
[RequiresPermission("RecordMandatoryTraining")]
internal sealed class RemoveRecordModel(TrainingOfPerson people, TrainingRecording recording) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Record { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public string Name { get; private set; } = "";

    public string Training { get; private set; } = "";

    public CompletionRow Row { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (StandingWords.Check(Reason, out var reason) is { } wrong)
        {
            ModelState.AddModelError(nameof(Reason), wrong);
            return await ShowAsync(cancellation);
        }

        if (!await recording.RemoveAsync(Id, Record, reason, cancellation))
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = "The record is removed";
        return Redirect(Url.Content("~" + ComplianceLinks.Person(Id)));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await people.FindAsync(Id, cancellation) is not { } training || training.Records.FirstOrDefault(one => one.Row.Id == Record) is not { Row: { } row } found)
        {
            return NotFound();
        }

        (Name, Training, Row) = (training.Name, found.Training, row);
        return Page();
    }
}
