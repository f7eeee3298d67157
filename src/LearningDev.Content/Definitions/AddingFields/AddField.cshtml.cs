using LearningDev.Content.Definitions.ChangingFields;
using LearningDev.Content.Fields;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.AddingFields;

[RequiresPermission("EditContentTypes")]
internal sealed class AddFieldModel(ContentDefinitions definitions, FieldEditing editing, TaxonomyReader taxonomies) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "part")]
    public string Part { get; set; } = "";

    /// <summary>The type whose page leads here.</summary>
    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "label")]
    public string? Label { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty]
    public FieldForm Form { get; set; } = new();

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty(Name = FieldFormView.Rows)]
    public string? Button { get; set; }

    public ContentPartDefinition Definition { get; private set; } = null!;

    /// <summary>The chosen kind; null while it is asked for.</summary>
    public FieldShape? Shape { get; private set; }

    public FieldFormView View { get; private set; } = null!;

    public string BackUrl => Type is { Length: > 0 } ? TypeLinks.Type(Type) : TypeLinks.List;

    public string BackText { get; private set; } = "Content types";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (!Request.Query.ContainsKey("kind") && !Request.Query.ContainsKey("label"))
        {
            return Page();
        }

        if (string.IsNullOrWhiteSpace(Label))
        {
            ModelState.AddModelError("label", "Enter a label");
        }

        if (FieldShape.Find(Kind) is not { } shape)
        {
            ModelState.AddModelError("kind", "Select what it holds");
        }
        else if (ModelState.IsValid)
        {
            Shape = shape;
            Form = new FieldForm { Label = Label!.Trim(), OnPage = true, Multiple = shape != FieldShape.Items };
            Name = FieldEditing.ProposeName(Label);
            await ShowAsync(FieldFormView.FirstRows, cancellation);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || FieldShape.Find(Kind) is not { } shape)
        {
            return NotFound();
        }

        Shape = shape;
        if (FieldFormView.Apply(Form, Button))
        {
            ModelState.Clear();
            await ShowAsync(FieldFormView.FirstRows, cancellation);
            return Page();
        }

        if (ModelState.IsValid)
        {
            try
            {
                foreach (var (property, message) in await editing.AddAsync(Part, Name?.Trim() ?? "", shape, Form, cancellation))
                {
                    ModelState.AddModelError(property, message);
                }
            }
            catch (DbUpdateConcurrencyException)
            {
                ModelState.AddModelError("", "Somebody else changed these fields just now. Nothing of yours is lost: add the field again");
            }
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(emptyRows: 1, cancellation);
            return Page();
        }

        TempData[PageFrame.Message] = $"The field {Form.Label!.Trim()} is added. It is in the form from now on";
        return LocalRedirect(BackUrl);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        if (set.FindPart(Part) is not { } part)
        {
            return false;
        }

        var type = Type is null ? null : set.FindType(Type);
        (Definition, Part, Type, BackText) = (part, part.Name, type?.Name, type?.DisplayName ?? "Content types");
        return true;
    }

    private async Task ShowAsync(int emptyRows, CancellationToken cancellation) =>
        View = await FieldFormView.MakeAsync(Form, Shape!, module: null, emptyRows, taxonomies, definitions, cancellation);
}
