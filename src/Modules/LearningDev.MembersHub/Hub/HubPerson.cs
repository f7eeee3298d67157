using LearningDev.MembersHub.Members;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Hub;

/// <summary>What the current person is in the hub today. It is found out once for a request, and asks nothing of the database for those who may not see the hub.</summary>
internal sealed class HubPerson(PortalDb db, MemberDirectory members, RolePermissions permissions, CurrentPerson person, WorkingCalendar calendar)
{
    private (string Id, HubStanding Standing)? known;

    /// <summary>Finds out.</summary>
    public async Task<HubStanding> FindAsync(CancellationToken cancellation = default)
    {
        if (!await permissions.MayAsync(person.Principal, MembersHubModule.ViewMembersHub.Name))
        {
            return HubStanding.Outside;
        }

        var manages = await permissions.MayAsync(person.Principal, MembersHubModule.ManageMembers.Name);
        if (person.Id is not { } id)
        {
            // A preview as somebody of a role.
            return new HubStanding(IsInside: true, manages, Member: null, IsOfficer: true);
        }

        if (known is not { } before || before.Id != id)
        {
            var member = await members.FindAsync(id, await calendar.TodayAsync(), cancellation);
            // Whose term is over or has not begun is no officer who helps members, whatever roles they still have.
            var isOfficer = member is null && !await db.MemberTerms.AnyAsync(term => term.PersonId == id, cancellation);
            known = before = (id, new HubStanding(IsInside: true, manages, member, isOfficer));
        }

        return before.Standing;
    }
}

/// <summary>What somebody is in the hub.</summary>
/// <param name="IsInside">True for who may see the hub.</param>
/// <param name="Manages">True for who runs it.</param>
/// <param name="Member">The member that the person is today; null for others.</param>
/// <param name="IsOfficer">True for somebody who may see the hub and has never been a member.</param>
internal sealed record HubStanding(bool IsInside, bool Manages, Member? Member, bool IsOfficer)
{
    public static HubStanding Outside { get; } = new(IsInside: false, Manages: false, Member: null, IsOfficer: false);

    /// <summary>True for a co-optee, who sees what is brought to their committees.</summary>
    public bool IsCoOptee => Member is { IsElected: false };
}
