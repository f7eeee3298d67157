using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.History;

[RequiresPermission("EditContentTypes")]
internal sealed class RestoreVersionModel(DefinitionHistory history, ContentDefinitions definitions) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "name")]
    public string Name { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "version")]
    public int Version { get; set; }

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    /// <summary>The version that there was when the changes were shown.</summary>
    [BindProperty]
    public int Opened { get; set; }

    public RestoredDefinition Preview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        Opened = Preview.Current;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (Preview.Fault is { } fault)
        {
            ModelState.AddModelError("", fault);
            return Page();
        }

        try
        {
            // The second click on Restore finds that all is done.
            if (Preview.Changes.Count > 0 || Preview.Current == 0)
            {
                await history.RestoreAsync(Preview, Opened, cancellation);
            }

            TempData[PageFrame.Message] = $"Version {Version} is restored";
            return LocalRedirect(TypeLinks.History(Kind, Name, Type ?? ""));
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody else changed this after you opened this page. What restoring would change now is shown below");
            ModelState.Remove(nameof(Opened));
            await LoadAsync(cancellation);
            Opened = Preview.Current;
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        Kind = TypeHistoryModel.KindOf(Kind) ?? "";
        Type = Type is null ? null : (await definitions.GetAsync(cancellation)).FindType(Type)?.Name;
        if (await history.PreviewAsync(Kind, Name, Version, cancellation) is not { } preview)
        {
            return false;
        }

        Preview = preview;
        return true;
    }
}
