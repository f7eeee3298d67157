using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Funding.Requests.Classifying;

[RequiresPermission("AskForFunding")]
internal sealed class ClassifyModel(RequestDrafts drafts, RequestSteps steps) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty]
    public string? Classification { get; set; }

    public OwnRequest Own { get; private set; } = null!;

    public RequestWording Words { get; private set; } = null!;

    /// <summary>What a classification brings.</summary>
    public IReadOnlyList<string> Brings(string classification) => [.. RequestWords.Brings(Own.Settings.RuleOf(classification), Own.Settings)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return await ElsewhereAsync(cancellation);
        }

        Classification = Own.Answers.Classification.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return await ElsewhereAsync(cancellation);
        }

        var chosen = Own.Forced.Classification is { Length: > 0 } forced ? forced : Classification;
        if (!Words.Has(nameof(Classification), chosen))
        {
            ModelState.AddModelError(nameof(Classification), "Select a classification");
            return Page();
        }

        await drafts.ChangeAsync(Own, request => request.Classification.Text = chosen, cancellation);
        return Redirect(Url.Content("~" + await steps.NextUrlAsync(Id, RequestStep.Classification, From, cancellation)));
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
