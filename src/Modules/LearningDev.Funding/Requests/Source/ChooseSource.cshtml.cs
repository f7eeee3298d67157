using LearningDev.Content.Fields;
using LearningDev.Funding.Requests.Rules;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Funding.Requests.Source;

[RequiresPermission("AskForFunding")]
internal sealed class ChooseSourceModel(RequestDrafts drafts, RequestSteps steps) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty]
    public string? FundingSource { get; set; }

    /// <summary>"Yes", "No", or nothing.</summary>
    [BindProperty]
    public string? InPlan { get; set; }

    public OwnRequest Own { get; private set; } = null!;

    public RequestWording Words { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return await ElsewhereAsync(cancellation);
        }

        FundingSource = Own.Answers.FundingSource.Text;
        InPlan = Own.Answers.InPlan is { } answer ? answer.Value ? "Yes" : "No" : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return await ElsewhereAsync(cancellation);
        }

        if (!Words.Has(nameof(FundingSource), FundingSource))
        {
            ModelState.AddModelError(nameof(FundingSource), "Select who is to pay");
        }

        if (InPlan is not ("Yes" or "No"))
        {
            ModelState.AddModelError(nameof(InPlan), "Say whether it is in the Annual Team Development Plan");
        }
        else if (RequestFigures.IsRefusedWithoutPlan(FundingSource, InPlan == "Yes", Own.Settings))
        {
            ModelState.AddModelError(nameof(FundingSource), RequestCheck.NotInPlan);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await drafts.ChangeAsync(
            Own,
            request =>
            {
                request.FundingSource.Text = FundingSource;
                request.InPlan = new BooleanField { Value = InPlan == "Yes" };
            },
            cancellation);
        return Redirect(Url.Content("~" + await steps.NextUrlAsync(Id, RequestStep.Source, From, cancellation)));
    }

    // Who comes back to a step of a request that is sent already reads what was sent.
    private async Task<IActionResult> ElsewhereAsync(CancellationToken cancellation) =>
        await drafts.FindAsync(Id, cancellation) is { Row.CanChange: false } ? Redirect(Url.Content("~" + FundingLinks.Check(Id))) : NotFound();

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await drafts.FindChangeableAsync(Id, cancellation) is not { } own)
        {
            return false;
        }

        (Own, Words) = (own, await drafts.WordingAsync(cancellation));
        return true;
    }
}
