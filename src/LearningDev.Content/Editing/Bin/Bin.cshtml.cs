using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Editing.Bin;

[RequiresPermission("EditContent")]
internal sealed class BinModel(ContentBin bin, ContentItems items, ISettings settings, RolePermissions permissions) : PageModel
{
    private const int LongestWords = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    /// <summary>The item that is to come back.</summary>
    [BindProperty]
    public string? Id { get; set; }

    public BinPage List { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Types { get; private set; } = [];

    public int KeptDays { get; private set; }

    public bool MayDelete { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Words) || !string.IsNullOrEmpty(Type);

    public Task OnGetAsync([FromQuery(Name = "page")] string? number, CancellationToken cancellation) =>
        ShowAsync(int.TryParse(number, out var page) ? page : 1, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        try
        {
            if (await bin.BringBackAsync(Id ?? "", cancellation) is { } item)
            {
                SavedNotice.Say(TempData, $"{ItemNames.Of(item.DisplayText)} is back as a draft. Publish it when it is right");
                return Redirect(ContentLinks.Edit(item.ContentItemId));
            }

            // A second click comes when the first has brought it back.
            if (await items.FindAsync(Id ?? "", VersionChoice.Latest, cancellation) is { } back)
            {
                return Redirect(ContentLinks.Edit(back.ContentItemId));
            }

            ModelState.AddModelError("", "It is not in the bin any more: somebody has deleted it for good");
        }
        catch (ContentInvalidException invalid)
        {
            foreach (var error in invalid.Errors)
            {
                ModelState.AddModelError("", $"It could not be brought back: {error.Message}");
            }
        }

        await ShowAsync(1, cancellation);
        return Page();
    }

    public string UrlOfPage(int page)
    {
        QueryBuilder query = [];
        foreach (var (name, value) in new[] { ("q", Words), ("type", Type), ("page", page > 1 ? $"{page}" : "") })
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return ContentLinks.Bin + query;
    }

    private async Task ShowAsync(int page, CancellationToken cancellation)
    {
        var words = Words is { Length: > LongestWords } ? Words[..LongestWords] : Words ?? "";
        List = await bin.ListAsync(words, (Type ?? "").Replace("\0", "", StringComparison.Ordinal), page, cancellation);
        Types = [.. (await bin.TypesAsync(cancellation)).Select(type => new SelectListItem(type.DisplayName, type.Name))];
        KeptDays = (await settings.GetAsync<ContentLifeSettings>(cancellation)).BinDays;
        MayDelete = await permissions.MayAsync(User, ContentModule.PublishContent.Name);
    }
}
