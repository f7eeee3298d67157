using LearningDev.Content;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Media.Showing;
using LearningDev.Content.Pages;
using LearningDev.Content.Search;
using LearningDev.MembersHub.Hub;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Resources;

/// <summary>A resource for members (MEM-01). For whom it is not, there is none.</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class ResourceModel(
    VisibleItems items, ResourceSearch resources, ResourceWords words, MediaFiles media, ShownFields shown, ItemLinks links, HubPerson hub, HubVisits visits, RolePermissions permissions)
    : PageModel
{
    private const int MostOfEvent = 100;

    public ContentItem Item { get; private set; } = null!;

    public HubResource Part { get; private set; } = null!;

    public string Slug { get; private set; } = "";

    public ResourceNames Names { get; private set; } = null!;

    public IReadOnlyList<ListedFile> Files { get; private set; } = [];

    /// <summary>The other resources of the same event, by title.</summary>
    public IReadOnlyList<ResourceCard> SameEvent { get; private set; } = [];

    public SearchHit? Previous { get; private set; }

    public SearchHit? Next { get; private set; }

    /// <summary>The address of the event's entry in the catalogue; null when there is none that the person may see.</summary>
    public string? EventUrl { get; private set; }

    /// <summary>What editors have added to the type.</summary>
    public IReadOnlyList<ShownField> Own { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await items.AtAsync(nameof(HubResource), HubLinks.ResourceBeginning + slug, cancellation) is not { } item)
        {
            return NotFound();
        }

        var path = item.As<AutoroutePart>().Path;
        if (!string.Equals(path, HubLinks.ResourceBeginning + slug, StringComparison.OrdinalIgnoreCase))
        {
            return LocalRedirectPermanent($"/{path}");
        }

        (Item, Part, Slug) = (item, item.As<HubResource>(), slug);
        Names = await words.GetAsync(cancellation);
        Files = await media.FindAsync(Part.Files, cancellation);
        EventUrl = Part.Event.ContentItemIds is [var id, ..] ? await links.FindAsync(id, cancellation) : null;
        var all = await resources.OfEventAsync(Part.EventKey, MostOfEvent, cancellation);
        var place = all.Index().Where(one => one.Item.ContentItemId == item.ContentItemId).Select(one => (int?)one.Index).FirstOrDefault();
        (Previous, Next) = place is { } here ? (all.ElementAtOrDefault(here - 1), all.ElementAtOrDefault(here + 1)) : (null, null);
        SameEvent = await resources.CardsAsync([.. all.Where(hit => hit.ContentItemId != item.ContentItemId)], cancellation);
        Own = await shown.OfPageAsync(item, cancellation: cancellation);
        MayEdit = (await hub.FindAsync(cancellation)).Manages && await permissions.MayAsync(User, ContentModule.EditContent.Name);
        await visits.TouchAsync(cancellation);
        return Page();
    }
}
