using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Events;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Funding.Requests.Overview;

/// <summary>Somebody's request, for those who may see all.</summary>
[RequiresPermission("ViewTrainingRequests"), RecordsReading("Training request")]
internal sealed class OneRequestModel(AllRequests requests, RequestViews views) : PageModel, IReadingSubject
{
    public RequestRow Row { get; private set; } = null!;

    public RequestView What { get; private set; } = null!;

    public AuditSubject? ReadingSubject => Row is null ? null : new AuditSubject("Person", Row.PersonId, Row.PersonName);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await requests.FindAsync(id, cancellation) is not var (row, item))
        {
            return NotFound();
        }

        (Row, What) = (row, await views.ReadAsync(item, withMore: true, canChange: false, cancellation));
        return Page();
    }
}
