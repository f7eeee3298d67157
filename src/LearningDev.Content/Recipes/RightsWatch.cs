using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Permissions.Effective;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes;

/// <summary>
/// Tells which rights a run gives and takes: what roles may do, who has which role, and by what roles are given. It compares what is in the database before and after, so that no
/// step, of whatever module, can give somebody a right without its being listed.
/// </summary>
public sealed class RightsWatch(PortalDb db, ModuleRegistry registry, RoleWords words)
{
    /// <summary>The kind of change by which a role may do something more, or something less.</summary>
    public const string Permission = "Permission";

    /// <summary>The kind of change by which a person has a role more, or a role less.</summary>
    public const string RoleOfPerson = "Role of a person";

    /// <summary>The kind of change by which a role is given by people's place in the council, or is so no longer.</summary>
    public const string RoleByPlace = "Role by place";

    /// <summary>The rights as they are now, in the transaction of the run.</summary>
    public async Task<Rights> ReadAsync(CancellationToken cancellation)
    {
        var permissions = await db.RoleClaims.AsNoTracking().Where(claim => claim.ClaimType == Role.PermissionClaim)
            .Join(db.Roles, claim => claim.RoleId, role => role.Id, (claim, role) => new { Role = role.Name!, Permission = claim.ClaimValue! }).ToListAsync(cancellation);
        var roles = await db.UserRoles.AsNoTracking()
            .Join(db.Roles, row => row.RoleId, role => role.Id, (row, role) => new { row.UserId, Role = role.Name! }).ToListAsync(cancellation);
        var rules = await db.Set<RoleRule>().AsNoTracking()
            .Join(db.Roles, rule => rule.RoleId, role => role.Id, (rule, role) => new { Role = role.Name!, rule.Kind, rule.Value }).ToListAsync(cancellation);
        return new Rights(
            permissions.Select(row => (row.Role, row.Permission)).ToHashSet(), roles.Select(row => (row.UserId, row.Role)).ToHashSet(),
            rules.Select(row => (row.Role, new RuleChoice(row.Kind, row.Value))).ToHashSet());
    }

    /// <summary>What has become different since.</summary>
    public async Task<IReadOnlyList<RecipeChange>> ChangesAsync(string recipe, Rights before, CancellationToken cancellation)
    {
        var after = await ReadAsync(cancellation);
        List<(string PersonId, string Role, RecipeAction Action)> given =
        [
            .. after.Roles.Except(before.Roles).Select(row => (row.PersonId, row.Role, RecipeAction.Added)),
            .. before.Roles.Except(after.Roles).Select(row => (row.PersonId, row.Role, RecipeAction.Removed)),
        ];
        List<RecipeChange> byPlace = [];
        foreach (var (rule, action) in after.Rules.Except(before.Rules).Select(rule => (rule, RecipeAction.Added)).Concat(before.Rules.Except(after.Rules).Select(rule => (rule, RecipeAction.Removed)))
            .OrderBy(pair => pair.rule.Role, StringComparer.Ordinal).ThenBy(pair => pair.rule.Rule.ToString(), StringComparer.Ordinal))
        {
            byPlace.Add(new RecipeChange(
                recipe, "", action, RoleByPlace, $"{rule.Role}/{rule.Rule}", rule.Role,
                $"is {(action == RecipeAction.Added ? "given" : "given no longer")} to {await words.OfRuleAsync(rule.Rule.Kind, rule.Rule.Value, cancellation)}"));
        }

        var names = await NamesAsync([.. given.Select(row => row.PersonId).Distinct()], cancellation);
        return
        [
            .. after.Permissions.Except(before.Permissions).Order().Select(row => Change(row, RecipeAction.Added)),
            .. before.Permissions.Except(after.Permissions).Order().Select(row => Change(row, RecipeAction.Removed)),
            .. byPlace,
            // Whoever may do everything comes first.
            .. given.Select(row => (row.Role, Name: names.GetValueOrDefault(row.PersonId, row.PersonId), row.Action))
                .OrderBy(row => row.Role == Role.Administrator ? 0 : 1).ThenBy(row => row.Role, StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal)
                .Select(row => new RecipeChange(
                    recipe, "", row.Action, RoleOfPerson, $"{row.Name}/{row.Role}", row.Name, $"{(row.Action == RecipeAction.Added ? "gains" : "loses")} the role {row.Role}")),
        ];

        RecipeChange Change((string Role, string Permission) row, RecipeAction action)
        {
            var description = registry.FindPermission(row.Permission)?.Description;
            return new RecipeChange(
                recipe, "", action, Permission, $"{row.Role}/{row.Permission}", row.Role,
                $"{(action == RecipeAction.Added ? "gains" : "loses")} the permission {row.Permission}{(description is null ? "" : $" ({description})")}");
        }
    }

    private async Task<Dictionary<string, string>> NamesAsync(List<string> ids, CancellationToken cancellation)
    {
        const int atOnce = 500;
        Dictionary<string, string> names = [];
        foreach (var some in ids.Chunk(atOnce))
        {
            List<string> wanted = [.. some];
            foreach (var person in await db.Users.AsNoTracking().Where(person => wanted.Contains(person.Id))
                .Select(person => new { person.Id, person.UserName, person.GivenName, person.FamilyName }).ToListAsync(cancellation))
            {
                names[person.Id] = $"{$"{person.GivenName} {person.FamilyName}".Trim()} ({person.UserName})".TrimStart();
            }
        }

        return names;
    }
}

/// <summary>Who may do what at a moment.</summary>
/// <param name="Permissions">Roles with their permissions.</param>
/// <param name="Roles">People with their roles.</param>
/// <param name="Rules">Roles with the rules that give them by people's place.</param>
public sealed record Rights(
    IReadOnlySet<(string Role, string Permission)> Permissions, IReadOnlySet<(string PersonId, string Role)> Roles, IReadOnlySet<(string Role, RuleChoice Rule)> Rules);
