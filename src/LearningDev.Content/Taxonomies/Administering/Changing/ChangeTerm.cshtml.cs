using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Taxonomies.Administering.Changing;

[RequiresPermission("EditContentTypes")]
internal sealed class ChangeTermModel(TermEditing editing) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "term")]
    public string TermId { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Under { get; set; }

    public (EditedTaxonomy Of, Term Found) Edited { get; private set; }

    /// <summary>Where the term can stand: not below itself.</summary>
    public IReadOnlyList<SelectListItem> Places => [.. Edited.Of.Taxonomy.Terms.Except([Edited.Found, .. Edited.Of.Below(Edited.Found)])
        .Select(term => new SelectListItem($"{new string('–', term.Depth)} {term.Name}".Trim(), term.Id))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        (Name, Under) = (Edited.Found.Name, Edited.Of.ParentOf(Edited.Found));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        var name = Name?.Trim() ?? "";
        if (await editing.ChangeAsync(Edited.Of, TermId, name, Under ?? "", cancellation) is { } fault)
        {
            ModelState.AddModelError(nameof(Name), fault);
            return Page();
        }

        TempData[PageFrame.Message] = $"The term {name} is saved";
        return LocalRedirect(TaxonomyLinks.Terms(Id));
    }

    public async Task<IActionResult> OnPostRetireAsync([FromForm(Name = "retire")] bool retire, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (await editing.RetireAsync(Edited.Of, TermId, retire, cancellation) is { } fault)
        {
            ModelState.AddModelError("", fault);
            (Name, Under) = (Edited.Found.Name, Edited.Of.ParentOf(Edited.Found));
            return Page();
        }

        TempData[PageFrame.Message] = retire ? $"The term {Edited.Found.Name} is retired. Items keep it" : $"The term {Edited.Found.Name} is back";
        return LocalRedirect(TaxonomyLinks.Terms(Id));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await editing.FindAsync(Id, cancellation) is not { } edited || edited.Find(TermId) is not { } term)
        {
            return false;
        }

        Edited = (edited, term);
        return true;
    }
}
