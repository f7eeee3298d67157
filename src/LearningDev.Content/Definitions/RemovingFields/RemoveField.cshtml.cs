using LearningDev.Content.Definitions.Affected;
using LearningDev.Content.Definitions.ChangingFields;
using LearningDev.Content.Definitions.Upkeep;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.RemovingFields;

[RequiresPermission("EditContentTypes")]
internal sealed class RemoveFieldModel(FieldEditing editing, AffectedItems affected, ItemChanging changing, ContentDefinitions definitions) : PageModel
{
    private const int MostExamples = 5;

    [BindProperty(SupportsGet = true, Name = "part")]
    public string Part { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "field")]
    public string Field { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public EditedField Edited { get; private set; } = null!;

    public AffectedSample Sample { get; private set; } = null!;

    public IReadOnlyList<(string Name, string Value)> Examples { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        Version = Edited.Version;
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
            if (await editing.RemoveAsync(Edited, Version, cancellation))
            {
                TempData[PageFrame.Message] = $"The field {Edited.Field.DisplayName} is removed. It can be restored from the history";
                return LocalRedirect(Type is { Length: > 0 } ? TypeLinks.Type(Type) : TypeLinks.List);
            }

            ModelState.AddModelError("", $"The module {Edited.Module} relies on this field. It cannot be removed");
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody else changed these fields after you opened this page. What would be removed now is shown below");
            ModelState.Remove(nameof(Version));
            Version = Edited.Version;
        }

        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await editing.FindAsync(Part, Field, cancellation) is not { } edited)
        {
            return false;
        }

        Edited = edited;
        Type = Type is null ? null : (await definitions.GetAsync(cancellation)).FindType(Type)?.Name;
        Sample = await affected.OfFieldAsync(edited.Part.Name, edited.Field.Name, cancellation);
        var words = await changing.ConversionAsync(edited.Field, edited.Field, cancellation);
        Examples = [.. Sample.Readable.Take(MostExamples).Select(item => (item.Name, words.Convert(item.Value).Before))];
        return true;
    }
}
