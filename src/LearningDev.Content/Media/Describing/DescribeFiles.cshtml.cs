using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Media.Describing;

[RequiresPermission("ManageMedia")]
internal sealed class DescribeFilesModel(MediaEditing editing) : PageModel
{
    private const int Most = 50;

    [BindProperty(SupportsGet = true, Name = "id")]
    public List<string> Ids { get; set; } = [];

    /// <summary>What was typed, in the order of the ids.</summary>
    [BindProperty]
    public List<PictureWords> Pictures { get; set; } = [];

    public IReadOnlyList<MediaFile> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return Redirect(MediaLinks.Library);
        }

        Pictures = [.. Files.Select(PictureWords.Of)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        List<(MediaFile File, PictureWords Words)> described = [];
        foreach (var (index, words) in Pictures.Index())
        {
            if (Files.FirstOrDefault(file => file.Id == words.Id) is { } file)
            {
                words.Check(ModelState, $"{nameof(Pictures)}[{index}].", file.Name);
                described.Add((file, words));
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            foreach (var (file, words) in described)
            {
                await editing.DescribeAsync(file, words.ToWords(), cancellation);
            }
        }
        catch (MediaRefusedException refused)
        {
            ModelState.AddModelError("", refused.Message.TrimEnd('.'));
            return Page();
        }

        TempData[PageFrame.Message] = described.Count == 1 ? "The picture is described" : $"{described.Count} pictures are described";
        return Redirect(MediaLinks.Folder(Files[0].Folder));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        List<string> ids = [.. Ids.Concat(Pictures.Select(words => words.Id ?? "")).Where(id => id.Length > 0 && !id.Contains('\0', StringComparison.Ordinal)).Distinct().Take(Most)];
        Files = [.. (await editing.FindAllAsync(ids, cancellation)).Where(file => file.Kind == MediaKind.Picture)];
        return Files.Count > 0;
    }
}
