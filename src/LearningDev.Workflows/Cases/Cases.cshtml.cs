using LearningDev.Platform.Permissions;
using LearningDev.Workflows.Running;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Cases;

[RequiresPermission("ManageWorkflows")]
internal sealed class CasesModel(CaseReader cases) : PageModel
{
    private const int LongestWords = 100;

    public string Words { get; private set; } = "";

    public string Type { get; private set; } = "";

    public CaseStatus? Status { get; private set; }

    public CasePage List { get; private set; } = null!;

    public bool IsFiltered => Words.Length > 0 || Type.Length > 0 || Status is not null;

    public string UrlOfAll => Url.Content("~" + WorkflowLinks.Cases);

    public async Task OnGetAsync(
        [FromQuery(Name = "q")] string? words, [FromQuery(Name = "type")] string? type, [FromQuery(Name = "status")] string? status, [FromQuery(Name = "p")] string? page, CancellationToken cancellation)
    {
        Words = (words ?? "").Replace('\0', ' ').Trim();
        Words = Words[..Math.Min(Words.Length, LongestWords)];
        Type = (type ?? "").Replace('\0', ' ');
        Status = Enum.TryParse<CaseStatus>(status, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
        List = await cases.PageAsync(new CaseFilter(Type, Status, Words), int.TryParse(page, out var number) ? number : 1, cancellation);
    }

    public string UrlOfPage(int page) => UrlOfAll + QueryString.Create(
        new Dictionary<string, string?> { ["q"] = Words, ["type"] = Type, ["status"] = Status?.ToString(), ["p"] = page > 1 ? $"{page}" : null }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
