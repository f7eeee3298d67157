using System.Text.RegularExpressions;
using LearningDev.Content.Editing;
using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Search.Evidence;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Search.Synonyms;

[RequiresPermission("EditContent")]
internal sealed partial class AddSynonymModel(SynonymAdding adding, RolePermissions permissions) : PageModel
{
    public const string BothWays = "both-ways";

    public const string OneWay = "one-way";

    [BindProperty(SupportsGet = true, Name = "text")]
    public string? Typed { get; set; }

    /// <summary>The query of the list that the editor came from.</summary>
    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Back { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? ListId { get; set; }

    [BindProperty]
    public string? Direction { get; set; }

    /// <summary>The id that a new list gets. The form has it from the beginning, so that a second click does not make a second list.</summary>
    [BindProperty]
    public string? NewId { get; set; }

    public bool MayPublish { get; private set; }

    /// <summary>Where the editor goes afterwards.</summary>
    public string ListUrl { get; private set; } = SearchesLinks.List;

    public IReadOnlyList<SelectListItem> Lists { get; private set; } = [];

    /// <summary>The address of the list whose draft stands in the way; null when there is none.</summary>
    public string? DraftUrl { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        NewId = Identifiers.New();
        Direction = BothWays;
        await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (NewId is null || !IdShape().IsMatch(NewId))
        {
            return BadRequest();
        }

        await ShowAsync(cancellation);
        var added = new AddedSynonym(Typed ?? "", Words ?? "", ListId ?? "", Direction == OneWay, NewId);
        switch (await adding.AddAsync(added, MayPublish, cancellation))
        {
            case SearchHelpOutcome.Refused refused:
                foreach (var error in refused.Errors)
                {
                    ModelState.AddModelError(error.Key == nameof(added.Typed) ? "text" : error.Key, error.Message);
                }

                return Page();
            case SearchHelpOutcome.HasDraft draft:
                DraftUrl = ContentLinks.Edit(draft.Item.ContentItemId);
                ModelState.AddModelError("", $"“{draft.Item.DisplayText}” has a draft that is not published. Open it, add the words there and publish it");
                return Page();
            case SearchHelpOutcome.Conflict:
                ModelState.AddModelError("", "Somebody else has changed this list just now. Save again to add your words to theirs");
                return Page();
            default:
                SavedNotice.Say(TempData, MayPublish
                    ? $"A search for “{Typed!.Trim()}” finds the other words too"
                    : $"The words for “{Typed!.Trim()}” are saved as a draft. Searches use them when somebody who may publish has published them");
                return LocalRedirect(ListUrl);
        }
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        MayPublish = await permissions.MayAsync(User, ContentModule.PublishContent.Name);
        ListUrl = SearchesLinks.ListAt(await permissions.MayAsync(User, ContentModule.ViewSearchEvidence.Name), Back);
        Lists = [.. (await adding.ListsAsync(cancellation)).Select(list => new SelectListItem(list.DisplayText, list.ContentItemId))];
    }

    [GeneratedRegex("^[0-9a-z]{26}$")]
    private static partial Regex IdShape();
}
