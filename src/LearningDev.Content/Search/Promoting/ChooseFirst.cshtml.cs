using System.Text.RegularExpressions;
using LearningDev.Content.Editing;
using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Search.Evidence;
using LearningDev.Content.Search.Synonyms;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Search.Promoting;

[RequiresPermission("EditContent")]
internal sealed partial class ChooseFirstModel(
    PromotedChoosing choosing, SearchCollections collections, RolePermissions permissions) : PageModel
{
    public const string ActionName = "action";

    public const string FindAction = "find";

    [BindProperty(SupportsGet = true, Name = "text")]
    public string? Typed { get; set; }

    [BindProperty(SupportsGet = true, Name = "collection")]
    public string? Collection { get; set; }

    /// <summary>The query of the list that the editor came from.</summary>
    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Back { get; set; }

    /// <summary>Words by which entries are offered.</summary>
    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    /// <summary>The button that was used.</summary>
    [BindProperty(Name = ActionName)]
    public string? Action { get; set; }

    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    [BindProperty]
    public string? VersionId { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The id that a new item gets. The form has it from the beginning, so that a second click does not make a second item.</summary>
    [BindProperty]
    public string? NewId { get; set; }

    public bool MayPublish { get; private set; }

    /// <summary>Where the editor goes afterwards.</summary>
    public string ListUrl { get; private set; } = SearchesLinks.List;

    public PromotedChoice Choice { get; private set; } = null!;

    public string? ItemUrl => Choice.Item is { } item ? ContentLinks.Edit(item.ContentItemId) : null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        NewId = Identifiers.New();
        Find ??= Typed;
        await ShowAsync(ticked: null, cancellation);
        (VersionId, Revision) = Choice.Item is { } item ? VersionMark.Of(item) : new VersionMark("", 0);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (NewId is null || !IdShape().IsMatch(NewId))
        {
            return BadRequest();
        }

        if (Action == FindAction)
        {
            await ShowAsync(Chosen, cancellation);
            return Page();
        }

        await AskRightsAsync();
        switch (await choosing.SaveAsync(Typed ?? "", Chosen, new VersionMark(VersionId ?? "", Revision), NewId, MayPublish, cancellation))
        {
            case SearchHelpOutcome.Refused refused:
                foreach (var error in refused.Errors)
                {
                    ModelState.AddModelError(error.Key, error.Message);
                }

                await ShowAsync(Chosen, cancellation);
                return Page();
            case SearchHelpOutcome.HasDraft draft:
                ModelState.AddModelError("", $"“{draft.Item.DisplayText}” has a draft that is not published. Open it, choose there what comes first and publish it");
                await ShowAsync(Chosen, cancellation);
                return Page();
            case SearchHelpOutcome.Conflict:
                return await ShowConflictAsync(cancellation);
            default:
                SavedNotice.Say(TempData, MayPublish
                    ? $"What you chose comes first for “{Typed!.Trim()}”"
                    : $"What comes first for “{Typed!.Trim()}” is saved as a draft. Searches use it when somebody who may publish has published it");
                return LocalRedirect(ListUrl);
        }
    }

    private async Task<IActionResult> ShowConflictAsync(CancellationToken cancellation)
    {
        ModelState.AddModelError("", "Somebody else has changed what comes first for this search. Theirs and yours are ticked below: check them and save again");

        // Both choices are ticked, and the form begins from the newer version: saving again is the editor's decision.
        ModelState.Remove(nameof(Chosen));
        ModelState.Remove(nameof(VersionId));
        ModelState.Remove(nameof(Revision));
        var mine = Chosen;
        await ShowAsync(ticked: null, cancellation);
        await ShowAsync([.. Chosen.Union(mine)], cancellation);
        (VersionId, Revision) = Choice.Item is { } item ? VersionMark.Of(item) : new VersionMark("", 0);
        return Page();
    }

    private async Task ShowAsync(IReadOnlyList<string>? ticked, CancellationToken cancellation)
    {
        await AskRightsAsync();
        var searched = await collections.OnAsync(cancellation);
        var collection = searched.FirstOrDefault(candidate => candidate.Id == Collection) ?? (searched.Count > 0 ? searched[0] : null);
        Choice = await choosing.ShowAsync(Typed ?? "", Find ?? "", collection?.Id ?? "", ticked, cancellation);
        Chosen = [.. Choice.Chosen];
    }

    private async Task AskRightsAsync()
    {
        MayPublish = await permissions.MayAsync(User, ContentModule.PublishContent.Name);
        ListUrl = SearchesLinks.ListAt(await permissions.MayAsync(User, ContentModule.ViewSearchEvidence.Name), Back);
    }

    [GeneratedRegex("^[0-9a-z]{26}$")]
    private static partial Regex IdShape();
}
