using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Taxonomies.Administering.Adding;

[RequiresPermission("EditContentTypes")]
internal sealed class AddTermModel(TermEditing editing) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public string Id { get; set; } = "";

    /// <summary>The id that the term gets. The form has it from the beginning, so that a second click does not make a second term.</summary>
    [BindProperty]
    public string? NewId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Under { get; set; }

    public EditedTaxonomy Edited { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Places => [.. Edited.Taxonomy.Terms.Select(term => new SelectListItem($"{new string('–', term.Depth)} {term.Name}".Trim(), term.Id))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        NewId = Identifiers.New();
        return await LoadAsync(cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (NewId is not { Length: Identifiers.MaximumLength } || !NewId.All(char.IsAsciiLetterOrDigit))
        {
            return BadRequest();
        }

        var name = Name?.Trim() ?? "";
        if (await editing.AddAsync(Edited, NewId, name, Under ?? "", cancellation) is { } fault)
        {
            ModelState.AddModelError(nameof(Name), fault);
            return Page();
        }

        TempData[PageFrame.Message] = $"The term {name} is added";
        return LocalRedirect(TaxonomyLinks.Terms(Id));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        Edited = (await editing.FindAsync(Id, cancellation))!;
        return Edited is not null;
    }
}
