using LearningDev.Content.Definitions.ChangingTypes;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Definitions.RemovingTypes;

[RequiresPermission("EditContentTypes")]
internal sealed class RemoveTypeModel(ContentDefinitions definitions, TypeEditing editing) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "name")]
    public string Name { get; set; } = "";

    public ContentTypeDefinition Type { get; private set; } = null!;

    /// <summary>Why it cannot be removed, in a sentence; null when it can.</summary>
    public string? KeptBy { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (KeptBy is not null)
        {
            ModelState.AddModelError("", $"It cannot be removed. {KeptBy}");
            return Page();
        }

        await editing.RemoveAsync(Type, cancellation);
        TempData[PageFrame.Message] = $"The type {Type.DisplayName} is removed";
        return LocalRedirect(TypeLinks.List);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if ((await definitions.GetAsync(cancellation)).FindType(Name) is not { } type)
        {
            return false;
        }

        Type = type;
        KeptBy = await editing.KeptByAsync(type, cancellation);
        return true;
    }
}
