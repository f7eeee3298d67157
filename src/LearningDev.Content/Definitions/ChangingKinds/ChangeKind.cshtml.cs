using LearningDev.Content.Definitions.ChangingFields;
using LearningDev.Content.Fields;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.ChangingKinds;

[RequiresPermission("EditContentTypes")]
internal sealed class ChangeKindModel(FieldEditing editing, KindChanging changing, TaxonomyReader taxonomies, ContentDefinitions definitions) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "part")]
    public string Part { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "field")]
    public string Field { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    /// <summary>The key of the new kind.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    [BindProperty]
    public string? Choices { get; set; }

    [BindProperty]
    public string? TaxonomyId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public EditedField Edited { get; private set; } = null!;

    /// <summary>The new kind; null while it is asked for.</summary>
    public FieldShape? Shape { get; private set; }

    public IReadOnlyList<FieldShape> Possible { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Taxonomies { get; private set; } = [];

    public bool IsBusy { get; private set; }

    /// <summary>What would change; null before that can be said.</summary>
    public KindPreview? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (Request.Query.ContainsKey("to") && Shape is null)
        {
            ModelState.AddModelError("to", "Select what it shall hold");
        }

        if (Shape is { HasChoices: true } && Edited.Module is null)
        {
            Choices = string.Join('\n', await changing.ProposeChoicesAsync(Edited, cancellation));
        }

        Version = Edited.Version;
        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "change")] bool change, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || Shape is not { } shape)
        {
            return NotFound();
        }

        if (Edited.Module is not null || IsBusy)
        {
            ModelState.AddModelError("", Edited.Module is not null ? $"The module {Edited.Module} relies on this field. Its kind cannot be changed" : "Items are still being brought forward to an earlier change");
            return Page();
        }

        var after = Wanted(shape);
        foreach (var (property, message) in FieldForm.Read(after).Check(shape))
        {
            ModelState.AddModelError(property == nameof(FieldForm.ChoiceNames) ? nameof(Choices) : property, message);
        }

        if (!ModelState.IsValid || !change)
        {
            return await ShowAsync(cancellation);
        }

        try
        {
            var work = await changing.ChangeAsync(Edited, after, Version, cancellation);
            TempData[PageFrame.Message] = $"The field {after.DisplayName} is {KindChanging.Lower(shape.Name)} now{(work is { EndedUtc: null } ? ". Items are being brought forward" : "")}";
            return LocalRedirect(Type is { Length: > 0 } ? TypeLinks.Type(Type) : TypeLinks.List);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody else changed these fields or their items after you opened this page. What would change now is shown below");
            ModelState.Remove(nameof(Version));
            await LoadAsync(cancellation);
            Version = Edited.Version;
            return await ShowAsync(cancellation);
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await editing.FindAsync(Part, Field, cancellation) is not { Shape: { } shape } edited)
        {
            return false;
        }

        Edited = edited;
        Type = Type is null ? null : (await definitions.GetAsync(cancellation)).FindType(Type)?.Name;
        Possible = FieldConversion.To(shape);
        Shape = Possible.FirstOrDefault(one => one.Key == To);
        IsBusy = await changing.IsBusyAsync(edited, cancellation);
        return Possible.Count > 0 || edited.Module is not null;
    }

    private ContentFieldDefinition Wanted(FieldShape shape) => KindChanging.As(Edited, shape, (Choices ?? "").Split('\n'), TaxonomyId);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (Shape is { } shape && Edited.Module is null)
        {
            Taxonomies = [.. (await taxonomies.AllAsync(cancellation)).OrderBy(taxonomy => taxonomy.Name, StringComparer.CurrentCulture).Select(taxonomy => new SelectListItem(taxonomy.Name, taxonomy.Id))];
            var after = Wanted(shape);
            Preview = FieldForm.Read(after).Check(shape).Any() ? null : await changing.PreviewAsync(Edited, after, cancellation);
        }

        return Page();
    }
}
