using LearningDev.Content.PrivateItems;
using LearningDev.MembersHub.Plans;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Requests.Relevance;

/// <summary>For which role the training is, how it helps there, and who pays.</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class RelevanceModel(MemberRequests requests, OwnForms forms) : PageModel
{
    private static readonly string[] Known =
        [MemberRequests.Key(nameof(MemberTrainingRequest.Meets)), MemberRequests.Key(nameof(MemberTrainingRequest.Funding)), MemberRequests.Key(nameof(MemberTrainingRequest.OverReason))];

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Role { get; set; }

    public OwnRequest Own { get; private set; } = null!;

    public OwnForm Form { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Roles { get; private set; } = [];

    private IReadOnlyList<string> Fields { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        Role = Own.Answers.Role.Text;
        Form = await forms.ShowAsync(Own.Item, Fields, null, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        foreach (var error in await forms.ReadAsync(Own.Item, Fields, Request.Form, cancellation))
        {
            ModelState.AddModelError(error.Key, error.Message);
        }

        if (Roles.All(one => one.Value != Role))
        {
            ModelState.AddModelError(nameof(Role), "Choose for which of your roles it is");
        }

        if (ModelState.IsValid && !OwnForms.IsOnlyShownAgain(Request.Form))
        {
            await requests.ChangeAsync(Own, request => request.Role.Text = Role, cancellation);
            return Redirect(Url.Content("~" + RequestLinks.Of(Id)));
        }

        Form = await forms.ShowAsync(Own.Item, Fields, Request.Form, cancellation);
        return Page();
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken cancellation)
    {
        if (await requests.FindChangeableAsync(Id, cancellation) is not { } own)
        {
            return await requests.FindAsync(Id, cancellation) is null ? NotFound() : Redirect(Url.Content("~" + RequestLinks.Of(Id)));
        }

        if (await requests.MemberAsync(cancellation) is not { } member)
        {
            return NotFound();
        }

        (Own, Roles, Fields) = (own, [.. PlanRoles.Of(member).Select(role => new SelectListItem(role, role))], [.. Known, .. await requests.AddedAsync(cancellation)]);
        return null;
    }
}
