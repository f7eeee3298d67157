using System.Globalization;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Curation.Links;

[RequiresPermission("EditContent")]
internal sealed class LinksModel(LinkList links) : PageModel
{
    public LinkShow Show { get; private set; }

    public string Words { get; private set; } = "";

    public LinkPage List { get; private set; } = null!;

    public string NothingTitle => Words.Length > 0 ? "Nothing found" : Show switch
    {
        LinkShow.Dead => "No link is dead",
        LinkShow.Failing => "No link fails",
        LinkShow.Moved => "No link has moved",
        LinkShow.Unchecked => "All links are checked",
        LinkShow.Ignored => "No link is ignored",
        _ => "There are no links yet",
    };

    public string NothingText => Words.Length > 0 ? "No link has these words in its address."
        : Show == LinkShow.All ? "Links of published content stand here." : "";

    public static IEnumerable<SelectListItem> Shows =>
    [
        new("Dead", nameof(LinkShow.Dead)),
        new("Failing, but not dead yet", nameof(LinkShow.Failing)),
        new("Moved for good", nameof(LinkShow.Moved)),
        new("Not checked", nameof(LinkShow.Unchecked)),
        new("Ignored", nameof(LinkShow.Ignored)),
        new("All", nameof(LinkShow.All)),
    ];

    public async Task OnGetAsync(
        [FromQuery(Name = "show")] string? show, [FromQuery(Name = "q")] string? words, [FromQuery(Name = "p")] string? page, CancellationToken cancellation)
    {
        Show = Enum.TryParse<LinkShow>(show, out var wanted) && Enum.IsDefined(wanted) ? wanted : LinkShow.Dead;
        Words = (words ?? "").Trim();
        ModelState.Clear();
        List = await links.ReadAsync(Show, Words, int.TryParse(page, out var number) ? number : 1, cancellation);
    }

    public string UrlOfPage(int page)
    {
        QueryBuilder query = [];
        query.Add("show", Show.ToString());
        if (Words.Length > 0)
        {
            query.Add("q", Words);
        }

        query.Add("p", page.ToString(CultureInfo.InvariantCulture));
        return LinkPages.List + query;
    }
}
