using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Accounts.Administering;

[RequiresPermission("ManageAccounts")]
internal sealed class PeopleModel(AccountFinder finder) : PageModel
{
    private const int LongestWords = 200;

    public string Words { get; private set; } = "";

    public AccountList List { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "q")] string? words, [FromQuery(Name = "page")] string? number, CancellationToken cancellation)
    {
        // PostgreSQL knows no text with U+0000, so nobody is called so.
        Words = words is null ? "" : words[..Math.Min(words.Length, LongestWords)].Replace('\0', ' ').Trim();
        List = await finder.FindAsync(Words, int.TryParse(number, out var page) ? page : 1, cancellation);
    }

    public string UrlOfPage(int page)
    {
        var query = new QueryBuilder();
        if (Words.Length > 0)
        {
            query.Add("q", Words);
        }

        if (page > 1)
        {
            query.Add("page", $"{page}");
        }

        return Url.Content("~/admin/people") + query;
    }
}
