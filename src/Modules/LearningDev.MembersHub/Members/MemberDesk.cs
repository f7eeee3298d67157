using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Members;

/// <summary>Something that Democratic Services should look at.</summary>
/// <param name="Text">What, as a sentence without a full stop.</param>
/// <param name="Url">Where it is put right.</param>
internal sealed record Attention(string Text, string Url);

/// <summary>What Democratic Services see first: how many members there are, and what needs attention (MEM-02). The database is asked the same number of times for any number of members.</summary>
internal sealed class MemberDesk(PortalDb db, MemberDirectory directory, ISettings settings, WorkingCalendar calendar)
{
    public async Task<(int Members, IReadOnlyList<Attention> Attention)> ReadAsync(CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var own = await settings.GetAsync<MembersSettings>(cancellation);
        var members = await directory.AllAsync(today, cancellation);
        var wards = await db.MemberWards.AsNoTracking().Where(row => row.Until == null || row.Until >= today).OrderBy(row => row.Name).ToListAsync(cancellation);
        var groups = await db.PoliticalGroups.AsNoTracking().Where(row => row.Until == null || row.Until >= today).OrderBy(row => row.Name).ToListAsync(cancellation);
        var bodies = await db.MemberBodies.AsNoTracking().Where(row => row.Kind != BodyKind.OutsideBody && (row.Until == null || row.Until >= today)).OrderBy(row => row.Name).ToListAsync(cancellation);
        List<string> ids = [.. members.Select(member => member.PersonId)];
        var accounts = (await db.Users.AsNoTracking().Where(person => ids.Contains(person.Id)).Select(person => new { person.Id, person.LeavesOn, person.DisabledUtc }).ToListAsync(cancellation)).ToDictionary(person => person.Id);
        var offices = members.SelectMany(member => member.Offices).ToList();
        List<Attention> found = [];
        foreach (var ward in wards)
        {
            var taken = members.Count(member => member.Term.WardId == ward.Id);
            if (taken < ward.Seats)
            {
                found.Add(new($"{ward.Name} has {(ward.Seats - taken == 1 ? "a vacant seat" : $"{ward.Seats - taken} vacant seats")}", MemberLinks.Add));
            }
        }

        foreach (var group in groups.Where(group => members.Any(member => member.GroupId == group.Id)))
        {
            foreach (var (kind, word) in new[] { (OfficeKind.GroupLeader, "leader"), (OfficeKind.GroupWhip, "whip") })
            {
                if (!offices.Exists(office => office.Kind == kind && office.Row.GroupId == group.Id))
                {
                    found.Add(new($"{group.Name} has no {word}, so nobody can sign its members’ requests as the {word}", $"{MemberLinks.People}?group={group.Id}"));
                }
            }
        }

        found.AddRange(bodies.Where(body => !offices.Exists(office => office.Kind == OfficeKind.Chair && office.Row.BodyId == body.Id))
            .Select(body => new Attention($"{body.Name} has no chair", $"{MemberLinks.People}?body={body.Id}")));
        found.AddRange(members.Where(member => member.Term.Until is { } until && until <= today.AddDays(own.EndsSoonDays))
            .Select(member => new Attention($"The term of {member.Name} ends on {DateWords.Day(member.Term.Until!.Value)}", MemberLinks.Profile(member.PersonId))));
        found.AddRange(members.Where(member => !accounts.TryGetValue(member.PersonId, out var account) || account.DisabledUtc is not null || account.LeavesOn < today)
            .Select(member => new Attention($"{member.Name} is a member and cannot sign in: the account is gone, disabled, or has a last day that is over", MemberLinks.Profile(member.PersonId))));
        return (members.Count, found);
    }
}
