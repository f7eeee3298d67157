using LearningDev.Content.Definitions.Affected;
using LearningDev.Content.Definitions.ChangingTypes;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.AddingParts;

[RequiresPermission("EditContentTypes")]
internal sealed class RemovePartModel(ContentDefinitions definitions, TypeEditing editing, AffectedItems affected) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "name")]
    public string Name { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "part")]
    public string Part { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    public ContentTypeDefinition Type { get; private set; } = null!;

    public string Label { get; private set; } = "";

    public int Items { get; private set; }

    private int Current { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        Version = Current;
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
            await editing.RemovePartAsync(Type, Part, Version, cancellation);
            TempData[PageFrame.Message] = $"{Label} is taken off";
            return LocalRedirect(TypeLinks.Type(Type.Name));
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody else changed this type after you opened this page. Look at it and try again");
            ModelState.Remove(nameof(Version));
            Version = Current;
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        if (set.FindType(Name) is not { } type || !await editing.MayRemovePartAsync(type, Part, cancellation))
        {
            return false;
        }

        (Type, Current) = (type, set.VersionOf(ContentDefinitions.TypeKind, type.Name));
        Label = set.FindPart(type.Parts.Find(part => part.Name == Part)!.PartName)?.DisplayName ?? Part;
        Items = (await affected.CountsAsync(cancellation)).GetValueOrDefault(type.Name);
        return true;
    }
}
