using System.Security.Claims;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions;

/// <summary>Says what a person may do, by the roles the person has (ADM-01).</summary>
public sealed class RolePermissions(PortalDb db, PortalCache cache, ModuleRegistry registry)
{
    internal const string CacheKey = "role-permissions";

    /// <summary>True when one of the person's roles has the permission, or a permission that implies it.</summary>
    /// <exception cref="InvalidOperationException">No module declares a permission of that name.</exception>
    public async Task<bool> MayAsync(ClaimsPrincipal person, string permissionName)
    {
        var permission = registry.FindPermission(permissionName)
            ?? throw new InvalidOperationException($"There is no permission \"{permissionName}\".");
        if (person.Identity?.IsAuthenticated != true)
        {
            return false;
        }

        if (person.IsInRole(Role.Administrator))
        {
            return true;
        }

        var granted = await GrantedAsync();
        var sufficient = Sufficient(permission).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return person.FindAll(ClaimTypes.Role).Any(role =>
            granted.TryGetValue(role.Value, out var permissions) && permissions.Overlaps(sufficient));
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

    private static IEnumerable<string> Sufficient(Permission permission) =>
        permission.ImpliedBy.SelectMany(Sufficient).Prepend(permission.Name);
}
