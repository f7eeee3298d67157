using System.Globalization;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.Suiting;

/// <summary>People with whom the current person cannot work in confidence (COA-02). They alone see it.</summary>
[RequiresPermission("UsePartnerships")]
internal sealed class ConflictsModel(DeclaredConflicts conflicts, Colleagues colleagues, CurrentPerson person) : PageModel
{
    private const int MostFound = 20;
    private const int LongestWords = 200;

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public string Words { get; private set; } = "";

    /// <summary>What the search for a name has brought; null when nobody was looked for.</summary>
    public ColleagueMatches? Found { get; private set; }

    public ConflictsPage List { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "q")] string? typed, CancellationToken cancellation)
    {
        Words = typed is null ? "" : typed[..Math.Min(typed.Length, LongestWords)].Replace('\0', ' ').Trim();
        if (Words.Length >= Colleagues.ShortestWords)
        {
            Found = await colleagues.SearchAsync(Words, MostFound, person.Id, cancellation);
        }
        else if (Request.Query.ContainsKey("q"))
        {
            ModelState.AddModelError("q", "Type at least 2 letters of a name or email address");
        }

        List = await conflicts.PageAsync(int.TryParse(PageNumber, CultureInfo.InvariantCulture, out var page) ? page : 1, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(string? other, CancellationToken cancellation)
    {
        if (!await conflicts.DeclareAsync(other ?? "", cancellation))
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = "You will not be brought together";
        return Redirect(Url.Content("~" + PartnershipLinks.Conflicts));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string? conflict, CancellationToken cancellation)
    {
        await conflicts.WithdrawAsync(conflict ?? "", cancellation);
        TempData[PageFrame.Message] = "The person is off your list";
        return Redirect(Url.Content("~" + PartnershipLinks.Conflicts));
    }

    public string UrlOfPage(int page) => Url.Content("~" + PartnershipLinks.Conflicts) + string.Create(CultureInfo.InvariantCulture, $"?p={page}");
}
