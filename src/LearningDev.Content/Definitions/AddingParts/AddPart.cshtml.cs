using LearningDev.Content.Definitions.ChangingTypes;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.AddingParts;

[RequiresPermission("EditContentTypes")]
internal sealed class AddPartModel(ContentDefinitions definitions, TypeEditing editing) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "name")]
    public string Name { get; set; } = "";

    [BindProperty]
    public string? Part { get; set; }

    public ContentTypeDefinition Type { get; private set; } = null!;

    public IReadOnlyList<ContentPartDefinition> Attachable { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        try
        {
            if (!await editing.AddPartAsync(Type, Part ?? "", cancellation))
            {
                ModelState.AddModelError(nameof(Part), "Select a part");
                return Page();
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody else changed this type just now. Try again");
            return Page();
        }

        TempData[PageFrame.Message] = "The part is added";
        return LocalRedirect(TypeLinks.Type(Type.Name));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        if (set.FindType(Name) is not { } type)
        {
            return false;
        }

        (Type, Attachable) = (type, TypeEditing.Attachable(set, type));
        return true;
    }
}
