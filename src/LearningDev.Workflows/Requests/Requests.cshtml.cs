using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Requests;

/// <summary>Everybody's own requests.</summary>
internal sealed class RequestsModel(RequestReader requests) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public RequestPage List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => List = await requests.PageAsync(int.TryParse(PageNumber, out var page) ? page : 1, cancellation);

    public string UrlOfPage(int page) => Url.Content("~" + WorkflowLinks.Requests) + (page > 1 ? $"?p={page}" : "");
}
