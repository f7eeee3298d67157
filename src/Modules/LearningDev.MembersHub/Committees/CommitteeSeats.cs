using LearningDev.Compliance.Contracts;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Committees;

/// <summary>Somebody who sits on a committee, or is a substitute.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="GroupName">The political group; empty for none.</param>
/// <param name="Role">As what, for example "Chair".</param>
/// <param name="IsSubstitute">True for a substitute.</param>
/// <param name="Reasons">Why they may not sit, by training; empty when they may.</param>
/// <param name="Notes">What is due although they may sit, by training.</param>
internal sealed record Seat(string PersonId, string Name, string GroupName, string Role, bool IsSubstitute, IReadOnlyList<string> Reasons, IReadOnlyList<string> Notes)
{
    public bool MaySit => Reasons.Count == 0;
}

/// <summary>A committee as of a day.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Needed">The names of the training that is needed before sitting.</param>
/// <param name="Seats">Who sits on it, the chair first, substitutes last.</param>
internal sealed record Committee(string Id, string Name, IReadOnlyList<string> Needed, IReadOnlyList<Seat> Seats)
{
    public IEnumerable<Seat> NotSitting => Seats.Where(seat => !seat.MaySit);
}

/// <summary>Reads who may sit on which committee on a day (CMP-03).</summary>
internal sealed class CommitteeSeats(PortalDb db, MemberDirectory directory, ICompliance compliance)
{
    private static readonly OfficeKind[] InOrder = [OfficeKind.Chair, OfficeKind.ViceChair, OfficeKind.BodyMember, OfficeKind.Substitute];

    /// <summary>The committees of a day by name. The database is asked the same number of times for any number of them.</summary>
    public Task<IReadOnlyList<Committee>> AllAsync(DateOnly day, CancellationToken cancellation) => ReadAsync(null, day, cancellation);

    /// <summary>A committee; null when there is none of that id on the day.</summary>
    public async Task<Committee?> FindAsync(string id, DateOnly day, CancellationToken cancellation) => (await ReadAsync(id, day, cancellation)).SingleOrDefault();

    private async Task<IReadOnlyList<Committee>> ReadAsync(string? id, DateOnly day, CancellationToken cancellation)
    {
        var bodies = await db.MemberBodies.AsNoTracking()
            .Where(body => body.Kind != BodyKind.OutsideBody && (body.Until == null || body.Until >= day) && (id == null || body.Id == id))
            .OrderBy(body => body.Name).ToListAsync(cancellation);
        if (bodies.Count == 0)
        {
            return [];
        }

        var members = await directory.AllAsync(day, cancellation);
        var wanted = bodies.Select(body => body.Id).ToHashSet();
        List<string> people = [.. members.Where(member => member.Offices.Any(office => office.Row.BodyId is { } body && wanted.Contains(body))).Select(member => member.PersonId)];
        var states = (await compliance.StatesAsync(people, day, cancellation)).ToLookup(state => state.PersonId);
        var rules = (await compliance.RulesAsync(cancellation)).ToDictionary(rule => rule.Key);
        return
        [
            .. bodies.Select(body =>
            {
                var key = MemberGroups.OfBody(body.Id);
                return new Committee(
                    body.Id,
                    body.Name,
                    [.. rules.Values.Where(rule => rule.IsNeededToSit && rule.GroupKeys.Contains(key)).Select(rule => rule.Name)],
                    [.. members.Select(member => SeatOf(member, body.Id, key)).OfType<(int Order, Seat Seat)>().OrderBy(one => one.Order).Select(one => one.Seat)]);
            }),
        ];

        (int Order, Seat Seat)? SeatOf(Member member, string body, string key)
        {
            // Who holds two offices of one committee sits on it once.
            var order = member.Offices.Where(office => office.Row.BodyId == body).Select(office => Array.IndexOf(InOrder, office.Kind)).Where(place => place >= 0).DefaultIfEmpty(-1).Min();
            if (order < 0)
            {
                return null;
            }

            List<RequirementState> own = [.. states[member.PersonId].Where(state => state.GroupKeys.Contains(key) && rules[state.RuleKey].IsNeededToSit)];
            return (order, new Seat(
                member.PersonId,
                member.Name,
                member.GroupName,
                MemberWords.Of(InOrder[order]),
                InOrder[order] == OfficeKind.Substitute,
                [.. own.Where(state => !state.MaySit).Select(Words)],
                [.. own.Where(state => state.MaySit && state.Standing is Standing.Due or Standing.Overdue).Select(Words)]));
        }

        string Words(RequirementState state) => $"{rules[state.RuleKey].Name}: {state.Why}";
    }
}
