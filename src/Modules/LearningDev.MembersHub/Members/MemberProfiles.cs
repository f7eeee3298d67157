using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Members;

/// <summary>Something that somebody was, is or will be for a time.</summary>
/// <param name="What">In words, for example "Chair, Planning Committee".</param>
/// <param name="Note">What else to know, for example why a term ended; may be empty.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while none is known.</param>
/// <param name="OfficeId">The office; null for terms and memberships of groups.</param>
internal sealed record TimelineEntry(string What, string Note, DateOnly From, DateOnly? Until, string? OfficeId)
{
    public bool IsOn(DateOnly day) => From <= day && (Until is null || Until >= day);
}

/// <summary>Everything that is known of a member, today or in former times.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Now">What they are today; null for former and future members.</param>
/// <param name="Last">The latest term.</param>
/// <param name="HasAccount">False when there is no account any more.</param>
/// <param name="Leader">Who leads their group today; null for none or themselves.</param>
/// <param name="Whip">The whip of their group today; null for none or themselves.</param>
/// <param name="Timeline">All they were, are and will be, the latest first.</param>
/// <param name="Today">Today.</param>
internal sealed record MemberProfile(
    string PersonId, string Name, Member? Now, TermRow Last, bool HasAccount, (string Id, string Name)? Leader, (string Id, string Name)? Whip, IReadOnlyList<TimelineEntry> Timeline, DateOnly Today);

/// <summary>Reads profiles of members (MEM-02).</summary>
internal sealed class MemberProfiles(PortalDb db, MemberDirectory directory, WorkingCalendar calendar)
{
    /// <summary>A profile; null for somebody who was never a member.</summary>
    public async Task<MemberProfile?> FindAsync(string personId, CancellationToken cancellation)
    {
        var terms = await db.MemberTerms.AsNoTracking().Where(term => term.PersonId == personId).OrderByDescending(term => term.From).ToListAsync(cancellation);
        if (terms.Count == 0)
        {
            return null;
        }

        var today = await calendar.TodayAsync();
        var now = await directory.FindAsync(personId, today, cancellation);
        var wards = await db.MemberWards.AsNoTracking().ToDictionaryAsync(ward => ward.Id, ward => ward.Name, cancellation);
        var bodies = await db.MemberBodies.AsNoTracking().ToDictionaryAsync(body => body.Id, body => body.Name, cancellation);
        var groups = await db.PoliticalGroups.AsNoTracking().ToDictionaryAsync(group => group.Id, group => group.Name, cancellation);
        var offices = await db.MemberOffices.AsNoTracking().Where(office => office.PersonId == personId).ToListAsync(cancellation);
        var memberships = await db.GroupMemberships.AsNoTracking().Where(row => row.PersonId == personId).ToListAsync(cancellation);
        var timeline = terms.Select(term => new TimelineEntry(
                MemberWords.Of(term.Kind) + (term.WardId is { } ward ? $" for {wards[ward]}" : ""), term.EndReason, term.From, term.Until, null))
            .Concat(memberships.Select(row => new TimelineEntry($"Member of {groups[row.GroupId]}", "", row.From, row.Until, null)))
            .Concat(offices.Select(office => new TimelineEntry(
                MemberWords.Of(office.Kind, office.Title, office.BodyId is { } body ? bodies[body] : office.GroupId is { } group ? groups[group] : ""), "", office.From, office.Until, office.Id)))
            .OrderByDescending(entry => entry.From).ThenBy(entry => entry.What, StringComparer.CurrentCulture).ToList();
        var officers = now?.GroupId is { } own ? await OfficersAsync(own, today, cancellation) : [];
        return new MemberProfile(
            personId, terms[0].PersonName, now, terms[0], await db.Users.AnyAsync(person => person.Id == personId, cancellation), Officer(OfficeKind.GroupLeader), Officer(OfficeKind.GroupWhip), timeline, today);

        (string, string)? Officer(OfficeKind kind) => officers.Where(one => one.Kind == kind && one.PersonId != personId).Select(one => ((string, string)?)(one.PersonId, one.Name)).FirstOrDefault();
    }

    private async Task<List<(OfficeKind Kind, string PersonId, string Name)>> OfficersAsync(string groupId, DateOnly today, CancellationToken cancellation) =>
        (await db.MemberOffices.Where(office => office.GroupId == groupId && office.From <= today && (office.Until == null || office.Until >= today))
            .Join(db.MemberTerms.Where(term => term.From <= today && (term.Until == null || term.Until >= today)), office => office.PersonId, term => term.PersonId, (office, term) => new { office.Kind, office.PersonId, term.PersonName })
            .ToListAsync(cancellation)).ConvertAll(row => (row.Kind, row.PersonId, row.PersonName));
}
