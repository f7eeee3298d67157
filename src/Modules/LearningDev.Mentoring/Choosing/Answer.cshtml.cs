using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.Mentoring.Programmes;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring.Choosing;

/// <summary>A mentor answers somebody who would like them as a mentor (MEN-01).</summary>
[RequiresPermission("ViewMentoring")]
internal sealed class AnswerModel(MentorChoosing choosing, ProgrammeList programmes, PortalDb db, ContentItems items, ShownFields shown, Colleagues colleagues) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>"accept" or "decline".</summary>
    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public AskRow Ask { get; private set; } = null!;

    public string Programme { get; private set; } = "";

    public string Mentee { get; private set; } = "";

    /// <summary>Job title and team; empty for somebody who has left.</summary>
    public string Place { get; private set; } = "";

    public IReadOnlyList<ShownField> Fields { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await choosing.FindAsync(Id, cancellation) is { } ask ? await ShowAsync(ask, cancellation) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await choosing.FindAsync(Id, cancellation) is not { } ask)
        {
            return NotFound();
        }

        var words = (Words ?? "").Trim();
        if (Answer is not ("accept" or "decline"))
        {
            ModelState.AddModelError(nameof(Answer), "Select whether you accept");
        }

        if (words.Length > AskRow.WordsLength)
        {
            ModelState.AddModelError(nameof(Words), $"What you say must be {AskRow.WordsLength} characters or less");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(ask, cancellation);
        }

        switch (Answer == "accept" ? await choosing.AcceptAsync(Id, cancellation) : await choosing.DeclineAsync(Id, words, cancellation))
        {
            case ChoosingOutcome.Done:
                TempData[PageFrame.Message] = Answer == "accept" ? "You are their mentor. Both of you are told what comes next" : "They are told kindly";
                return Redirect(Url.Content("~" + MentoringLinks.Home));
            case ChoosingOutcome.NotThere:
                ModelState.AddModelError(nameof(Answer), "You cannot accept any more: you have no place left, or the two of you cannot be a pair. You can decline, or take fewer mentees elsewhere first");
                break;
            default:
                ModelState.AddModelError(nameof(Answer), "This was answered already, or they have found somebody else");
                break;
        }

        return await ShowAsync((await choosing.FindAsync(Id, cancellation))!, cancellation);
    }

    private async Task<IActionResult> ShowAsync(AskRow ask, CancellationToken cancellation)
    {
        Ask = ask;
        Programme = (await programmes.FindAsync(ask.ProgrammeId, cancellation))?.Title ?? "";
        Mentee = (await colleagues.NamesAsync([ask.MenteeId], cancellation)).GetValueOrDefault(ask.MenteeId) ?? "Somebody";
        Place = await colleagues.FindAllAsync([ask.MenteeId], cancellation) is [var mentee, ..] ? mentee.Place : "";
        // Once it is closed what they have written is nobody's business any more.
        if (ask.State == AskState.Asked
            && await db.MentoringProfiles.Where(row => row.ProgrammeId == ask.ProgrammeId && row.PersonId == ask.MenteeId).Select(row => row.Id).SingleOrDefaultAsync(cancellation) is { } profile
            && await items.FindAsync(profile, VersionChoice.Latest, cancellation) is { } item)
        {
            Fields = await shown.OfPageAsync(item, unsaid: true, cancellation);
        }

        return Page();
    }
}
