using System.ComponentModel.DataAnnotations;
using LearningDev.Catalogue.Contracts;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Funding.Requests.Starting;

[RequiresPermission("AskForFunding")]
internal sealed class NewModel(RequestStarting starting, Features features) : PageModel
{
    /// <summary>The id that the draft gets, so that a form that is sent twice begins one.</summary>
    [BindProperty]
    public string? Draft { get; set; }

    [BindProperty]
    public string? EntryId { get; set; }

    [BindProperty, Display(Name = "Title")]
    public string? LearningTitle { get; set; }

    public LearningFacts? Entry { get; private set; }

    /// <summary>True when there is a catalogue in which the learning may be found.</summary>
    public bool HasCatalogue { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "entry")] string? entry, CancellationToken cancellation)
    {
        (Draft, Entry, HasCatalogue) = (Identifiers.New(), await starting.EntryAsync(entry, cancellation), await HasCatalogueAsync(cancellation));
        return string.IsNullOrEmpty(entry) || Entry is not null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!string.IsNullOrEmpty(EntryId) && (Entry = await starting.EntryAsync(EntryId, cancellation)) is null)
        {
            return NotFound();
        }

        var title = (LearningTitle ?? "").Trim();
        if (Entry is null && title.Length is 0 or > TitlePart.MaximumLength)
        {
            ModelState.AddModelError(nameof(LearningTitle), title.Length == 0 ? "Enter what it is called" : $"What it is called must be {TitlePart.MaximumLength} characters or less");
        }

        if (Draft is not { Length: Identifiers.MaximumLength } draft || !draft.All(char.IsAsciiLetterOrDigit))
        {
            return BadRequest();
        }

        if (!ModelState.IsValid)
        {
            HasCatalogue = await HasCatalogueAsync(cancellation);
            return Page();
        }

        return await starting.BeginAsync(draft, title, Entry, cancellation) is { } id ? Redirect(Url.Content("~" + FundingLinks.Step(id, RequestStep.Learning.Key))) : NotFound();
    }

    private async Task<bool> HasCatalogueAsync(CancellationToken cancellation) => (await features.EnabledAsync(cancellation)).Contains("LearningDev.Catalogue");
}
