using System.Globalization;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.Sharing;

/// <summary>A person chooses what of a partnership counts in their record, and takes it back (MEN-02).</summary>
[ConfidentialForm]
[RequiresPermission("UsePartnerships"), ConfidentialPage]
internal sealed class ShareModel(OwnPartnerships partnerships, LearningSharing sharing) : PageModel
{
    public const int LongestReflection = 5000;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The id of what is to be shared, so that it is shared once however often the form is sent.</summary>
    [BindProperty]
    public string? MadeId { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public string? Reflection { get; set; }

    public OwnPartnership Own { get; private set; } = null!;

    public IReadOnlyList<SharedLine> Shared { get; private set; } = [];

    /// <summary>The minutes of meetings that are not shared yet.</summary>
    public int Left { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        await ReadAsync(own, cancellation);
        (MadeId, Minutes) = (Identifiers.New(), Math.Max(0, Left).ToString(CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own || MadeId is not { Length: Identifiers.MaximumLength } made)
        {
            return NotFound();
        }

        var reflection = (Reflection ?? "").ReplaceLineEndings("\n").Trim();
        if (!int.TryParse((Minutes ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
        {
            ModelState.AddModelError(nameof(Minutes), "Minutes must be a whole number");
        }
        else if (minutes == 0 && reflection.Length == 0)
        {
            ModelState.AddModelError(nameof(Minutes), "Share minutes, a reflection or both");
        }

        if (reflection.Length > LongestReflection)
        {
            ModelState.AddModelError(nameof(Reflection), $"What you have learnt must be {LongestReflection:#,0} characters or less");
        }

        if (ModelState.IsValid && !await sharing.ShareAsync(own, made, minutes, reflection, cancellation))
        {
            ModelState.AddModelError(nameof(Minutes), $"Minutes must be {Math.Max(0, await sharing.LeftAsync(own, cancellation))} or less: those are the minutes that you have not shared yet");
        }

        if (!ModelState.IsValid)
        {
            await ReadAsync(own, cancellation);
            return Page();
        }

        TempData[PageFrame.Message] = "It stands in your record";
        return Redirect(Url.Content("~" + PartnershipLinks.Share(Id)));
    }

    public async Task<IActionResult> OnPostTakeBackAsync(string? shared, CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = await sharing.TakeBackAsync(own, shared ?? "", cancellation) ? "It is out of your record" : "You do not share this any more";
        return Redirect(Url.Content("~" + PartnershipLinks.Share(Id)));
    }

    private async Task ReadAsync(OwnPartnership own, CancellationToken cancellation) =>
        (Own, Shared, Left) = (own, await sharing.SharedAsync(own, cancellation), await sharing.LeftAsync(own, cancellation));
}
