using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Requests.Listing;

/// <summary>One's own requests: drafts, those that are going on, and those that are decided (MEM-05).</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class ListModel(PortalDb db, MemberRequests requests, ISettings settings, CurrentPerson person) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public RequestPage List { get; private set; } = null!;

    public bool IsMember { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        IsMember = await requests.MemberAsync(cancellation) is not null;
        List = await db.MemberRequests.AsNoTracking().Where(row => row.PersonId == person.Id).OrderByDescending(row => row.ChangedUtc).ThenBy(row => row.ItemId)
            .PageAsync(PageNumber, (await settings.GetAsync<SiteSettings>(cancellation)).PageSize, cancellation);
    }

    public string UrlOfPage(int page) => Url.Content("~" + RequestLinks.Own) + (page > 1 ? $"?p={page}" : "");
}
