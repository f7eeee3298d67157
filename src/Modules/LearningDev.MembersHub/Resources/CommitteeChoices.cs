using LearningDev.Content.Fields;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Resources;

/// <summary>The bodies that a resource can name: those that exist today.</summary>
internal sealed class CommitteeChoices(PortalDb db, WorkingCalendar calendar) : IFieldChoices
{
    public string Key => HubResource.CommitteesKey;

    public async Task<IReadOnlyList<FieldChoice>> AllAsync(CancellationToken cancellation = default)
    {
        var today = await calendar.TodayAsync();
        return await db.MemberBodies.Where(body => body.Until == null || body.Until >= today).OrderBy(body => body.Name)
            .Select(body => new FieldChoice(body.Id, body.Name)).ToListAsync(cancellation);
    }
}
