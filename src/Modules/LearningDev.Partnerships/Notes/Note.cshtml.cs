using LearningDev.Partnerships.Confidence;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.Notes;

/// <summary>A note is written, changed and deleted (COA-03).</summary>
[ConfidentialForm]
[RequiresPermission("UsePartnerships"), ConfidentialPage]
internal sealed class NoteModel(OwnPartnerships partnerships, NoteBook notes, ISettings settings) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "note")]
    public string NoteId { get; set; } = "";

    /// <summary>The id of the note that is to be written, so that it is written once however often the form is sent.</summary>
    [BindProperty]
    public string? MadeId { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>"both" or "me".</summary>
    [BindProperty]
    public string? For { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public OwnPartnership Own { get; private set; } = null!;

    /// <summary>The note as it is; null for a new one.</summary>
    public NoteLine? Note { get; private set; }

    public string Safeguarding { get; private set; } = "";

    /// <summary>What the other has saved meanwhile; null when nothing was.</summary>
    public string? Meanwhile { get; private set; }

    public bool IsNew => NoteId == PartnershipLinks.NewId;

    /// <summary>True while the words can be changed: for both as long as the two work together, for oneself afterwards too.</summary>
    public bool IsToWrite => Own.Row.IsOpen || IsNew || !Note!.Row.IsShared || !ModelState.IsValid;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(Id, cancellation) is not { } own || !await FindAsync(own, cancellation))
        {
            return NotFound();
        }

        (MadeId, Words, Revision) = (Identifiers.New(), Note?.Words.Words, Note?.Words.Revision ?? 0);
        return await ShowAsync(own, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own || !await FindAsync(own, cancellation))
        {
            return NotFound();
        }

        var words = (Words ?? "").ReplaceLineEndings("\n").Trim();
        if (words.Length is 0 or > ConfidentialTexts.LongestWords)
        {
            ModelState.AddModelError(nameof(Words), words.Length == 0 ? "Write the note" : $"A note must be {ConfidentialTexts.LongestWords:#,0} characters or less");
        }

        if (IsNew && For is not ("both" or "me"))
        {
            ModelState.AddModelError(nameof(For), "Choose who can read the note");
        }

        if (!own.Row.IsOpen && (IsNew ? For == "both" : Note!.Row.IsShared))
        {
            ModelState.AddModelError(IsNew ? nameof(For) : nameof(Words), IsNew ? "This has ended, so the note can be for you alone" : "This has ended, so notes of both stay as they are. Copy what you want to keep into a note for you alone");
        }

        if (MadeId is not { Length: Identifiers.MaximumLength } made)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(own, cancellation);
        }

        if (Note is null)
        {
            await notes.WriteAsync(own, made, words, For == "both", cancellation);
        }
        else if (!await notes.ChangeAsync(own, Note, words, Revision, cancellation))
        {
            (Meanwhile, Revision) = (Note.Words.Words, Note.Words.Revision);
            ModelState.Remove(nameof(Revision));
            ModelState.AddModelError(nameof(Words), "The note was changed since you opened this page. Bring both together and save again");
            return await ShowAsync(own, cancellation);
        }

        return Leave("The note is saved");
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own || !await FindAsync(own, cancellation) || Note is null || Note.Row.AuthorId != own.OwnId)
        {
            return NotFound();
        }

        await notes.DeleteAsync(own, Note, cancellation);
        return Leave("The note is deleted");
    }

    private RedirectResult Leave(string message)
    {
        TempData[PageFrame.Message] = message;
        return Redirect(Url.Content("~" + PartnershipLinks.Notes(Id)));
    }

    private async Task<bool> FindAsync(OwnPartnership own, CancellationToken cancellation) => IsNew || (Note = await notes.FindAsync(own, NoteId, cancellation)) is not null;

    private async Task<IActionResult> ShowAsync(OwnPartnership own, CancellationToken cancellation)
    {
        (Own, Safeguarding) = (own, (await settings.GetAsync<PartnershipsSettings>(cancellation)).Safeguarding);
        return Page();
    }
}
