using System.Text.Json.Serialization;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions;

/// <summary>How a role's listed permissions meet those it has, as in Orchard Core's Roles step.</summary>
public enum PermissionBehavior
{
    /// <summary>The listed permissions take the place of those the role has.</summary>
    Replace,

    /// <summary>The listed permissions are added.</summary>
    Add,

    /// <summary>The listed permissions are taken away.</summary>
    Remove,
}

/// <summary>Adds and changes roles and what they may do (ADM-01).</summary>
public sealed class Roles(PortalDb db, RoleManager<Role> roles, PortalCache cache, ModuleRegistry registry, IEvents events)
{
    /// <summary>Adds the role if there is none of the name, and sets its description and permissions.</summary>
    /// <returns>True when something changed.</returns>
    /// <exception cref="ImportException">No module declares one of the permissions.</exception>
    public async Task<bool> SaveAsync(
        string name, string? description, IEnumerable<string> permissions, PermissionBehavior behavior, CancellationToken cancellation = default)
    {
        var listed = permissions.Select(permission => registry.FindPermission(permission)?.Name
            ?? throw new ImportException($"The role {name} has the permission {permission}, which is not known.")).ToHashSet();
        var role = await roles.FindByNameAsync(name);
        var changed = role is null || (description is not null && role.Description != description);
        List<AuditChange> changes = role is not null && changed ? [new AuditChange("Description", role.Description, description!)] : [];
        if (role is null)
        {
            role = new Role { Name = name, Description = description ?? "" };
            Require(await roles.CreateAsync(role));
        }
        else if (changed)
        {
            role.Description = description!;
            Require(await roles.UpdateAsync(role));
        }

        if (name != Role.Administrator)
        {
            changes.AddRange(await SetPermissionsAsync(role, listed, behavior, cancellation));
            changed |= changes.Count > 0;
        }

        if (changed)
        {
            cache.ForgetOnCommit(db, RolePermissions.CacheKey);
            await db.SaveChangesAsync(cancellation);
            await events.PublishAsync(new RoleChanged(role.Id, name) { Changes = changes }, cancellation);
        }

        return changed;
    }

    private async Task<List<AuditChange>> SetPermissionsAsync(Role role, HashSet<string> listed, PermissionBehavior behavior, CancellationToken cancellation)
    {
        var rows = await db.RoleClaims
            .Where(claim => claim.RoleId == role.Id && claim.ClaimType == Role.PermissionClaim)
            .ToListAsync(cancellation);
        var current = rows.Select(row => row.ClaimValue!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var wanted = behavior switch
        {
            PermissionBehavior.Add => [.. current, .. listed],
            PermissionBehavior.Remove => [.. current.Except(listed, StringComparer.OrdinalIgnoreCase)],
            _ => listed,
        };
        var lost = rows.Where(row => !wanted.Contains(row.ClaimValue!, StringComparer.OrdinalIgnoreCase)).ToList();
        var gained = wanted.Where(permission => !current.Contains(permission)).ToList();
        db.RemoveRange(lost);
        db.AddRange(gained.Select(permission => new IdentityRoleClaim<string>
        {
            RoleId = role.Id,
            ClaimType = Role.PermissionClaim,
            ClaimValue = permission,
        }));
        return
        [
            .. lost.Select(row => new AuditChange(Words(row.ClaimValue!), "Yes", "No")),
            .. gained.Select(permission => new AuditChange(Words(permission), "No", "Yes")),
        ];
    }

    private string Words(string permission) => registry.FindPermission(permission)?.Description ?? permission;

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new ImportException(string.Join(" ", result.Errors.Select(error => error.Description)));
        }
    }
}

/// <summary>A role was added or changed.</summary>
/// <param name="RoleId">The role's id.</param>
/// <param name="Name">The role's name.</param>
public sealed record RoleChanged(string RoleId, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Role", RoleId, Name);

    /// <inheritdoc />
    public string Summary => $"Changed the role {Name}";

    /// <inheritdoc />
    [JsonIgnore]
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];
}
