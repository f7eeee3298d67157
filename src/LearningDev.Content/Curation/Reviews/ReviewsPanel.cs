using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Panels;

namespace LearningDev.Content.Curation.Reviews;

/// <summary>How many reviews are overdue, near, or lack an owner, a day or a source.</summary>
internal sealed class ReviewsPanel(ReviewList reviews, RolePermissions permissions, CurrentPerson person) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation)
    {
        if (!await permissions.MayAsync(person.Principal, ContentModule.EditContent.Name))
        {
            return null;
        }

        var counts = await reviews.CountAsync(ownerId: null, cancellation);
        return counts is { Overdue: 0, Soon: 0, Incomplete: 0 } ? null : new PanelView("/Content/Curation/Reviews/ReviewsPanel.cshtml", counts);
    }
}
