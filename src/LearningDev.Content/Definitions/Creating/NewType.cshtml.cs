using LearningDev.Content.Definitions.ChangingFields;
using LearningDev.Content.Definitions.ChangingTypes;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.Creating;

[RequiresPermission("EditContentTypes")]
internal sealed class NewTypeModel(ContentDefinitions definitions, TypeEditing editing) : PageModel
{
    /// <summary>The name that was given on the first page.</summary>
    [BindProperty(SupportsGet = true, Name = "called")]
    public string? Called { get; set; }

    [BindProperty]
    public TypeForm Form { get; set; } = new();

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public List<string> Parts { get; set; } = [];

    /// <summary>True when the name is known and the rest is asked for.</summary>
    public bool IsNamed { get; private set; }

    public IReadOnlyList<SelectListItem> Attachable { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        if (Request.Query.ContainsKey("called") && string.IsNullOrWhiteSpace(Called))
        {
            ModelState.AddModelError("called", "Enter a name");
        }
        else if (Called is not null)
        {
            IsNamed = true;
            Form = new TypeForm { DisplayName = Called.Trim(), HasPage = true, Draftable = true, Listable = true, Searchable = true };
            Name = FieldEditing.ProposeName(Called);
            Parts = [nameof(MarkdownBodyPart)];
            await ShowAsync(cancellation);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        IsNamed = true;
        try
        {
            foreach (var (property, message) in await editing.AddAsync(Name?.Trim() ?? "", Form, Parts, cancellation))
            {
                ModelState.AddModelError(property, message);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("Name", "Somebody else has just added a type of this name");
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(cancellation);
            return Page();
        }

        TempData[PageFrame.Message] = $"The type {Form.DisplayName!.Trim()} is added. Give it fields, or add the first item";
        return LocalRedirect(TypeLinks.Type(Name!.Trim()));
    }

    private async Task ShowAsync(CancellationToken cancellation) =>
        Attachable = [.. TypeEditing.Attachable(await definitions.GetAsync(cancellation), null).Select(part => new SelectListItem(part.DisplayName, part.Name))];
}
