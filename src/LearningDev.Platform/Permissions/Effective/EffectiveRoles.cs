using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions.Effective;

/// <summary>
/// Says which roles a person has today (ADM-01): those given to the person that are in force, and those that rules give by the person's place in the structure. A
/// change is seen at once on the node that made it, and within a second on the others.
/// </summary>
public sealed class EffectiveRoles(PortalDb db, PortalCache cache, DateWords dates, TimeProvider time)
{
    internal const string RolesKey = "roles";
    private const string UnitsKey = "units";

    /// <summary>The names of a person's roles today.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string personId, CancellationToken cancellation = default) =>
        await cache.GetAsync<IReadOnlyList<string>>(db, KeyOf(personId), async () => [.. (await OfAllAsync([personId], cancellation))[personId]]);

    /// <summary>The names of people's roles today, by the person's id.</summary>
    public async Task<ILookup<string, string>> OfAllAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellation = default) =>
        (await WhyAsync(personIds, cancellation)).Where(grant => grant.IsInForce)
            .Select(grant => (grant.PersonId, grant.Role.Name)).Distinct().ToLookup(grant => grant.PersonId, grant => grant.Name);

    /// <summary>The ids of the people who have a role today, by whatever reason; empty when there is no such role.</summary>
    public async Task<IReadOnlyList<string>> HolderIdsAsync(string roleName, CancellationToken cancellation = default) =>
        (await RolesAsync(cancellation)).FirstOrDefault(role => string.Equals(role.Name, roleName, StringComparison.OrdinalIgnoreCase)) is { } found
            ? await (await HoldersAsync([found.Id], cancellation)).Select(person => person.Id).ToListAsync(cancellation)
            : [];

    /// <summary>Every reason for which people have roles, also those that are not in force today.</summary>
    internal async Task<IReadOnlyList<RoleGrant>> WhyAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellation = default)
    {
        var today = await TodayAsync();
        var roles = await RolesAsync(cancellation);
        var units = roles.Any(role => role.Rules.Any(rule => rule.Kind == RoleRuleKind.UnitMembers)) ? await UnitsAsync(cancellation) : null;
        var people = await db.Users.AsNoTracking().AsSingleQuery().Where(person => personIds.Contains(person.Id)).Select(person => new
        {
            person.Id,
            person.RoleLevel,
            person.UnitId,
            Assignments = db.UserRoles.Where(row => row.UserId == person.Id).ToList(),
            Reports = db.Users.Count(report => report.LineManagerId == person.Id
                && (report.StartsOn == null || report.StartsOn <= today) && (report.LeavesOn == null || report.LeavesOn >= today)),
            Heads = db.Units.Where(unit => unit.HeadId == person.Id).Select(unit => new HeadedUnit(unit.Kind, unit.Name)).ToList(),
        }).ToListAsync(cancellation);
        List<RoleGrant> grants = [];
        foreach (var person in people)
        {
            var place = new PersonPlace(person.RoleLevel, person.Reports, [.. person.Heads.Select(head => head.Kind)], units is null ? [] : CodesAbove(units, person.UnitId));
            foreach (var role in roles)
            {
                grants.AddRange(person.Assignments.Where(row => row.RoleId == role.Id)
                    .Select(row => new RoleGrant(person.Id, role, row, null, person.Reports, person.Heads, row.IsInForceOn(today))));
                grants.AddRange(role.Rules.Where(rule => place.Fulfils(rule.Kind, rule.Value))
                    .Select(rule => new RoleGrant(person.Id, role, null, rule, person.Reports, person.Heads, IsInForce: true)));
            }
        }

        return grants;
    }

    /// <summary>The people who have a role today, by whatever reason, as a query.</summary>
    internal async Task<IQueryable<Person>> HoldersAsync(IReadOnlyCollection<string> roleIds, CancellationToken cancellation = default)
    {
        var today = await TodayAsync();
        var rules = (await RolesAsync(cancellation)).Where(role => roleIds.Contains(role.Id)).SelectMany(role => role.Rules).ToList();
        var everyone = rules.Exists(rule => rule.Kind == RoleRuleKind.Everyone);
        var managers = rules.Exists(rule => rule.Kind == RoleRuleKind.LineManagers);
        List<UnitKind> kinds = [.. rules.Where(rule => rule.Kind == RoleRuleKind.UnitHeads).Select(rule => Enum.Parse<UnitKind>(rule.Value, ignoreCase: true))];
        List<string> levels = [.. rules.Where(rule => rule.Kind == RoleRuleKind.RoleLevel).Select(rule => rule.Value)];
        List<string> codes = [.. rules.Where(rule => rule.Kind == RoleRuleKind.UnitMembers).Select(rule => rule.Value)];
        List<string> members = codes.Count == 0 ? [] : IdsBelow(await UnitsAsync(cancellation), codes);
        return db.Users.AsNoTracking().Where(person => (person.StartsOn == null || person.StartsOn <= today) && (person.LeavesOn == null || person.LeavesOn >= today)).Where(person =>
            everyone
            || db.UserRoles.Any(row => row.UserId == person.Id && roleIds.Contains(row.RoleId)
                && (row.StartsOn == null || row.StartsOn <= today) && (row.EndsOn == null || row.EndsOn >= today))
            || (managers && db.Users.Any(report => report.LineManagerId == person.Id
                && (report.StartsOn == null || report.StartsOn <= today) && (report.LeavesOn == null || report.LeavesOn >= today)))
            || (kinds.Count > 0 && db.Units.Any(unit => unit.HeadId == person.Id && kinds.Contains(unit.Kind)))
            || levels.Contains(person.RoleLevel)
            || (person.UnitId != null && members.Contains(person.UnitId)));
    }

    /// <summary>Every role with its rules, by name.</summary>
    internal async Task<IReadOnlyList<RoleWithRules>> RolesAsync(CancellationToken cancellation = default) =>
        await cache.GetAsync<IReadOnlyList<RoleWithRules>>(db, RolesKey, async () =>
        {
            var rows = await db.Roles.AsNoTracking().OrderBy(role => role.Name)
                .Select(role => new { role.Id, role.Name, role.Description, Rules = db.Set<RoleRule>().Where(rule => rule.RoleId == role.Id).ToList() })
                .ToListAsync(cancellation);
            return [.. rows.Select(row => new RoleWithRules(row.Id, row.Name!, row.Description, row.Rules))];
        });

    /// <summary>Today, by the council's clock.</summary>
    internal async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime));

    /// <summary>Forgets what was known of a person's roles once the change is committed.</summary>
    internal void ForgetOnCommit(string personId) => cache.ForgetOnCommit(db, KeyOf(personId));

    private static string KeyOf(string personId) => $"person-roles:{personId}";

    private async Task<IReadOnlyList<OrganisationUnit>> UnitsAsync(CancellationToken cancellation) =>
        await cache.GetAsync<IReadOnlyList<OrganisationUnit>>(db, UnitsKey, async () => await db.Units.AsNoTracking().ToListAsync(cancellation));

    // Structures are trees, but a file may have made a circle of one.
    private static HashSet<string> CodesAbove(IReadOnlyList<OrganisationUnit> units, string? unitId)
    {
        HashSet<string> codes = new(StringComparer.OrdinalIgnoreCase);
        var byId = units.ToDictionary(unit => unit.Id);
        for (var id = unitId; id is not null && byId.TryGetValue(id, out var unit) && codes.Add(unit.Code); id = unit.ParentId)
        {
        }

        return codes;
    }

    private static List<string> IdsBelow(IReadOnlyList<OrganisationUnit> units, List<string> codes) =>
        [.. units.Where(unit => CodesAbove(units, unit.Id).Overlaps(codes)).Select(unit => unit.Id)];
}

/// <summary>A role with the rules that give it.</summary>
internal sealed record RoleWithRules(string Id, string Name, string Description, IReadOnlyList<RoleRule> Rules);

/// <summary>A unit that a person heads.</summary>
internal sealed record HeadedUnit(UnitKind Kind, string Name);

/// <summary>One reason why a person has a role: an assignment or a rule.</summary>
internal sealed record RoleGrant(
    string PersonId, RoleWithRules Role, RoleAssignment? Assignment, RoleRule? Rule, int Reports, IReadOnlyList<HeadedUnit> Heads, bool IsInForce);
