using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Requests;
using LearningDev.Content.Items;
using LearningDev.Content.PrivateItems;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Coaching.Asking;

/// <summary>What suits the person who asks: language, days, place, approach, level of the coach (COA-02). Nothing of it must be said.</summary>
[ConfidentialForm]
[RequiresPermission("ViewCoaching")]
internal sealed class PreferencesModel(RequestDrafts drafts, OwnForms forms) : PageModel
{
    private static readonly string[] Known =
    [
        $"{nameof(CoachingMatch)}.{nameof(CoachingMatch.Languages)}", $"{nameof(CoachingMatch)}.{nameof(CoachingMatch.Days)}", $"{nameof(CoachingMatch)}.{nameof(CoachingMatch.Places)}",
        $"{nameof(CoachingMatch)}.{nameof(CoachingMatch.Approaches)}", $"{CoachingRequest.Type}.{nameof(CoachingRequest.CoachLevel)}",
    ];

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public OwnForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await drafts.FindAsync(Id, cancellation) is not { } draft ? NotFound() : await ShowAsync(draft.Item, isPosted: false, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await drafts.TakeAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        foreach (var error in await forms.ReadAsync(draft.Item, await FieldsAsync(cancellation), Request.Form, cancellation))
        {
            ModelState.AddModelError(error.Key, error.Message);
        }

        if (!ModelState.IsValid || OwnForms.IsOnlyShownAgain(Request.Form))
        {
            return await ShowAsync(draft.Item, isPosted: true, cancellation);
        }

        await drafts.SaveAsync(draft, "the preferences", cancellation);
        return Redirect(Url.Content("~" + CoachingLinks.Choices(Id)));
    }

    private async Task<IReadOnlyList<string>> FieldsAsync(CancellationToken cancellation) => [.. Known, .. await forms.AddedAsync(CoachingRequest.Type, CoachingRequest.Known, cancellation)];

    private async Task<IActionResult> ShowAsync(ContentItem item, bool isPosted, CancellationToken cancellation)
    {
        Form = await forms.ShowAsync(item, await FieldsAsync(cancellation), isPosted ? Request.Form : null, cancellation);
        return Page();
    }
}
