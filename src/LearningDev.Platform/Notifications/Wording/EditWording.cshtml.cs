using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Notifications.Wording;

[RequiresPermission("ManageNotifications")]
internal sealed class EditWordingModel(WordingEditing wording) : PageModel
{
    public const string Save = "save";
    public const string Preview = "preview";
    public const string Restore = "restore";

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public List<NotificationChannel> Channels { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public UsedKind Used { get; private set; } = null!;

    public WordingPreview Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        var (_, version) = (await wording.FindAsync(Kind, cancellation))!.Value;
        (Subject, Summary, Text, Channels, Version) = (Used.Words.Subject, Used.Words.Summary, Used.Words.Text, [.. Used.Channels], version);
        return await ShowAsync(Used.Words, cancellation);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "do")] string? action, CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        if (action == Restore)
        {
            return await SaveAsync(null, "The shipped words are used again", cancellation);
        }

        var typed = new ChangedWording
        {
            Kind = Kind,
            Subject = Subject?.Trim() ?? "",
            Summary = Summary?.ReplaceLineEndings("\n").Trim() ?? "",
            Text = Text?.ReplaceLineEndings("\n").Trim() ?? "",
            Channels = [.. Channels.Distinct().Order()],
        };
        foreach (var error in await wording.CheckAsync(typed, cancellation))
        {
            ModelState.AddModelError(error.Property, error.Message);
        }

        return ModelState.IsValid && action != Preview
            ? await SaveAsync(typed, "The words are saved", cancellation)
            : await ShowAsync(ModelState.IsValid ? new NotificationWords(typed.Subject, typed.Summary, typed.Text) : Used.Words, cancellation);
    }

    private async Task<IActionResult> SaveAsync(ChangedWording? typed, string said, CancellationToken cancellation)
    {
        try
        {
            TempData[PageFrame.Message] = await wording.SaveAsync(Used, typed, Version, cancellation) ? said : "Nothing was changed";
            return Redirect(Url.Content($"~/admin/notifications/{Uri.EscapeDataString(Kind)}"));
        }
        catch (DbUpdateConcurrencyException)
        {
            TempData.Remove(PageFrame.Message);
            ModelState.AddModelError("", "Somebody else changed the words of notifications while you had them open. Yours are not saved yet: look at theirs, then save again");
            Version = (await wording.FindAsync(Kind, cancellation))!.Value.Version;
            ModelState.SetModelValue(nameof(Version), $"{Version}", $"{Version}");
            return await ShowAsync(Used.Words, cancellation);
        }
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await wording.FindAsync(Kind, cancellation) is not { } found)
        {
            return false;
        }

        Used = found.Kind;
        return true;
    }

    private async Task<IActionResult> ShowAsync(NotificationWords words, CancellationToken cancellation)
    {
        Shown = await wording.PreviewAsync(Used, words, cancellation);
        return Page();
    }
}
