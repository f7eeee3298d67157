using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Tasks.Assigning;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Members;

/// <summary>
/// Finds the whip or the leader of the political group to which a member belongs today (WFL-03). Nobody is found for a member without a group and for a vacant office,
/// and nobody decides about a request of their own.
/// </summary>
internal sealed class GroupOfficers(string key, OfficeKind kind, PortalDb db, WorkingCalendar calendar) : IAssigneeSource
{
    /// <inheritdoc />
    public string Key => key;

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> FindAsync(string? ownerId, string contentItemId, CancellationToken cancellation)
    {
        if (ownerId is null)
        {
            return [];
        }

        var today = await calendar.TodayAsync();
        var members = db.MemberTerms.Where(term => term.From <= today && (term.Until == null || term.Until >= today)).Select(term => term.PersonId);
        return await (
            from membership in db.GroupMemberships
            join office in db.MemberOffices on membership.GroupId equals office.GroupId
            where membership.PersonId == ownerId && membership.From <= today && (membership.Until == null || membership.Until >= today)
            where office.Kind == kind && office.PersonId != ownerId && office.From <= today && (office.Until == null || office.Until >= today)
            where members.Contains(office.PersonId)
            select office.PersonId).Distinct().ToListAsync(cancellation);
    }
}
