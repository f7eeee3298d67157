using LearningDev.Content.Definitions.Upkeep;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Taxonomies.Administering.Terms;

[RequiresPermission("EditContentTypes")]
internal sealed class TermListModel(TermEditing editing, BringingForward bringing) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public string Id { get; set; } = "";

    /// <summary>What a button asks for: "up" or "down", and the id of a term.</summary>
    [BindProperty(Name = "move")]
    public string? Move { get; set; }

    public EditedTaxonomy Edited { get; private set; } = null!;

    public IReadOnlyList<DefinitionWork> Open { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (Move?.Split(' ') is not [("up" or "down") and var way, var id] || Edited.Find(id) is null)
        {
            return BadRequest();
        }

        if (await editing.MoveAsync(Edited, id, way == "up", cancellation) is { } fault)
        {
            ModelState.AddModelError("", fault);
            return Page();
        }

        return LocalRedirect($"{TaxonomyLinks.Terms(Id)}#term-{id}");
    }

    public bool MayMoveUp(Term term)
    {
        var terms = Edited.Taxonomy.Terms.ToList();
        var before = terms.FindLastIndex(terms.IndexOf(term) - 1 is >= 0 and var at ? at : 0, one => one.Depth <= term.Depth);
        return terms.IndexOf(term) > 0 && before >= 0 && terms[before].Depth == term.Depth;
    }

    public bool MayMoveDown(Term term)
    {
        var terms = Edited.Taxonomy.Terms.ToList();
        var after = terms.FindIndex(terms.IndexOf(term) + 1, one => one.Depth <= term.Depth);
        return after >= 0 && terms[after].Depth == term.Depth;
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await editing.FindAsync(Id, cancellation) is not { } edited)
        {
            return false;
        }

        Edited = edited;
        Open = [.. (await bringing.OpenAsync(cancellation)).Where(work => work.About.Contains(edited.Taxonomy.Name, StringComparison.Ordinal))];
        return true;
    }
}
