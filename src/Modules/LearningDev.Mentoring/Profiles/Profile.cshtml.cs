using LearningDev.Content.Pages;
using LearningDev.Mentoring.Programmes;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Mentoring.Profiles;

/// <summary>All that somebody has written for a programme, to be checked, sent, changed, and sent again after a pair has ended (MEN-01).</summary>
[RequiresPermission("ViewMentoring")]
internal sealed class ProfileModel(ProfileDrafts drafts, ShownFields shown, Colleagues colleagues) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public ProfileDraft Draft { get; private set; } = null!;

    public IReadOnlyList<ShownField> Fields { get; private set; } = [];

    public string Wished { get; private set; } = "";

    public string Avoided { get; private set; } = "";

    public string Goals { get; private set; } = "";

    /// <summary>What stands against sending or changing; null for nothing.</summary>
    public Obstacle? Against { get; private set; }

    public IReadOnlyList<string> Missing { get; private set; } = [];

    public string ChangeUrl => MentoringLinks.Join(Draft.Programme.Slug, ProgrammeWords.Of(Draft.Row.Role));

    public bool CanChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await drafts.FindAsync(Id, cancellation) is { } draft ? await ShowAsync(draft, cancellation) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await drafts.TakeAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        await LookAsync(draft, cancellation);
        if (draft.Row.State == ProfileState.Draft && (Against is not null || Missing.Count > 0))
        {
            ModelState.AddModelError("", Against is not null ? "It cannot be sent yet. The reason stands below" : "Something is missing. Put it right before you send it");
            return await ShowAsync(draft, cancellation);
        }

        if (await drafts.SendAsync(draft, cancellation))
        {
            TempData[PageFrame.Message] = draft.Row.IsMentee ? "Your request is sent" : "Your offer is sent. Thank you";
        }

        return Redirect(Url.Content("~" + MentoringLinks.Profile(Id)));
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellation)
    {
        if (await drafts.TakeAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        if (await drafts.AskAgainAsync(draft, cancellation))
        {
            TempData[PageFrame.Message] = "You are waiting for a mentor again";
        }

        return Redirect(Url.Content("~" + MentoringLinks.Profile(Id)));
    }

    private async Task LookAsync(ProfileDraft draft, CancellationToken cancellation)
    {
        var joining = draft.Row.State == ProfileState.Withdrawn ? null : await drafts.AgainstJoiningAsync(draft.Programme, draft.Row.Role, draft.Row, cancellation);
        CanChange = joining is null;
        Against = joining ?? (draft.Row.State == ProfileState.Draft ? await drafts.AgainstMentoringAsync(draft.Programme, draft.Row.Role, cancellation) : null);
        Missing = draft.Row.State == ProfileState.Draft ? await drafts.MissingAsync(draft, cancellation) : [];
    }

    private async Task<IActionResult> ShowAsync(ProfileDraft draft, CancellationToken cancellation)
    {
        Draft = draft;
        await LookAsync(draft, cancellation);
        Fields = await shown.OfPageAsync(draft.Item, unsaid: true, cancellation);
        var said = draft.Item.As<MentoringProfile>();
        var names = await colleagues.NamesAsync([.. said.Wished.UserIds, .. said.Avoided.UserIds], cancellation);
        Wished = string.Join(", ", said.Wished.UserIds.Select(id => names.GetValueOrDefault(id)).OfType<string>());
        Avoided = string.Join(", ", said.Avoided.UserIds.Select(id => names.GetValueOrDefault(id)).OfType<string>());
        try
        {
            Goals = await drafts.GoalsAsync(draft.Row, cancellation);
        }
        catch (ConfidentialKeyMissingException)
        {
            Goals = "It cannot be shown just now, because the portal’s key is missing. Tell HR.";
        }

        return Page();
    }
}
