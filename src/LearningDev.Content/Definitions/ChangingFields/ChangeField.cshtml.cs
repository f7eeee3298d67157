using LearningDev.Content.Definitions.ChangingKinds;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.ChangingFields;

[RequiresPermission("EditContentTypes")]
internal sealed class ChangeFieldModel(ContentDefinitions definitions, FieldEditing editing, TaxonomyReader taxonomies) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "part")]
    public string Part { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "field")]
    public string Field { get; set; } = "";

    /// <summary>The type whose page leads here.</summary>
    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    [BindProperty]
    public FieldForm Form { get; set; } = new();

    /// <summary>The version of the part that the form was filled with.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>True to take out choices that items have.</summary>
    [BindProperty]
    public bool Anyway { get; set; }

    [BindProperty(Name = FieldFormView.Rows)]
    public string? Button { get; set; }

    public EditedField Edited { get; private set; } = null!;

    public FieldFormView View { get; private set; } = null!;

    public IReadOnlyList<string> TypeNames { get; private set; } = [];

    /// <summary>Choices that were to go and that items have.</summary>
    public IReadOnlyList<GoneChoice> InUse { get; private set; } = [];

    public bool MayBeOtherKind => Edited.Shape is { } shape && FieldConversion.To(shape).Count > 0;

    public string BackUrl => Type is { Length: > 0 } ? TypeLinks.Type(Type) : TypeLinks.List;

    public string BackText { get; private set; } = "Content types";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        (Form, Version) = (FieldForm.Read(Edited.Field), Edited.Version);
        return await ShowAsync(emptyRows: 1, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (FieldFormView.Apply(Form, Button))
        {
            ModelState.Clear();
            return await ShowAsync(FieldFormView.FirstRows, cancellation);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(emptyRows: 1, cancellation);
        }

        try
        {
            var outcome = await editing.ChangeAsync(Edited, Form, Version, Anyway, cancellation);
            if (outcome.IsSaved)
            {
                TempData[PageFrame.Message] = $"The field {Form.Label!.Trim()} is saved";
                return LocalRedirect(BackUrl);
            }

            InUse = outcome.InUse;
            foreach (var (property, message) in outcome.Errors.Concat(InUse.Count > 0 ? [("Anyway", "Items have a choice that you take out. Say that it is to go all the same, or write its name again")] : []))
            {
                ModelState.AddModelError(property, message);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody else changed these fields after you opened this page. Nothing of yours is lost, but it is not saved: look at the history, then save again");
            ModelState.Remove(nameof(Version));
            Version = Edited.Version;
        }

        return await ShowAsync(emptyRows: 1, cancellation);
    }

    public async Task<IActionResult> OnPostRetireAsync([FromForm(Name = "retire")] bool retire, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        try
        {
            if (await editing.RetireAsync(Edited, retire, cancellation))
            {
                TempData[PageFrame.Message] = retire ? $"The field {Edited.Field.DisplayName} is retired. Items keep what it holds" : $"The field {Edited.Field.DisplayName} is back";
                return LocalRedirect(BackUrl);
            }

            ModelState.AddModelError("", $"The module {Edited.Module} relies on this field. It cannot be retired");
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody else changed these fields just now. Look at them and try again");
        }

        (Form, Version) = (FieldForm.Read(Edited.Field), Edited.Version);
        return await ShowAsync(emptyRows: 1, cancellation);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await editing.FindAsync(Part, Field, cancellation) is not { } edited)
        {
            return false;
        }

        var set = await definitions.GetAsync(cancellation);
        var type = Type is null ? null : set.FindType(Type);
        (Edited, Type, BackText) = (edited, type?.Name, type?.DisplayName ?? "Content types");
        TypeNames = [.. edited.Types.Select(name => set.FindType(name)!.DisplayName).Order(StringComparer.CurrentCulture)];
        return true;
    }

    private async Task<IActionResult> ShowAsync(int emptyRows, CancellationToken cancellation)
    {
        if (Edited.Shape is { } shape)
        {
            View = await FieldFormView.MakeAsync(Form, shape, Edited.Module, emptyRows, taxonomies, definitions, cancellation);
        }

        return Page();
    }
}
