using LearningDev.Funding.Requests.Rules;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Funding.Requests.Costs;

[RequiresPermission("AskForFunding")]
internal sealed class EnterCostsModel(RequestDrafts drafts, RequestSteps steps) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>The id that a new line gets, so that a form that is sent twice adds one.</summary>
    [BindProperty]
    public string? NewLine { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    public OwnRequest Own { get; private set; } = null!;

    public string UrlOf(string handler) => Url.Content($"~{FundingLinks.Step(Id, RequestStep.Costs.Key)}?handler={handler}{(From is "check" ? "&from=check" : "")}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        NewLine = Identifiers.New();
        return await ReadAsync(cancellation) ? Page() : await ElsewhereAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return await ElsewhereAsync(cancellation);
        }

        var (what, amount) = ((What ?? "").Trim(), Money.Read(Amount));
        Check(what, amount);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var id = NewLine is { Length: Identifiers.MaximumLength } given ? given : Identifiers.New();
        await drafts.ChangeAsync(
            Own,
            request =>
            {
                if (!request.CostLines.Exists(line => line.Id == id))
                {
                    request.CostLines.Add(new CostLine { Id = id, Kind = Kind!, What = what, Amount = amount!.Value });
                }
            },
            cancellation);
        return Again();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? line, CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return await ElsewhereAsync(cancellation);
        }

        await drafts.ChangeAsync(Own, request => request.CostLines.RemoveAll(one => one.Id == line), cancellation);
        return Again();
    }

    public async Task<IActionResult> OnPostContinueAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return await ElsewhereAsync(cancellation);
        }

        await drafts.ChangeAsync(Own, request => request.TotalCost.Value = Money.Total(request.CostLines), cancellation);
        return Redirect(Url.Content("~" + await steps.NextUrlAsync(Id, RequestStep.Costs, From, cancellation)));
    }

    private void Check(string what, decimal? amount)
    {
        if (Own.Settings.KindOf(Kind) is not { } kind)
        {
            ModelState.AddModelError(nameof(Kind), "Select what kind of cost it is");
        }
        else if (!kind.IsPaid)
        {
            ModelState.AddModelError(nameof(Kind), kind.Refusal);
            return;
        }

        if (what.Length is 0 or > CostLine.LongestWhat)
        {
            ModelState.AddModelError(nameof(What), what.Length == 0 ? "Enter what it is for" : $"What it is for must be {CostLine.LongestWhat} characters or less");
        }

        if (amount is not > 0 or > CostLine.Most)
        {
            ModelState.AddModelError(nameof(Amount), amount > CostLine.Most ? $"The amount must be {Money.Words(CostLine.Most)} or less" : "Enter an amount in pounds, like 250 or 1,250.50");
        }

        if (Own.Answers.CostLines.Count >= CostLine.MostLines)
        {
            ModelState.AddModelError("", $"A request can have {CostLine.MostLines} costs. Put some of them together");
        }
    }

    private RedirectResult Again() => Redirect(Url.Content($"~{FundingLinks.Step(Id, RequestStep.Costs.Key)}{(From is "check" ? "?from=check" : "")}"));

    // Who comes back to a step of a request that is sent already reads what was sent.
    private async Task<IActionResult> ElsewhereAsync(CancellationToken cancellation) =>
        await drafts.FindAsync(Id, cancellation) is { Row.CanChange: false } ? Redirect(Url.Content("~" + FundingLinks.Check(Id))) : NotFound();

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await drafts.FindChangeableAsync(Id, cancellation) is not { } own)
        {
            return false;
        }

        Own = own;
        return true;
    }
}
