using System.ComponentModel.DataAnnotations;
using LearningDev.Content.Editing.Bulk.Keeping;
using LearningDev.Content.Editing.Listing;
using LearningDev.Content.Editing.Noting;
using LearningDev.Content.Items;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Editing.Bulk.Choosing;

[RequiresPermission("EditContent")]
internal sealed class ChooseChangeModel(
    ContentListing listing, BulkChanges changes, ChangeNotes notes, TaxonomyReader taxonomies, Colleagues colleagues, RolePermissions permissions, ISettings settings) : PageModel
{
    private const int MostColleagues = 20;

    /// <summary>The items that were ticked.</summary>
    [BindProperty(SupportsGet = true, Name = "item")]
    public List<string> Items { get; set; } = [];

    /// <summary>"true" for all items of the list, whatever is ticked.</summary>
    [BindProperty(SupportsGet = true, Name = "whole")]
    public string? Whole { get; set; }

    /// <summary>The query of the list.</summary>
    [BindProperty(SupportsGet = true, Name = "list")]
    public string? List { get; set; }

    [BindProperty, Display(Name = "What do you want to do?")]
    public string? Action { get; set; }

    [BindProperty, Display(Name = "Topic to add")]
    public string? AddedTopic { get; set; }

    [BindProperty, Display(Name = "Topic to take out")]
    public string? RemovedTopic { get; set; }

    [BindProperty, Display(Name = "Name of the new owner")]
    public string? OwnerWords { get; set; }

    [BindProperty, Display(Name = "Who do you mean?")]
    public string? OwnerId { get; set; }

    [BindProperty]
    public string? ChangeNote { get; set; }

    public int Count { get; private set; }

    public bool MayPublish { get; private set; }

    public ListingQuery Query { get; private set; } = null!;

    public IReadOnlyList<Colleague> Owners { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public bool IsWhole => Whole == "true";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        await ReadAsync(cancellation);
        return Count == 0 ? Redirect(Query.AddressTicking(Query.Page, ContentListModel.TickedNone)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (Count == 0)
        {
            return Redirect(Query.AddressTicking(Query.Page, ContentListModel.TickedNone));
        }

        var most = (await settings.GetAsync<BulkSettings>(cancellation)).MostItems;
        if (Count > most)
        {
            ModelState.AddModelError("", $"You can change {most:#,0} items at once, and these are {Count:#,0}. Go back and narrow the list");
        }

        if (!Enum.TryParse<BulkAction>(Action, out var action) || !Enum.IsDefined(action) || (action.NeedsPublishing && !MayPublish))
        {
            ModelState.AddModelError(nameof(Action), "Select what you want to do");
        }

        var (value, name) = ModelState.IsValid ? await ValueAsync(action, cancellation) : ("", "");
        if (await notes.FaultAsync(ChangeNote, publish: true, cancellation) is { } fault)
        {
            ModelState.AddModelError(ChangeNotes.Field, fault);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var ids = IsWhole ? await listing.AllIdsAsync(Query, most, cancellation) : Items;
        var id = await changes.ChooseAsync(new BulkChoice(action, value, name, ContentNote.Kept(ChangeNote), Query.Query(Query.Page)), ids, cancellation);
        return Redirect(BulkLinks.Change(id));
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Query = ListingQuery.Read(List);
        Items = [.. Items.Where(id => id is { Length: > 0 and <= Platform.Data.Identifiers.MaximumLength } && !id.Contains('\0', StringComparison.Ordinal)).Distinct()];
        Count = IsWhole ? await listing.CountAsync(Query, cancellation) : Items.Count;
        MayPublish = await permissions.MayAsync(User, ContentModule.PublishContent.Name);
        var all = await taxonomies.AllAsync(cancellation);
        Topics = [.. all.SelectMany(taxonomy => taxonomy.Terms.Select(term => new SelectListItem(TermWords.Of(term, taxonomy, all), term.Id)))];
    }

    private async Task<(string Value, string Name)> ValueAsync(BulkAction action, CancellationToken cancellation)
    {
        if (action.HasTopic)
        {
            var (field, chosen) = action == BulkAction.AddTopic ? (nameof(AddedTopic), AddedTopic) : (nameof(RemovedTopic), RemovedTopic);
            if ((await taxonomies.AllAsync(cancellation)).SelectMany(taxonomy => taxonomy.Terms).FirstOrDefault(term => term.Id == chosen) is { } term)
            {
                return (term.Id, term.Name);
            }

            ModelState.AddModelError(field, "Select a topic");
        }

        if (action == BulkAction.AssignOwner && await OwnerAsync(cancellation) is { } owner)
        {
            return (owner.Id, owner.FullName);
        }

        return ("", "");
    }

    private async Task<Colleague?> OwnerAsync(CancellationToken cancellation)
    {
        var words = (OwnerWords ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        var found = await colleagues.SearchAsync(words, MostColleagues, cancellation: cancellation);
        if (found.People.FirstOrDefault(colleague => colleague.Id == OwnerId) is { } chosen)
        {
            return chosen;
        }

        if (found is { People: [var only], HasMore: false })
        {
            return only;
        }

        Owners = found.People;
        if (found.People.Count == 0)
        {
            ModelState.AddModelError(nameof(OwnerWords), words.Length < Colleagues.ShortestWords
                ? "Enter the name of the new owner, at least 2 letters of it"
                : "Nobody of that name works here at present. Try fewer letters, or the email address");
        }
        else
        {
            ModelState.AddModelError(nameof(OwnerId), found.HasMore ? "Select who you mean, or type more of the name" : "Select who you mean");
        }

        return null;
    }
}
