using LearningDev.Content.Definitions;
using LearningDev.Content.Editing;
using LearningDev.Content.Media.Captioning;
using LearningDev.Content.Media.Describing;
using LearningDev.Content.Media.Showing;
using LearningDev.Content.Media.Uses;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Media.FileDetails;

[RequiresPermission("ViewMedia")]
internal sealed class FileDetailsModel(
    MediaEditing editing, MediaUses uses, MediaProse prose, AuthorNames authors, DateWords dates, ContentDefinitions definitions, RolePermissions permissions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public PictureWords Picture { get; set; } = new();

    [BindProperty]
    public string? Transcript { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public MediaFile Media { get; private set; } = null!;

    public bool MayManage { get; private set; }

    public string Added { get; private set; } = "";

    public string Changed { get; private set; } = "";

    public int UseCount { get; private set; }

    public IReadOnlyList<(UsingItem Item, string Type)> Uses { get; private set; } = [];

    public string Languages { get; private set; } = "";

    public MediaPlayer? Player { get; private set; }

    public bool IsRecording => Media.Kind is MediaKind.Video or MediaKind.Audio;

    /// <summary>What stands in a text that shows the file.</summary>
    public string Markdown => Media.Kind is MediaKind.Picture or MediaKind.Video or MediaKind.Audio
        ? $"![{Media.AlternativeText}]({MediaLinks.Of(Media.Path)})"
        : $"[{Media.Name}]({MediaLinks.Of(Media.Path)})";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await editing.FindAsync(Id, cancellation) is not { } file)
        {
            return NotFound();
        }

        (Picture, Transcript, Revision) = (PictureWords.Of(file), file.Transcript, file.Revision);
        return await ShowAsync(file, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await permissions.MayAsync(User, ContentModule.ManageMedia.Name))
        {
            return Forbid();
        }

        if (await editing.FindAsync(Id, cancellation) is not { } file)
        {
            return NotFound();
        }

        var transcript = Transcript?.ReplaceLineEndings("\n").Trim() ?? "";
        if (file.Kind == MediaKind.Picture)
        {
            Picture.Check(ModelState, $"{nameof(Picture)}.", "the picture");
        }
        else if (transcript.Length > MediaFile.TranscriptLength)
        {
            ModelState.AddModelError(nameof(Transcript), $"The transcript must be {MediaFile.TranscriptLength:N0} characters or fewer");
        }

        if (Revision != file.Revision)
        {
            ModelState.AddModelError("", "Somebody else changed this file after you opened it. What you typed is below: look at the facts, and save again");
            ModelState.Remove(nameof(Revision));
            Revision = file.Revision;
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(file, cancellation);
        }

        try
        {
            await editing.DescribeAsync(file, file.Kind == MediaKind.Picture ? Picture.ToWords() : new MediaWords(Transcript: transcript), cancellation);
        }
        catch (MediaRefusedException refused)
        {
            ModelState.AddModelError("", refused.Message.TrimEnd('.'));
            return await ShowAsync(file, cancellation);
        }

        TempData[PageFrame.Message] = "What the file says is saved";
        return Redirect(MediaLinks.File(Id));
    }

    private async Task<IActionResult> ShowAsync(MediaFile file, CancellationToken cancellation)
    {
        Media = file;
        MayManage = await permissions.MayAsync(User, ContentModule.ManageMedia.Name);
        var names = await authors.FindAsync([file.AddedBy, file.ModifiedBy], cancellation);
        Added = $"{await dates.MomentAsync(file.AddedUtc)}, by {names[file.AddedBy]}";
        Changed = $"{await dates.MomentAsync(file.ModifiedUtc)}, by {names[file.ModifiedBy]}";
        UseCount = await uses.CountAsync(file, cancellation);
        var set = await definitions.GetAsync(cancellation);
        Uses = [.. (await uses.ListAsync(file, cancellation)).Select(item => (item, set.FindType(item.ContentType)?.DisplayName ?? item.ContentType))];
        Languages = string.Join(", ", (await editing.CaptionsAsync(file.Id, cancellation)).Select(captions => CaptionLanguages.NameOf(captions.Language)));
        Player = IsRecording ? (await prose.PlayersAsync([file], cancellation))[file.Id] : null;
        return Page();
    }
}
