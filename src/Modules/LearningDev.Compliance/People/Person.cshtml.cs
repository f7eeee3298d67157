using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Events;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Compliance.People;

/// <summary>Somebody's mandatory training with everything that is recorded, for who records it (CMP-01).</summary>
[RequiresPermission("RecordMandatoryTraining"), RecordsReading("Mandatory training of a person")]
internal sealed class PersonModel(TrainingOfPerson record) : PageModel, IReadingSubject
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public PersonTraining Training { get; private set; } = null!;

    /// <inheritdoc />
    public AuditSubject? ReadingSubject => Training is null ? null : new AuditSubject("Person", Training.PersonId, Training.Name);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await record.FindAsync(Id, cancellation) is not { } training)
        {
            return NotFound();
        }

        Training = training;
        return Page();
    }
}
