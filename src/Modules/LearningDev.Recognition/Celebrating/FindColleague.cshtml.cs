using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Recognition.Celebrating;

[RequiresPermission("ViewRecognition")]
internal sealed class FindColleagueModel(Colleagues colleagues, CurrentPerson person) : PageModel
{
    private const int MostFound = 20;
    private const int LongestWords = 200;

    public string Words { get; private set; } = "";

    /// <summary>What the search for a name has brought; null when nobody was looked for.</summary>
    public ColleagueMatches? Found { get; private set; }

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
    }

    /// <summary>What tells a colleague apart: job title and team, and the email address as well where two people would look the same.</summary>
    public string Telling(Colleague colleague) =>
        Found!.People.Count(other => other.FullName == colleague.FullName && other.Place == colleague.Place) > 1
            ? $"{colleague.Place}, {colleague.Email}".TrimStart(',', ' ')
            : colleague.Place;
}
