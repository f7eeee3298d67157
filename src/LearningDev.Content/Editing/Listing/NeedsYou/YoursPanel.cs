using LearningDev.Content.Editing.Listing.Index;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Panels;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Listing.NeedsYou;

/// <summary>What the person who looks has begun and not published, and what that person should have looked at again.</summary>
internal sealed class YoursPanel(PortalDb db, RolePermissions permissions, CurrentPerson person, DateWords dates, TimeProvider time) : IPanel
{
    private static readonly ItemState[] Unpublished = [ItemState.Draft, ItemState.NewerDraft];

    public static readonly ListingQuery Drafts = new() { SavedByMe = true, States = Unpublished };

    public static readonly ListingQuery Overdue = new() { Owner = ListingQuery.Me, Review = ReviewDay.Overdue };

    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation)
    {
        if (!await permissions.MayAsync(person.Principal, ContentModule.EditContent.Name))
        {
            return null;
        }

        var today = DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime));
        var (name, id) = (person.Principal.Identity?.Name, person.Id);
        var listed = db.Set<ListingRow>();
        var yours = new Yours(
            await listed.CountAsync(row => row.Author == name && Unpublished.Contains(row.State), cancellation),
            await listed.CountAsync(row => row.OwnerId == id && row.State != ItemState.Archived && row.ReviewBy < today, cancellation));
        return yours is { Drafts: 0, Overdue: 0 } ? null : new PanelView("/Content/Editing/Listing/NeedsYou/YoursPanel.cshtml", yours);
    }
}

/// <summary>How much of one's own waits.</summary>
/// <param name="Drafts">Drafts that one saved last.</param>
/// <param name="Overdue">Reviews of what one owns whose day has passed.</param>
internal sealed record Yours(int Drafts, int Overdue);
