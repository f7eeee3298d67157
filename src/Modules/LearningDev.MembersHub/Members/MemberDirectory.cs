using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Members;

/// <summary>A member as of a day: their term, ward, political group and offices.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their full name.</param>
/// <param name="Term">The term that lasts on that day.</param>
/// <param name="WardName">The ward; empty for the Mayor and for co-optees.</param>
/// <param name="GroupId">The political group; null for none.</param>
/// <param name="GroupName">Its name; empty for none.</param>
/// <param name="Offices">The offices held on that day.</param>
internal sealed record Member(string PersonId, string Name, TermRow Term, string WardName, string? GroupId, string GroupName, IReadOnlyList<Office> Offices)
{
    /// <summary>True for those who were elected, the Mayor too.</summary>
    public bool IsElected => Term.Kind != TermKind.CoOpted;

    /// <summary>True for an elected member without an office in the executive (a backbencher).</summary>
    public bool IsBackbencher => IsElected && !Offices.Any(office => office.Kind is OfficeKind.Mayor or OfficeKind.ExecutiveMember);
}

/// <summary>An office as of a day.</summary>
/// <param name="Row">The office.</param>
/// <param name="BodyName">The body; empty for none.</param>
/// <param name="BodyKind">What the body is; null for none.</param>
internal sealed record Office(OfficeRow Row, string BodyName, BodyKind? BodyKind)
{
    public OfficeKind Kind => Row.Kind;
}

/// <summary>Who is a member, and as what, on any day (MEM-02). Each call asks the database five times, for any number of members.</summary>
internal sealed class MemberDirectory(PortalDb db)
{
    /// <summary>Everybody who is a member on a day, by name.</summary>
    public Task<IReadOnlyList<Member>> AllAsync(DateOnly day, CancellationToken cancellation = default) => ReadAsync(db.MemberTerms, day, cancellation);

    /// <summary>A person as a member on a day; null when they are none then.</summary>
    public async Task<Member?> FindAsync(string personId, DateOnly day, CancellationToken cancellation = default) =>
        (await ReadAsync(db.MemberTerms.Where(term => term.PersonId == personId), day, cancellation)).SingleOrDefault();

    /// <summary>The names of political groups and bodies, by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(CancellationToken cancellation = default)
    {
        var groups = await db.PoliticalGroups.AsNoTracking().Select(row => new { row.Id, row.Name }).ToListAsync(cancellation);
        var bodies = await db.MemberBodies.AsNoTracking().Select(row => new { row.Id, row.Name }).ToListAsync(cancellation);
        return groups.Concat(bodies).DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => row.Name);
    }

    /// <summary>The name of somebody who is or was a member; empty for others.</summary>
    public async Task<string> NameAsync(string personId, CancellationToken cancellation = default) =>
        await db.MemberTerms.Where(row => row.PersonId == personId).OrderByDescending(row => row.From).Select(row => row.PersonName).FirstOrDefaultAsync(cancellation) ?? "";

    private async Task<IReadOnlyList<Member>> ReadAsync(IQueryable<TermRow> of, DateOnly day, CancellationToken cancellation)
    {
        var terms = of.Where(term => term.From <= day && (term.Until == null || term.Until >= day));
        var people = terms.Select(term => term.PersonId);
        var lasting = await terms.AsNoTracking().ToListAsync(cancellation);
        if (lasting.Count == 0)
        {
            return [];
        }

        var wards = await db.MemberWards.AsNoTracking().ToDictionaryAsync(ward => ward.Id, ward => ward.Name, cancellation);
        var bodies = await db.MemberBodies.AsNoTracking().ToDictionaryAsync(body => body.Id, cancellation);
        var groups = (await (
            from membership in db.GroupMemberships
            join politicalGroup in db.PoliticalGroups on membership.GroupId equals politicalGroup.Id
            where people.Contains(membership.PersonId) && membership.From <= day && (membership.Until == null || membership.Until >= day)
            select new { membership.PersonId, politicalGroup.Id, politicalGroup.Name }).ToListAsync(cancellation)).ToDictionary(row => row.PersonId);
        var offices = (await db.MemberOffices.AsNoTracking()
            .Where(office => people.Contains(office.PersonId) && office.From <= day && (office.Until == null || office.Until >= day))
            .OrderBy(office => office.From).ThenBy(office => office.Id).ToListAsync(cancellation)).ToLookup(office => office.PersonId);
        return [.. lasting
            .Select(term => new Member(
                term.PersonId,
                term.PersonName,
                term,
                term.WardId is { } ward ? wards[ward] : "",
                groups.GetValueOrDefault(term.PersonId)?.Id,
                groups.GetValueOrDefault(term.PersonId)?.Name ?? "",
                [.. offices[term.PersonId].Select(office => OfficeOf(office, bodies))]))
            .OrderBy(member => member.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(member => member.PersonId, StringComparer.Ordinal)];
    }

    private static Office OfficeOf(OfficeRow row, Dictionary<string, BodyRow> bodies) => row.BodyId is { } body
        ? new Office(row, bodies[body].Name, bodies[body].Kind)
        : new Office(row, "", BodyKind: null);
}
