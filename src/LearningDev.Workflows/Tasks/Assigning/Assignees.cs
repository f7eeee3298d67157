using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Tasks.Assigning;

/// <summary>Whom to ask.</summary>
/// <param name="Relationship">One of <see cref="Relationships"/>.</param>
/// <param name="Roles">Names of roles, for <see cref="Relationships.Role"/>.</param>
/// <param name="UserNames">User names, for <see cref="Relationships.People"/>.</param>
/// <param name="Field">The field, for <see cref="Relationships.Field"/>.</param>
internal sealed record AssigneeRule(string Relationship, IReadOnlyList<string> Roles, IReadOnlyList<string> UserNames, string Field);

/// <summary>Somebody who is asked, and why.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Via">Why, as people read it, for example "line manager".</param>
internal sealed record Assignee(string PersonId, string Via);

/// <summary>Finds the people whom a step asks (WFL-03). Only those are found who are there today.</summary>
internal sealed class Assignees(PortalDb db, Colleagues colleagues, EffectiveRoles roles, CaseValues values, IEnumerable<IAssigneeSource> sources, Features features)
{
    /// <summary>The relationships that a step can be told, as the designer offers them.</summary>
    public static IReadOnlyList<PropertyChoice> Choices { get; } =
    [
        new(Relationships.LineManager, "Line manager of the person who asked"),
        new(Relationships.ManagersManager, "Manager’s manager"),
        new(Relationships.ChiefOfficer, "Chief officer of the service"),
        new(Relationships.Director, "Head of the directorate"),
        new(Relationships.BudgetHolder, "Budget holder"),
        new(Relationships.GroupWhip, "Group whip"),
        new(Relationships.GroupLeader, "Group leader"),
        new(Relationships.Role, "People with a role"),
        new(Relationships.People, "People by name"),
        new(Relationships.Field, "People in a field of the item"),
    ];

    /// <summary>Finds them; none when there is nobody.</summary>
    public async Task<IReadOnlyList<Assignee>> FindAsync(AssigneeRule rule, CaseState state, CancellationToken cancellation)
    {
        List<Assignee> found = [];
        if (rule.Relationship == Relationships.Role)
        {
            foreach (var role in rule.Roles)
            {
                found.AddRange((await roles.HolderIdsAsync(role, cancellation)).Select(id => new Assignee(id, role)));
            }
        }
        else
        {
            found.AddRange((await IdsAsync(rule, state, cancellation)).Select(id => new Assignee(id, Relationships.Words(rule.Relationship))));
        }

        var known = (await colleagues.FindAllAsync([.. found.Select(one => one.PersonId).Distinct()], cancellation)).Select(one => one.Id).ToHashSet();
        return [.. found.Where(one => known.Contains(one.PersonId)).DistinctBy(one => one.PersonId)];
    }

    /// <summary>The line managers of people.</summary>
    public async Task<IReadOnlyList<Assignee>> ManagersOfAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellation)
    {
        var ids = await db.Users.Where(person => personIds.Contains(person.Id) && person.LineManagerId != null).Select(person => person.LineManagerId!).Distinct().ToListAsync(cancellation);
        return [.. (await colleagues.FindAllAsync(ids, cancellation)).Select(one => new Assignee(one.Id, "manager of whoever was asked before"))];
    }

    private async Task<IReadOnlyList<string>> IdsAsync(AssigneeRule rule, CaseState state, CancellationToken cancellation)
    {
        switch (rule.Relationship)
        {
            case Relationships.Owner:
                return state.OwnerId is { } owner ? [owner] : [];
            case Relationships.People:
                List<string> names = [.. rule.UserNames.Select(name => name.ToUpperInvariant())];
                return await db.Users.Where(person => names.Contains(person.NormalizedUserName!)).Select(person => person.Id).ToListAsync(cancellation);
            case Relationships.Field:
                return await values.PeopleAsync(state, rule.Field, cancellation);
            case Relationships.LineManager:
                return await ManagerAsync(state.OwnerId, cancellation);
            case Relationships.ManagersManager:
                return await ManagerAsync((await ManagerAsync(state.OwnerId, cancellation)) is [var manager] ? manager : null, cancellation);
            case Relationships.ChiefOfficer:
                return await HeadAsync(state.OwnerId, UnitKind.Service, cancellation);
            case Relationships.Director:
                return await HeadAsync(state.OwnerId, UnitKind.Directorate, cancellation);
            default:
                foreach (var source in sources.Where(source => source.Key == rule.Relationship))
                {
                    if (await features.SwitchedOffOwnerAsync(source.GetType(), cancellation) is null
                        && await source.FindAsync(state.OwnerId, state.CorrelationId, cancellation) is { Count: > 0 } found)
                    {
                        return found;
                    }
                }

                return [];
        }
    }

    private async Task<IReadOnlyList<string>> ManagerAsync(string? personId, CancellationToken cancellation) => personId is null ? []
        : await db.Users.Where(person => person.Id == personId && person.LineManagerId != null).Select(person => person.LineManagerId!).ToListAsync(cancellation);

    // Whoever is in no service, because they work for the directorate itself, is asked for at the next level.
    private async Task<IReadOnlyList<string>> HeadAsync(string? personId, UnitKind kind, CancellationToken cancellation)
    {
        var at = await db.Users.Where(person => person.Id == personId).Select(person => person.UnitId).SingleOrDefaultAsync(cancellation);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, cancellation);
        for (var steps = units.Count; steps > 0 && at is not null && units.TryGetValue(at, out var unit); steps--, at = unit.ParentId)
        {
            if (unit.Kind <= kind && unit.HeadId is { } head && head != personId)
            {
                return [head];
            }
        }

        return [];
    }
}
