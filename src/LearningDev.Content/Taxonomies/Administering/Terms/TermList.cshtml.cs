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
        var before = Edited.Taxonomy.Terms.TakeWhile(one => one.Id != term.Id).LastOrDefault(one => one.Depth <= term.Depth);
        return before?.Depth == term.Depth;
    }

    public bool MayMoveDown(Term term)
    {
        var after = Edited.Taxonomy.Terms.SkipWhile(one => one.Id != term.Id).Skip(1).FirstOrDefault(one => one.Depth <= term.Depth);
        return after?.Depth == term.Depth;
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
