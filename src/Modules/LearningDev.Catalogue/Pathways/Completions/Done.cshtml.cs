using System.ComponentModel.DataAnnotations;
using System.Globalization;
using LearningDev.Catalogue.Contracts;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Catalogue.Pathways.Completions;

/// <summary>Where a person says on which day they did an entry, and takes it back (CAT-07).</summary>
[RequiresPermission("ViewCatalogue")]
internal sealed class DoneModel(PathwayService pathways, LearningCompletions completions, CurrentPerson person, ISettings settings) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty, Display(Name = "Day you did it"), Required(ErrorMessage = "Enter the day you did it")]
    public DateOnly? Day { get; set; }

    public CatalogueEntrySubject Entry { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public string Hint => $"The last day, if it took several. For example, {Today.AddDays(-1).ToString("d M yyyy", CultureInfo.InvariantCulture)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        if (await RefuseAsync(cancellation) is { } answer)
        {
            return answer;
        }

        Day = (await completions.OfAsync(person.Id!, cancellation)).GetValueOrDefault(Entry.ContentItemId)?.CompletedOn ?? Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await RefuseAsync(cancellation) is { } answer)
        {
            return answer;
        }

        var first = new DateOnly((await settings.GetAsync<CatalogueSettings>(cancellation)).EarliestCompletionYear, 1, 1);
        if (Day > Today)
        {
            ModelState.AddModelError(nameof(Day), "The day you did it must be today or in the past");
        }
        else if (Day < first)
        {
            ModelState.AddModelError(nameof(Day), $"The day you did it must be on or after {DateWords.Day(first)}");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await completions.SayAsync(person.Id!, Entry, Day!.Value, cancellation);
        return Leave($"{Entry.Title} is marked as done on {DateWords.Day(Day.Value)}");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        if (await RefuseAsync(cancellation) is { } answer)
        {
            return answer;
        }

        await completions.TakeBackAsync(person.Id!, Entry, cancellation);
        return Leave($"{Entry.Title} is not marked as done");
    }

    /// <summary>
    /// The answer where there is nothing to say: not found, or back to the entry when another part of the portal has reported it, and when it is
    /// a pathway, which is done when its steps are.
    /// </summary>
    private async Task<IActionResult?> RefuseAsync(CancellationToken cancellation)
    {
        if (await pathways.FindEntryAsync(Slug, cancellation) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        var known = await pathways.OfEntryAsync(entry.ContentItemId, Slug, cancellation);
        Today = known.Today;
        return known.Completion?.KnownFrom == CompletionSource.Report || known.Own is not null ? LocalRedirect(CatalogueLinks.Entry(Slug)) : null;
    }

    private LocalRedirectResult Leave(string message)
    {
        TempData[PageFrame.Message] = message;
        return LocalRedirect(CatalogueLinks.Entry(Slug));
    }
}
