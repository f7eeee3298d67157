using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Funding.Requests.Listing;

[RequiresPermission("AskForFunding")]
internal sealed class ListModel(OwnRequests requests, RolePermissions permissions, CurrentPerson person) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public RequestPage List { get; private set; } = null!;

    public bool MaySeeAll { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        List = await requests.PageAsync(int.TryParse(PageNumber, out var page) ? page : 1, cancellation);
        MaySeeAll = await permissions.MayAsync(person.Principal, FundingModule.ViewTrainingRequests.Name);
    }

    public string UrlOfPage(int page) => Url.Content("~" + FundingLinks.Requests) + (page > 1 ? $"?p={page}" : "");
}
