using LearningDev.Compliance.Contracts;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Members;

/// <summary>The groups of members for whom training can be mandatory, and who belonged to them when: from terms and offices, so that nobody keeps a second list.</summary>
internal sealed class MemberGroups(PortalDb db, WorkingCalendar calendar) : IComplianceGroups
{
    public const string All = "members";
    public const string Mayor = "members-mayor";
    public const string Councillors = "members-councillors";
    public const string CoOptees = "members-co-optees";
    public const string Speaker = "members-speaker";
    public const string Chairs = "members-chairs";

    private const string BodyBeginning = "members-body-";

    /// <summary>The key of the group of a committee.</summary>
    public static string OfBody(string bodyId) => BodyBeginning + bodyId;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ComplianceGroup>> GroupsAsync(CancellationToken cancellation = default)
    {
        var today = await calendar.TodayAsync();
        var bodies = await db.MemberBodies.AsNoTracking()
            .Where(body => body.Kind != BodyKind.OutsideBody && (body.Until == null || body.Until >= today))
            .OrderBy(body => body.Name).ToListAsync(cancellation);
        return
        [
            new(All, "All members"), new(Mayor, "The Mayor"), new(Councillors, "Councillors"), new(CoOptees, "Co-opted members"), new(Speaker, "The Speaker"), new(Chairs, "Chairs of committees"),
            .. bodies.Select(body => new ComplianceGroup(OfBody(body.Id), $"Members of the {body.Name}")),
        ];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<GroupPeriod>> PeriodsAsync(IReadOnlyCollection<string>? personIds, CancellationToken cancellation = default)
    {
        var (terms, offices) = (db.MemberTerms.AsNoTracking(), db.MemberOffices.AsNoTracking());
        if (personIds is not null)
        {
            terms = terms.Where(term => personIds.Contains(term.PersonId));
            offices = offices.Where(office => personIds.Contains(office.PersonId));
        }

        var bodies = await db.MemberBodies.AsNoTracking().ToDictionaryAsync(body => body.Id, body => body.Kind, cancellation);
        return Of(await terms.ToListAsync(cancellation), await offices.ToListAsync(cancellation), bodies);
    }

    /// <summary>Works the periods out. What of an office lies outside the person's terms does not count. Offices that meet within a term are one period of a group; each term has periods of its own.</summary>
    internal static IReadOnlyList<GroupPeriod> Of(IReadOnlyCollection<TermRow> terms, IReadOnlyCollection<OfficeRow> offices, IReadOnlyDictionary<string, BodyKind> bodies)
    {
        var ofPerson = offices.ToLookup(office => office.PersonId);
        List<GroupPeriod> periods = [];
        foreach (var term in terms.OrderBy(term => term.PersonId, StringComparer.Ordinal).ThenBy(term => term.From))
        {
            periods.Add(new GroupPeriod(term.PersonId, All, term.From, term.Until));
            periods.Add(new GroupPeriod(term.PersonId, term.Kind switch { TermKind.ElectedMayor => Mayor, TermKind.CoOpted => CoOptees, _ => Councillors }, term.From, term.Until));
            periods.AddRange(Joined(
                from office in ofPerson[term.PersonId]
                from key in KeysOf(office, bodies)
                let @from = office.From > term.From ? office.From : term.From
                let until = Earlier(office.Until, term.Until)
                where until is null || until >= @from
                select new GroupPeriod(office.PersonId, key, @from, until)));
        }

        return periods;
    }

    private static IEnumerable<string> KeysOf(OfficeRow office, IReadOnlyDictionary<string, BodyKind> bodies)
    {
        if (office.Kind == OfficeKind.Speaker)
        {
            yield return Speaker;
        }

        if (office.BodyId is { } body && bodies[body] != BodyKind.OutsideBody)
        {
            yield return OfBody(body);
            if (office.Kind == OfficeKind.Chair)
            {
                yield return Chairs;
            }
        }
    }

    private static IEnumerable<GroupPeriod> Joined(IEnumerable<GroupPeriod> periods)
    {
        foreach (var group in periods.GroupBy(period => (period.PersonId, period.GroupKey)))
        {
            GroupPeriod? open = null;
            foreach (var period in group.OrderBy(period => period.From))
            {
                if (open is null)
                {
                    open = period;
                }
                else if (open.Until is null || open.Until.Value.AddDays(1) >= period.From)
                {
                    open = open with { Until = Later(open.Until, period.Until) };
                }
                else
                {
                    yield return open;
                    open = period;
                }
            }

            yield return open!;
        }
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null ? other : other is null || one < other ? one : other;

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other is null ? null : one > other ? one : other;
}
