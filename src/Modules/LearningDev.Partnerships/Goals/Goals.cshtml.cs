using LearningDev.Partnerships.Confidence;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.Goals;

/// <summary>What the two want to reach, which both write and nobody else reads (COA-03).</summary>
[ConfidentialForm]
[RequiresPermission("UsePartnerships"), ConfidentialPage]
internal sealed class GoalsModel(OwnPartnerships partnerships, ConfidentialTexts texts, ISettings settings, PortalDb db, IEvents events) : PageModel
{
    public const int LongestGoals = 5000;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The revision of the goals that were shown; -1 when there were none.</summary>
    [BindProperty]
    public int Revision { get; set; } = -1;

    public OwnPartnership Own { get; private set; } = null!;

    public string Safeguarding { get; private set; } = "";

    /// <summary>What the other has saved meanwhile; null when nothing was.</summary>
    public string? Meanwhile { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        if (await ReadAsync(own, cancellation) is { } goals)
        {
            (Words, Revision) = (goals.Words, goals.Revision);
        }

        return own.Row.IsOpen ? await ShowAsync(own, cancellation) : Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        if (!own.Row.IsOpen)
        {
            ModelState.AddModelError(nameof(Words), "This has ended, so its goals stay as they are. Copy what you want to keep into a note for you alone");
            return await ShowAsync(own, cancellation);
        }

        var words = (Words ?? "").ReplaceLineEndings("\n").Trim();
        if (words.Length > LongestGoals)
        {
            ModelState.AddModelError(nameof(Words), $"Goals must be {LongestGoals:#,0} characters or less");
            return await ShowAsync(own, cancellation);
        }

        var goals = await ReadAsync(own, cancellation);
        if ((goals?.Revision ?? -1) != Revision && goals?.Words != words)
        {
            (Meanwhile, Revision) = (goals?.Words ?? "", goals?.Revision ?? -1);
            ModelState.Remove(nameof(Revision));
            ModelState.AddModelError(nameof(Words), $"{own.PartnerName} has changed the goals since you opened this page. Bring both together and save again");
            return await ShowAsync(own, cancellation);
        }

        if (goals is null)
        {
            own.Row.GoalsId = await texts.KeepAsync(words, own.Both, cancellation);
            own.Row.Revision++;
            await db.SaveChangesAsync(cancellation);
        }
        else
        {
            await texts.ChangeAsync(own.Row.GoalsId!, words, cancellation);
        }

        await events.PublishAsync(new PartnershipGoalsChanged(own.Row.Id), cancellation);
        TempData[PageFrame.Message] = "The goals are saved";
        return Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }

    private async Task<ReadWords?> ReadAsync(OwnPartnership own, CancellationToken cancellation) =>
        own.Row.GoalsId is { } id ? (await texts.ReadAllAsync([id], cancellation)).GetValueOrDefault(id) : null;

    private async Task<IActionResult> ShowAsync(OwnPartnership own, CancellationToken cancellation)
    {
        (Own, Safeguarding) = (own, (await settings.GetAsync<PartnershipsSettings>(cancellation)).Safeguarding);
        return Page();
    }
}
