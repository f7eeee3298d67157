using LearningDev.Content.Pages;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Plans.Reviewing;

/// <summary>Somebody's completed plan, for the reviewer whom they have chosen, who writes a note, and for those who may read plans. For all others there is none (MEM-03).</summary>
[RequiresPermission("ViewMembersHub"), RecordsReading("Personal development plan of a member")]
internal sealed class ReadPlanModel(MemberPlans plans, ShownFields fields, RolePermissions permissions, CurrentPerson person) : PageModel, IReadingSubject
{
    [BindProperty(SupportsGet = true)]
    public string PersonId { get; set; } = "";

    [BindProperty]
    public string? Note { get; set; }

    public PlanRow Row { get; private set; } = null!;

    public IReadOnlyList<NeedRow> Needs { get; private set; } = [];

    public IReadOnlyList<ShownField> Shown { get; private set; } = [];

    public bool IsReviewer { get; private set; }

    public bool MayReadAll { get; private set; }

    /// <inheritdoc />
    public AuditSubject? ReadingSubject => Row is null ? null : new AuditSubject("Person", Row.PersonId, Row.PersonName);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation) || !IsReviewer)
        {
            return NotFound();
        }

        var note = (Note ?? "").Trim();
        if (note.Length is 0 or > PlanRow.NoteLength)
        {
            ModelState.AddModelError(nameof(Note), note.Length == 0 ? "Enter a note" : $"The note must be {PlanRow.NoteLength:#,0} characters or less");
            return Page();
        }

        if (note != Row.ReviewNote)
        {
            await plans.NoteAsync(Row, note, cancellation);
        }

        TempData[PageFrame.Message] = "Your note is saved";
        return Redirect(Url.Content("~" + PlanLinks.Of(PersonId)));
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await plans.FindAsync(PersonId, cancellation) is not var (row, item, needs))
        {
            return false;
        }

        IsReviewer = row.ReviewerId == person.Id;
        MayReadAll = await permissions.MayAsync(person.Principal, MembersHubModule.ReadMemberPlans.Name);
        if (!IsReviewer && !MayReadAll)
        {
            return false;
        }

        (Row, Needs, Shown) = (row, needs, await fields.OfPageAsync(item, unsaid: true, cancellation));
        return true;
    }
}
