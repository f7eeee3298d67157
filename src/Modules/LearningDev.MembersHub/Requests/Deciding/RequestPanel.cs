using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Ui.Panels;
using LearningDev.Workflows.Requests;

namespace LearningDev.MembersHub.Requests.Deciding;

/// <summary>What a member asks for and what it does to the budget, where people decide about it and where the member looks at it.</summary>
internal sealed class RequestPanel(PortalDb db, ContentItems items, MemberRequestViews views) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation) =>
        context.Subject is RequestSubject { ContentType: MemberTrainingRequest.ContentType } subject
        && await db.MemberRequests.FindAsync([subject.ContentItemId], cancellation) is { } row
        && await items.FindAsync(subject.ContentItemId, VersionChoice.Latest, cancellation) is { } item
            ? new PanelView("/MembersHub/Requests/_Request.cshtml", await views.ReadAsync(item, row, withMore: false, canChange: false, cancellation)) : null;
}
