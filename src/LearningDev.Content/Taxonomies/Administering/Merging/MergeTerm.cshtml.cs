using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Taxonomies.Administering.Merging;

[RequiresPermission("EditContentTypes")]
internal sealed class MergeTermModel(TermEditing editing) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "term")]
    public string TermId { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "into")]
    public string? IntoId { get; set; }

    public EditedTaxonomy Edited { get; private set; } = null!;

    public Term Term { get; private set; } = null!;

    /// <summary>The term that takes its place; null while it is asked for.</summary>
    public Term? Into { get; private set; }

    public TermUse Use { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Places => [.. Edited.Taxonomy.Terms.Except([Term, .. Edited.Below(Term)])
        .Select(term => new SelectListItem($"{new string('–', term.Depth)} {term.Name}".Trim(), term.Id))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (Request.Query.ContainsKey("into") && Into is null)
        {
            ModelState.AddModelError("into", "Select the term to merge it into");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || Into is not { } into)
        {
            return NotFound();
        }

        try
        {
            var (fault, work) = await editing.MergeAsync(Edited, Term, into, cancellation);
            if (fault is not null)
            {
                ModelState.AddModelError("", fault);
                return Page();
            }

            TempData[PageFrame.Message] = work is { EndedUtc: null }
                ? $"{Term.Name} is merged into {into.Name}. Items are being brought forward"
                : $"{Term.Name} is merged into {into.Name}";
            return LocalRedirect(TaxonomyLinks.Terms(Id));
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody saved one of these items just now. Merge the terms again");
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await editing.FindAsync(Id, cancellation) is not { } edited || edited.Find(TermId) is not { } term)
        {
            return false;
        }

        (Edited, Term) = (edited, term);
        Into = Edited.Taxonomy.Terms.Except([Term, .. Edited.Below(Term)]).FirstOrDefault(one => one.Id == IntoId);
        Use = await editing.UseAsync(edited, term.Id, cancellation);
        return true;
    }
}
