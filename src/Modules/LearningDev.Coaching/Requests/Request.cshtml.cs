using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Requests;

/// <summary>A request for a coach that was sent, for the person who asked: who is asked, and what came of it (COA-02).</summary>
[RequiresPermission("ViewCoaching")]
internal sealed class RequestModel(PortalDb db, ContentItems items, ShownFields shown, IConfidentialTexts texts, CaseCare cases, CurrentPerson person) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public RequestRow Row { get; private set; } = null!;

    public IReadOnlyList<ChoiceRow> Choices { get; private set; } = [];

    public IReadOnlyList<ShownField> Fields { get; private set; } = [];

    public string Goals { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } row)
        {
            return NotFound();
        }

        if (row.State == RequestState.Draft)
        {
            return Redirect(Url.Content("~" + CoachingLinks.Check(Id)));
        }

        Row = row;
        Choices = await db.CoachingChoices.AsNoTracking().Where(choice => choice.RequestId == Id).OrderBy(choice => choice.Position).ToListAsync(cancellation);
        Fields = await items.FindAsync(Id, VersionChoice.Latest, cancellation) is { } item ? await shown.OfPageAsync(item, unsaid: true, cancellation) : [];
        try
        {
            Goals = (await texts.ReadAsync(row.TextIds, cancellation)).GetValueOrDefault(row.GoalsId ?? "", "");
        }
        catch (ConfidentialKeyMissingException)
        {
            Goals = "It cannot be shown just now: the portal’s key for it is missing";
        }

        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } row || row.State == RequestState.Draft)
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = row is { State: RequestState.Sent, CaseId: { } caseId } && await cases.WithdrawAsync(caseId, "", cancellation)
            ? "Your request is withdrawn" : "Your request could not be withdrawn, because it has ended in the meantime";
        return Redirect(Url.Content("~" + CoachingLinks.Request(Id)));
    }

    private Task<RequestRow?> FindAsync(CancellationToken cancellation) => db.CoachingRequests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id && row.PersonId == person.Id, cancellation);
}
