using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions.Explaining;

/// <summary>Answers "what can this person do, and why" and "who can do this" (ADM-01).</summary>
internal sealed class AccessExplanation(PortalDb db, EffectiveRoles effective, RoleWords words, ModuleRegistry registry, Features features)
{
    /// <summary>The roles of a person with the reason for each, and every permission with the roles that give it.</summary>
    public async Task<PersonAccess> OfAsync(string personId, CancellationToken cancellation)
    {
        var grants = await effective.WhyAsync([personId], cancellation);
        List<ExplainedRole> roles = [];
        foreach (var grant in grants)
        {
            roles.Add(new ExplainedRole(grant.Role.Id, grant.Role.Name, await words.OfGrantAsync(grant, cancellation), grant.IsInForce));
        }

        var inForce = grants.Where(grant => grant.IsInForce).Select(grant => grant.Role).DistinctBy(role => role.Id).ToList();
        var ids = inForce.ConvertAll(role => role.Id);
        var claims = (await db.RoleClaims.Where(claim => ids.Contains(claim.RoleId) && claim.ClaimType == Role.PermissionClaim)
            .Select(claim => new { claim.RoleId, claim.ClaimValue }).ToListAsync(cancellation)).ToLookup(claim => claim.RoleId, claim => claim.ClaimValue!);
        var enabled = await features.EnabledAsync(cancellation);
        List<ExplainedPermission> permissions = [];
        foreach (var (permission, moduleId) in registry.Permissions)
        {
            var by = inForce.Select(role => (Role: role, Permission: Sufficient(role, permission, claims[role.Id])))
                .Where(found => found.Permission is not null)
                .Select(found => string.Equals(found.Permission, permission.Name, StringComparison.OrdinalIgnoreCase) || found.Role.Name == Role.Administrator
                    ? found.Role.Name : $"{found.Role.Name} (included in “{registry.FindPermission(found.Permission!)!.Description}”)").ToList();
            if (by.Count > 0)
            {
                permissions.Add(new ExplainedPermission(permission.Name, permission.Description, ModuleName(moduleId), by, enabled.Contains(moduleId)));
            }
        }

        return new PersonAccess(roles, [.. permissions.GroupBy(permission => permission.Module)]);
    }

    /// <summary>The people who have a permission today, as a query; with the ids of the roles that give it.</summary>
    public async Task<IQueryable<Person>> HoldersAsync(Permission permission, CancellationToken cancellation) =>
        await effective.HoldersAsync([.. (await RolesWithAsync(permission, cancellation)).Select(role => role.Id)], cancellation);

    /// <summary>The roles that give a permission.</summary>
    public async Task<IReadOnlyList<RoleWithRules>> RolesWithAsync(Permission permission, CancellationToken cancellation)
    {
        var sufficient = RolePermissions.Sufficient(permission).ToList();
        var ids = await db.RoleClaims.Where(claim => claim.ClaimType == Role.PermissionClaim && sufficient.Contains(claim.ClaimValue!))
            .Select(claim => claim.RoleId).Distinct().ToListAsync(cancellation);
        return [.. (await effective.RolesAsync(cancellation)).Where(role => role.Name == Role.Administrator || ids.Contains(role.Id))];
    }

    /// <summary>The name of the module that declares a permission.</summary>
    public string ModuleName(string moduleId) => registry.FindModule(moduleId)?.Manifest.Name ?? moduleId;

    private static string? Sufficient(RoleWithRules role, Permission permission, IEnumerable<string> held) => role.Name == Role.Administrator
        ? permission.Name
        : RolePermissions.Sufficient(permission).FirstOrDefault(name => held.Contains(name, StringComparer.OrdinalIgnoreCase));
}

/// <summary>What a person can do, and why.</summary>
internal sealed record PersonAccess(IReadOnlyList<ExplainedRole> Roles, IReadOnlyList<IGrouping<string, ExplainedPermission>> Permissions);

/// <summary>A role of a person with the reason for it.</summary>
internal sealed record ExplainedRole(string Id, string Name, string Why, bool IsInForce);

/// <summary>A permission of a person with the roles that give it.</summary>
internal sealed record ExplainedPermission(string Name, string Description, string Module, IReadOnlyList<string> Roles, bool IsInEffect);
