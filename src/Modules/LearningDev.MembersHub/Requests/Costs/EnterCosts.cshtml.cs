using LearningDev.MembersHub.Budgets;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Requests.Costs;

/// <summary>What the training costs. What is free needs no request.</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class EnterCostsModel(MemberRequests requests) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The id that a new line gets, so that a form that is sent twice adds one.</summary>
    [BindProperty]
    public string? NewLine { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    public OwnRequest Own { get; private set; } = null!;

    public string NextUrl => string.IsNullOrEmpty(Own.Answers.Role.Text) ? RequestLinks.Relevance(Id) : RequestLinks.Of(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        NewLine = Identifiers.New();
        return await ReadAsync(cancellation) ?? Page();
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        var (what, pence) = ((What ?? "").Trim(), Pence.Read(Amount));
        if (what.Length is 0 or > CostLine.LongestWhat)
        {
            ModelState.AddModelError(nameof(What), what.Length == 0 ? "Enter what it is for" : $"What it is for must be {CostLine.LongestWhat} characters or less");
        }

        if (pence is null)
        {
            ModelState.AddModelError(nameof(Amount), "Enter an amount in pounds, like 250 or 1,250.50");
        }
        else if (pence == 0)
        {
            ModelState.AddModelError(nameof(Amount), "What costs nothing needs no request. If all of it is free, you can just go");
        }

        if (Own.Answers.CostLines.Count >= CostLine.MostLines)
        {
            ModelState.AddModelError("", $"A request can have {CostLine.MostLines} costs. Put some of them together");
        }
        else if (pence is { } more && Own.Answers.TotalPence + more > Pence.Most)
        {
            ModelState.AddModelError(nameof(Amount), $"All costs together must be {Pence.Words(Pence.Most)} or less");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var id = NewLine is { Length: Identifiers.MaximumLength } given ? given : Identifiers.New();
        await requests.ChangeAsync(
            Own,
            request =>
            {
                if (!request.CostLines.Exists(line => line.Id == id))
                {
                    request.CostLines.Add(new CostLine { Id = id, What = what, Pence = pence!.Value });
                }
            },
            cancellation);
        return Redirect(Url.Content("~" + RequestLinks.Costs(Id)));
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? line, CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        await requests.ChangeAsync(Own, request => request.CostLines.RemoveAll(one => one.Id == line), cancellation);
        return Redirect(Url.Content("~" + RequestLinks.Costs(Id)));
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken cancellation)
    {
        if (await requests.FindChangeableAsync(Id, cancellation) is { } own)
        {
            Own = own;
            return null;
        }

        return await requests.FindAsync(Id, cancellation) is null ? NotFound() : Redirect(Url.Content("~" + RequestLinks.Of(Id)));
    }
}
