using System.Text.Json.Serialization;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
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

/// <summary>By what a role is given, besides to people by name.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Value">What the kind needs to know, or empty.</param>
public readonly record struct RuleChoice(RoleRuleKind Kind, string Value)
{
    /// <summary>Reads a choice as a form sends it: "Kind" or "Kind:value".</summary>
    /// <returns>The choice; null when it is none.</returns>
    public static RuleChoice? Parse(string text) => text.Split(':', 2) is [var kind, .. var value] && Enum.TryParse<RoleRuleKind>(kind, out var parsed) && Enum.IsDefined(parsed)
        ? new RuleChoice(parsed, value is [var only] ? only : "")
        : null;

    /// <inheritdoc />
    public override string ToString() => Value.Length == 0 ? $"{Kind}" : $"{Kind}:{Value}";
}

/// <summary>Adds and changes roles, what they may do, and by what they are given (ADM-01).</summary>
public sealed class Roles(PortalDb db, RoleManager<Role> roles, RoleWords words, PortalCache cache, ModuleRegistry registry, IEvents events)
{
    /// <summary>Adds the role if there is none of the name, and sets its description, its permissions and by what it is given.</summary>
    /// <param name="name">The role's name.</param>
    /// <param name="description">Who has it; null leaves it as it is.</param>
    /// <param name="permissions">Names of permissions. Those that a role has and no module declares any more are kept.</param>
    /// <param name="behavior">How they meet those that the role has. What administrators may do is never changed.</param>
    /// <param name="rules">By what it is given; null leaves that as it is. The administrators' role is given to people by name only.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>True when something changed.</returns>
    /// <exception cref="ImportException">No module declares one of the permissions.</exception>
    public async Task<bool> SaveAsync(
        string name, string? description, IEnumerable<string> permissions, PermissionBehavior behavior, IReadOnlyCollection<RuleChoice>? rules = null,
        CancellationToken cancellation = default)
    {
        var listed = permissions.Select(permission => registry.FindPermission(permission)?.Name
            ?? throw new ImportException($"The role {name} has the permission {permission}, which is not known.")).ToHashSet();
        var role = await roles.FindByNameAsync(name);
        var isNew = role is null;
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
            changes.AddRange(rules is null ? [] : await SetRulesAsync(role, rules, cancellation));
            changed |= changes.Count > 0;
        }

        if (changed)
        {
            // A form that was opened before must not change this back without knowing.
            role.ConcurrencyStamp = Identifiers.New();
            cache.ForgetOnCommit(db, RolePermissions.CacheKey);
            cache.ForgetOnCommit(db, EffectiveRoles.RolesKey);
            await db.SaveChangesAsync(cancellation);
            await events.PublishAsync(new RoleChanged(role.Id, name, isNew) { Changes = changes }, cancellation);
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
        var lost = rows.Where(row => !wanted.Contains(row.ClaimValue!, StringComparer.OrdinalIgnoreCase) && registry.FindPermission(row.ClaimValue!) is not null).ToList();
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

    private async Task<List<AuditChange>> SetRulesAsync(Role role, IReadOnlyCollection<RuleChoice> rules, CancellationToken cancellation)
    {
        var rows = await db.Set<RoleRule>().Where(rule => rule.RoleId == role.Id).ToListAsync(cancellation);
        List<AuditChange> changes = [];
        foreach (var row in rows.Where(row => !rules.Contains(new RuleChoice(row.Kind, row.Value))))
        {
            db.Remove(row);
            changes.Add(new AuditChange("Given to", await words.OfRuleAsync(row.Kind, row.Value, cancellation), ""));
        }

        foreach (var rule in rules.Distinct().Where(rule => !rows.Exists(row => row.Kind == rule.Kind && row.Value == rule.Value)))
        {
            db.Add(new RoleRule { RoleId = role.Id, Kind = rule.Kind, Value = rule.Value });
            changes.Add(new AuditChange("Given to", "", await words.OfRuleAsync(rule.Kind, rule.Value, cancellation)));
        }

        return changes;
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
/// <param name="IsNew">True when it was added.</param>
public sealed record RoleChanged(string RoleId, string Name, bool IsNew = false) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Role", RoleId, Name);

    /// <inheritdoc />
    public string Summary => IsNew ? $"Added the role {Name}" : $"Changed the role {Name}";

    /// <inheritdoc />
    [JsonIgnore]
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];
}
