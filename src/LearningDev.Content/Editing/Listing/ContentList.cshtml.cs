using LearningDev.Content.Taxonomies;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Editing.Listing;

[RequiresPermission("EditContent")]
internal sealed class ContentListModel(ContentListing listing, TaxonomyReader taxonomies, Colleagues colleagues, RolePermissions permissions) : PageModel
{
    private const int MostColleagues = 20;

    /// <summary>The value of "tick" with which all items of the page are ticked, and the one that says that none was.</summary>
    public const string TickAll = "all";
    public const string TickedNone = "none";

    public ListingQuery Query { get; private set; } = null!;

    public ListingPage List { get; private set; } = null!;

    public bool MayViewSearches { get; private set; }

    public bool MayEditTypes { get; private set; }

    /// <summary>True when the items of the page are ticked to begin with.</summary>
    public bool IsTicked { get; private set; }

    /// <summary>The name of a colleague that was typed.</summary>
    public string Colleague { get; private set; } = "";

    /// <summary>Those who may be meant by it.</summary>
    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public static IEnumerable<SelectListItem> Reviews =>
    [
        new("Overdue", nameof(ReviewDay.Overdue)),
        new($"Due in {ContentListing.SoonDays} days", nameof(ReviewDay.Soon)),
        new("No day", nameof(ReviewDay.None)),
    ];

    public static IEnumerable<SelectListItem> Orders =>
    [
        new("Saved last", nameof(ListingOrder.Saved)),
        new("Title", nameof(ListingOrder.Title)),
        new("Review date", nameof(ListingOrder.Review)),
    ];

    public IEnumerable<SelectListItem> Types => List.Types.Where(type => type.Count > 0 || Query.Types.Contains(type.Value))
        .Select(type => new SelectListItem($"{type.Words} ({type.Count:#,0})", type.Value));

    public IEnumerable<SelectListItem> States => List.States.Select(state => new SelectListItem($"{state.Words} ({state.Count:#,0})", state.Value.ToString()));

    /// <summary>How the list is ordered, in words.</summary>
    public string OrderWords => Query.Order switch
    {
        ListingOrder.Title => "by title",
        ListingOrder.Review => "the first review first",
        _ => "the newest first",
    };

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "colleague")] string? colleague, [FromQuery(Name = "tick")] string? tick, CancellationToken cancellation)
    {
        Query = ListingQuery.Read(Request.Query);
        Colleague = (colleague ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        if (Colleague.Length > 0 && await FindColleagueAsync(cancellation) is { } id)
        {
            return Redirect((Query with { Owner = id }).Address());
        }

        if (tick == TickedNone)
        {
            ModelState.AddModelError("item", "Tick what you want to change, or change the whole list");
        }

        IsTicked = tick == TickAll;
        List = await listing.FindAsync(Query, cancellation);
        Owners = await OwnersAsync(cancellation);
        var all = await taxonomies.AllAsync(cancellation);
        Topics = [.. all.SelectMany(taxonomy => taxonomy.Terms.Select(term => new SelectListItem(TermWords.Of(term, taxonomy, all), term.Id)))];
        MayEditTypes = await permissions.MayAsync(User, ContentModule.EditContentTypes.Name);
        MayViewSearches = await permissions.MayAsync(User, ContentModule.ViewSearchEvidence.Name);
        return Page();
    }

    public string UrlOfPage(int page) => Query.Address(page);

    private async Task<string?> FindColleagueAsync(CancellationToken cancellation)
    {
        var found = await colleagues.SearchAsync(Colleague, MostColleagues, cancellation: cancellation);
        if (found is { People: [var only], HasMore: false })
        {
            return only.Id;
        }

        Colleagues = found.People;
        ModelState.AddModelError(
            "colleague",
            found.People.Count == 0 ? "Nobody of that name works here at present. Type at least 2 letters of a name or email address"
            : found.HasMore ? "Several colleagues have that name. Choose one below, or type more of the name"
            : "Several colleagues have that name. Choose one below");
        return null;
    }

    private async Task<IReadOnlyList<SelectListItem>> OwnersAsync(CancellationToken cancellation)
    {
        List<SelectListItem> owners = [new("Me", ListingQuery.Me), new("Nobody", ListingQuery.Nobody), new("People who have left", ListingQuery.HasLeft)];
        if (Query.Owner.Length > 0 && owners.TrueForAll(owner => owner.Value != Query.Owner))
        {
            owners.Add(new((await colleagues.NamesAsync([Query.Owner], cancellation)).GetValueOrDefault(Query.Owner, "Somebody unknown"), Query.Owner));
        }

        return owners;
    }
}
