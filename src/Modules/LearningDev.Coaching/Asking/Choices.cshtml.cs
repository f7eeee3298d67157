using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Coaching.Asking;

/// <summary>Coaches who fit, with why, of whom somebody chooses a few in order (COA-02).</summary>
[RequiresPermission("ViewCoaching")]
internal sealed class ChoicesModel(RequestDrafts drafts, Suggesting suggesting, ISettings settings) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The ids of the chosen profiles in order; empty where none is chosen.</summary>
    [BindProperty]
    public List<string?> Choices { get; set; } = [];

    public IReadOnlyList<SuggestedCoach> Coaches { get; private set; } = [];

    public string PoolName { get; private set; } = "";

    public int Most { get; private set; }

    public IEnumerable<SelectListItem> Items => Coaches.Select(coach => new SelectListItem(coach.Name, coach.CoachId));

    public static string Ordinal(int number) => number switch { 1 => "First", 2 => "Second", 3 => "Third", 4 => "Fourth", _ => "Fifth" };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await drafts.FindAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        Choices = [.. (await drafts.ChoicesAsync(Id, cancellation)).Select(choice => choice.CoachId)];
        return await ShowAsync(draft, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await drafts.TakeAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        await ReadAsync(draft, cancellation);
        List<SuggestedCoach> chosen = [];
        foreach (var (index, id) in Choices.Take(Most).Index().Where(choice => !string.IsNullOrEmpty(choice.Item)))
        {
            if (Coaches.FirstOrDefault(coach => coach.CoachId == id) is not { } coach)
            {
                ModelState.AddModelError($"{nameof(Choices)}[{index}]", "This coach cannot be chosen any more. Choose another");
            }
            else if (chosen.Contains(coach))
            {
                ModelState.AddModelError($"{nameof(Choices)}[{index}]", $"{coach.Name} is there twice");
            }
            else
            {
                chosen.Add(coach);
            }
        }

        if (ModelState.IsValid && chosen.Count == 0)
        {
            ModelState.AddModelError($"{nameof(Choices)}[0]", "Select at least one coach");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(draft, cancellation);
        }

        await drafts.ChooseAsync(draft, chosen, cancellation);
        return Redirect(Url.Content("~" + CoachingLinks.Check(Id)));
    }

    private async Task ReadAsync(RequestDraft draft, CancellationToken cancellation)
    {
        Coaches = await suggesting.BestAsync(draft.Row, draft.Item, cancellation);
        Most = (await settings.GetAsync<CoachingSettings>(cancellation)).MostChoices;
        PoolName = draft.Row.PoolName;
    }

    private async Task<IActionResult> ShowAsync(RequestDraft draft, CancellationToken cancellation)
    {
        if (Most == 0)
        {
            await ReadAsync(draft, cancellation);
        }

        Choices = [.. Choices.Take(Most), .. Enumerable.Repeat((string?)null, Math.Max(0, Most - Choices.Count))];
        return Page();
    }
}
