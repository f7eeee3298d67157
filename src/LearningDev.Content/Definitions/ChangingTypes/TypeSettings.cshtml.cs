using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.PrivateItems;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.ChangingTypes;

[RequiresPermission("EditContentTypes")]
internal sealed class TypeSettingsModel(ContentDefinitions definitions, TypeEditing editing, ReliedOn reliedOn, PrivateTypes privates) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "name")]
    public string Name { get; set; } = "";

    [BindProperty]
    public TypeForm Form { get; set; } = new();

    /// <summary>The version of the type that the form was filled with.</summary>
    [BindProperty]
    public int Version { get; set; }

    public ContentTypeDefinition Type { get; private set; } = null!;

    public string? Module { get; private set; }

    /// <summary>True when only a module shows the items.</summary>
    public bool IsPrivate => privates.Contains(Type.Name);

    private int Current { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        (Form, Version) = (TypeForm.Read(Type), Current);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        try
        {
            foreach (var (property, message) in await editing.ChangeAsync(Type, Form, Version, cancellation))
            {
                ModelState.AddModelError(property, message);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody else changed this type after you opened this page. Nothing of yours is lost, but it is not saved: look at the history, then save again");
            ModelState.Remove(nameof(Version));
            Version = Current;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData[PageFrame.Message] = $"The type {Form.DisplayName!.Trim()} is saved";
        return LocalRedirect(TypeLinks.Type(Type.Name));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        if (set.FindType(Name) is not { } type)
        {
            return false;
        }

        (Type, Current) = (type, set.VersionOf(ContentDefinitions.TypeKind, type.Name));
        Module = await reliedOn.OfTypeAsync(type.Name, cancellation);
        return true;
    }
}
