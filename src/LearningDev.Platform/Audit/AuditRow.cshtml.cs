using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Events;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Audit;

[RequiresPermission("ViewAudit")]
[RecordsReading("A change in the audit")]
internal sealed class AuditRowModel(AuditReader audit, DateWords dates) : PageModel, IReadingSubject
{
    public AuditEntry Row { get; private set; } = null!;

    public string When { get; private set; } = "";

    public IReadOnlyList<AuditChange> Changes { get; private set; } = [];

    public AuditSubject? ReadingSubject => new("Audit", AuditWords.Row(Row.Id)[(AuditWords.List.Length + 1)..], AuditWords.What(Row));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await audit.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        When = await dates.MomentAsync(row.OccurredUtc);
        Changes = row.ReadChanges();
        return Page();
    }
}
