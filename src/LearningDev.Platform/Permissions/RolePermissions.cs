using System.Security.Claims;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions;

/// <summary>Says what a person may do, by the roles the person has (ADM-01).</summary>
public sealed class RolePermissions(PortalDb db, PortalCache cache, ModuleRegistry registry, Features features)
{
    internal const string CacheKey = "role-permissions";

    /// <summary>
    /// True when one of the person's roles has the permission, or a permission that implies it. Permissions of modules that are switched off have no effect.
    /// </summary>
    /// <exception cref="InvalidOperationException">No module declares a permission of that name.</exception>
    public async Task<bool> MayAsync(ClaimsPrincipal person, string permissionName)
    {
        var permission = Find(permissionName);
        return person.Identity?.IsAuthenticated == true && await MayAsync([.. person.FindAll(ClaimTypes.Role).Select(role => role.Value)], permission);
    }

    /// <summary>True when one of the roles has the permission, or a permission that implies it: what somebody who is not signed in here may do.</summary>
    /// <exception cref="InvalidOperationException">No module declares a permission of that name.</exception>
    public async Task<bool> MayAsync(IReadOnlyCollection<string> roles, string permissionName) =>
        await MayAsync(roles, Find(permissionName));

    private Permission Find(string permissionName) => registry.FindPermission(permissionName)
        ?? throw new InvalidOperationException($"There is no permission \"{permissionName}\".");

    private async Task<bool> MayAsync(IReadOnlyCollection<string> roles, Permission permission)
    {
        var enabled = await features.EnabledAsync();
        if (!IsInEffect(permission.Name, enabled))
        {
            return false;
        }

        if (roles.Contains(Role.Administrator))
        {
            return true;
        }

        var granted = await GrantedAsync();
        var sufficient = Sufficient(permission).Where(name => IsInEffect(name, enabled)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return roles.Any(role => granted.TryGetValue(role, out var permissions) && permissions.Overlaps(sufficient));
    }

    private async Task<IReadOnlyDictionary<string, HashSet<string>>> GrantedAsync() =>
        await cache.GetAsync<IReadOnlyDictionary<string, HashSet<string>>>(db, CacheKey, async () =>
        {
            var rows = await db.RoleClaims
                .Where(claim => claim.ClaimType == Role.PermissionClaim)
                .Join(db.Roles, claim => claim.RoleId, role => role.Id, (claim, role) => new { Role = role.Name!, Permission = claim.ClaimValue! })
                .ToListAsync();
            return rows.GroupBy(row => row.Role).ToDictionary(
                role => role.Key,
                role => role.Select(row => row.Permission).ToHashSet(StringComparer.OrdinalIgnoreCase),
                StringComparer.OrdinalIgnoreCase);
        });

    private bool IsInEffect(string permission, IReadOnlySet<string> enabled) =>
        registry.FindDeclaredPermission(permission) is { } declared && enabled.Contains(declared.ModuleId);

    internal static IEnumerable<string> Sufficient(Permission permission) =>
        permission.ImpliedBy.SelectMany(Sufficient).Prepend(permission.Name);
}
