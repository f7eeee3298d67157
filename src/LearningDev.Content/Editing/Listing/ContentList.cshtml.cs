using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Editing.Listing;

[RequiresPermission("EditContent")]
internal sealed class ContentListModel(ContentListing listing, RolePermissions permissions) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public ListingQuery Query { get; private set; } = null!;

    public ListingPage List { get; private set; } = null!;

    public bool MayViewSearches { get; private set; }

    public IEnumerable<SelectListItem> Types => List.Types.Select(type => new SelectListItem(type.DisplayName, type.Name));

    public static IEnumerable<SelectListItem> States => Enum.GetValues<ItemState>().Where(state => state != ItemState.Removed).Select(state => new SelectListItem(state.Words, state.ToString()));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Query = new ListingQuery(
            Type, Enum.TryParse<ItemState>(State, out var state) && Enum.IsDefined(state) ? state : null, Words,
            int.TryParse(PageNumber, out var page) ? page : 1);
        List = await listing.FindAsync(Query, cancellation);
        MayViewSearches = await permissions.MayAsync(User, ContentModule.ViewSearchEvidence.Name);
    }

    public string UrlOfPage(int page)
    {
        QueryBuilder query = [];
        foreach (var (name, value) in new[] { ("q", Words), ("type", Type), ("state", State), ("p", page.ToString(System.Globalization.CultureInfo.InvariantCulture)) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return ContentLinks.List + query;
    }
}
