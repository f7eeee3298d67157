using LearningDev.Catalogue.Contracts;
using LearningDev.Content.Items;
using LearningDev.MembersHub.Budgets;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Requests.Starting;

/// <summary>A member begins a request, about an entry of the catalogue or other training.</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class NewModel(MemberRequests requests, ILearningFacts catalogue) : PageModel
{
    /// <summary>The id that the draft gets, so that a form that is sent twice begins one.</summary>
    [BindProperty]
    public string? Draft { get; set; }

    [BindProperty]
    public string? EntryId { get; set; }

    [BindProperty]
    public string? TrainingTitle { get; set; }

    public LearningFacts? Entry { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "entry")] string? entry, CancellationToken cancellation)
    {
        Draft = Identifiers.New();
        Entry = string.IsNullOrEmpty(entry) ? null : await catalogue.FindAsync(entry, cancellation);
        return await requests.MemberAsync(cancellation) is null ? Redirect(Url.Content("~" + RequestLinks.Own))
            : string.IsNullOrEmpty(entry) || Entry is not null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Entry = string.IsNullOrEmpty(EntryId) ? null : await catalogue.FindAsync(EntryId, cancellation);
        if (await requests.MemberAsync(cancellation) is not { } member || (!string.IsNullOrEmpty(EntryId) && Entry is null))
        {
            return NotFound();
        }

        if (Draft is not { Length: Identifiers.MaximumLength } draft || !draft.All(char.IsAsciiLetterOrDigit))
        {
            return BadRequest();
        }

        var title = Entry?.Entry.Title ?? (TrainingTitle ?? "").Trim();
        if (title.Length is 0 or > TitlePart.MaximumLength)
        {
            ModelState.AddModelError(nameof(TrainingTitle), title.Length == 0 ? "Enter what it is called" : $"What it is called must be {TitlePart.MaximumLength} characters or less");
            return Page();
        }

        return await requests.BeginAsync(draft, member, title, Fill, cancellation) ? Redirect(Url.Content("~" + RequestLinks.Training(draft))) : NotFound();
    }

    private void Fill(MemberTrainingRequest request)
    {
        if (Entry is null)
        {
            return;
        }

        request.Entry.ContentItemIds = [Entry.Entry.ContentItemId];
        request.Provider.Text = Entry.Provider.Length <= MemberRequestRow.ProviderLength ? Entry.Provider : Entry.Provider[..MemberRequestRow.ProviderLength];
        request.Link.Url = Uri.TryCreate(Entry.Website, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? Entry.Website : null;
        if (Entry.CostFrom is > 0 and { } cost && Pence.Of(cost) <= Pence.Most)
        {
            request.CostLines.Add(new CostLine { Id = Identifiers.New(), What = "Course fee", Pence = Pence.Of(cost) });
        }
    }
}
