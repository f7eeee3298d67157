using LearningDev.Compliance.Records;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Compliance.People;

/// <summary>Ends an exemption before its last day, with a reason: the training is needed again from today.</summary>
[RequiresPermission("RecordMandatoryTraining")]
internal sealed class EndExemptionModel(TrainingOfPerson people, TrainingRecording recording) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Exemption { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public string Name { get; private set; } = "";

    public string Training { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (StandingWords.Check(Reason, out var reason) is { } wrong)
        {
            ModelState.AddModelError(nameof(Reason), wrong);
            return await ShowAsync(cancellation);
        }

        if (!await recording.EndAsync(Id, Exemption, reason, cancellation))
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = "The exemption is ended";
        return Redirect(Url.Content("~" + ComplianceLinks.Person(Id)));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await people.FindAsync(Id, cancellation) is not { } training
            || training.Exemptions.FirstOrDefault(one => one.Row.Id == Exemption && TrainingRecording.IsOpen(one.Row, training.Today)) is not { Row: not null } found)
        {
            return NotFound();
        }

        (Name, Training) = (training.Name, found.Training);
        return Page();
    }
}
