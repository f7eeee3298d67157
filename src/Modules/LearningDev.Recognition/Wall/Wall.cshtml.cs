using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Recognition.Moderating;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Recognition.Wall;

[RequiresPermission("ViewRecognition")]
internal sealed class WallModel(RecognitionWall wall, WallModeration moderation, RolePermissions permissions) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public WallPage List { get; private set; } = null!;

    public bool MayModerate { get; private set; }

    /// <summary>How many celebrations are to be read by a moderator; 0 for everybody else.</summary>
    public int ToRead { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        List = await wall.PageAsync(Number, cancellation);
        MayModerate = await permissions.MayAsync(User, RecognitionModule.ModerateRecognition.Name);
        ToRead = MayModerate ? await moderation.CountAsync(cancellation) : 0;
    }

    public Task<IActionResult> OnPostApplaudAsync(string? id, CancellationToken cancellation) => ApplaudAsync(id, applauds: true, cancellation);

    public Task<IActionResult> OnPostTakeBackAsync(string? id, CancellationToken cancellation) => ApplaudAsync(id, applauds: false, cancellation);

    public string UrlOfPage(int page) => Url.Content("~" + RecognitionLinks.Wall) + (page > 1 ? $"?p={page}" : "");

    private int Number => int.TryParse(PageNumber, out var page) ? page : 1;

    private async Task<IActionResult> ApplaudAsync(string? id, bool applauds, CancellationToken cancellation)
    {
        if (!await wall.ApplaudAsync(id ?? "", applauds, cancellation))
        {
            TempData[PageFrame.Message] = "This celebration is no longer on the wall";
            return Redirect(UrlOfPage(Number));
        }

        return Redirect($"{UrlOfPage(Number)}#celebration-{id}");
    }
}
