using System.ComponentModel.DataAnnotations;
using LearningDev.Catalogue.Entries;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Catalogue.Recommending;

[RequiresPermission("ViewCatalogue")]
internal sealed class RecommendModel(VisibleEntries entries, RecommendationSender sender, Colleagues colleagues, CurrentPerson person) : PageModel
{
    private const int MostMatches = 20;
    private const int MostChosen = 200;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty]
    [StringLength(200, ErrorMessage = "Type at most 200 characters of a name")]
    public string? Words { get; set; }

    [BindProperty]
    [MaxLength(MostChosen, ErrorMessage = "Choose at most 200 people at once")]
    public List<string> People { get; set; } = [];

    [BindProperty]
    public List<string> Teams { get; set; } = [];

    [BindProperty]
    [Display(Name = "Note")]
    public string? Note { get; set; }

    public CatalogueEntry Entry { get; private set; } = null!;

    public IReadOnlyList<Team> TeamChoices { get; private set; } = [];

    /// <summary>Who has been chosen, then who was found; each once.</summary>
    public IReadOnlyList<Colleague> PeopleChoices { get; private set; } = [];

    /// <summary>What the search for a name has brought; null when nobody was looked for.</summary>
    public ColleagueMatches? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await entries.AtAsync(Slug, cancellation) is not { } entry)
        {
            return NotFound();
        }

        return entry.Slug == Slug ? await ShowAsync(entry, cancellation) : LocalRedirectPermanent(CatalogueLinks.Recommend(entry.Slug));
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellation)
    {
        if (await entries.AtAsync(Slug, cancellation) is not { } entry)
        {
            return NotFound();
        }

        if ((Words ?? "").Trim().Length < Colleagues.ShortestWords)
        {
            ModelState.AddModelError(nameof(Words), "Type at least 2 letters of a name or email address");
        }

        return await ShowAsync(entry, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await entries.AtAsync(Slug, cancellation) is not { } entry)
        {
            return NotFound();
        }

        var note = (Note ?? "").ReplaceLineEndings("\n").Trim();
        if (note.Length > SentRecommendation.LongestNote)
        {
            ModelState.AddModelError(nameof(Note), $"Note must be {SentRecommendation.LongestNote} characters or less");
        }

        if (People.Count == 0 && Teams.Count == 0)
        {
            ModelState.AddModelError(
                string.IsNullOrWhiteSpace(Words) ? nameof(Words) : nameof(People),
                string.IsNullOrWhiteSpace(Words) ? "Find a colleague, or choose a team" : "Choose who you mean from the people found");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(entry, cancellation);
        }

        var outcome = await sender.SendAsync(entry, People, Teams, note, cancellation);
        if (!outcome.IsSent)
        {
            ModelState.AddModelError(People.Count > 0 ? nameof(People) : nameof(Teams), Refusal(outcome));
            return await ShowAsync(entry, cancellation);
        }

        TempData[PageFrame.Message] = outcome.Words;
        return Redirect(Url.Content("~" + CatalogueLinks.Entry(entry.Slug)));
    }

    private static string Refusal(RecommendingOutcome outcome) => outcome switch
    {
        { TooManyLeft: 0 } => "You have recommended learning to as many people today as the portal allows. Try again tomorrow",
        { TooManyLeft: { } left } => $"These are {outcome.Recipients.Count} people. You can recommend learning to {left} more today",
        { CannotSee: > 0 } => outcome.CannotSee == 1 ? "This person cannot see this learning" : "None of these people can see this learning",
        _ => "Nobody you chose is there at present. Choose somebody else",
    };

    private async Task<IActionResult> ShowAsync(CatalogueEntry entry, CancellationToken cancellation)
    {
        Entry = entry;
        TeamChoices = await colleagues.TeamsOfAsync(person.Id!, cancellation);
        if (ModelState[nameof(Words)] is not { Errors.Count: > 0 } && (Words ?? "").Trim().Length >= Colleagues.ShortestWords)
        {
            Found = await colleagues.SearchAsync(Words!, MostMatches, person.Id, cancellation);
        }

        var chosen = await colleagues.FindAllAsync([.. People.Take(MostChosen)], cancellation);
        PeopleChoices = [.. chosen.Concat(Found?.People ?? []).DistinctBy(colleague => colleague.Id)];
        return Page();
    }
}
