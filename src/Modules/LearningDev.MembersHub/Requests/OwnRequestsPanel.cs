using LearningDev.MembersHub.Hub;
using LearningDev.Platform.Data;
using LearningDev.Platform.Ui.Panels;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Requests;

/// <summary>On the hub's home, training requests that were sent back to the member (MEM-05).</summary>
internal sealed class OwnRequestsPanel(HubPerson hub, PortalDb db) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation)
    {
        if ((await hub.FindAsync(cancellation)).Member is not { } member)
        {
            return null;
        }

        var count = await db.MemberRequests.CountAsync(row => row.PersonId == member.PersonId && row.State == MemberRequestState.SentBack, cancellation);
        return count == 0 ? null : new PanelView(HubCard.View, new HubCard(
            count == 1 ? "A training request was sent back" : $"{count} training requests were sent back", RequestLinks.Own, "Change it and send it again, or withdraw it."));
    }
}
