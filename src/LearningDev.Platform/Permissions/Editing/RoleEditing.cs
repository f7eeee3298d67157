using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions.Editing;

/// <summary>Adds, changes and removes roles on an administrator's behalf (ADM-01).</summary>
internal sealed class RoleEditing(PortalDb db, RoleManager<Role> roles, Roles saving, EffectiveRoles effective, PortalCache cache, ModuleRegistry registry, IEvents events)
{
    /// <summary>Adds a role that may do nothing yet.</summary>
    /// <returns>The role, or null when there is one of the name already.</returns>
    public async Task<Role?> AddAsync(string name, string description, CancellationToken cancellation)
    {
        if (await roles.FindByNameAsync(name) is not null)
        {
            return null;
        }

        await saving.SaveAsync(name, description, [], PermissionBehavior.Replace, cancellation: cancellation);
        return await roles.FindByNameAsync(name);
    }

    /// <summary>What a role is, with the names of its permissions and its rules; null when there is none of the id.</summary>
    public async Task<EditedRole?> FindAsync(string id, CancellationToken cancellation)
    {
        if (await db.Roles.AsNoTracking().SingleOrDefaultAsync(role => role.Id == id, cancellation) is not { } role)
        {
            return null;
        }

        var permissions = await db.RoleClaims.Where(claim => claim.RoleId == id && claim.ClaimType == Role.PermissionClaim).Select(claim => claim.ClaimValue!).ToListAsync(cancellation);
        var rules = await db.Set<RoleRule>().AsNoTracking().Where(rule => rule.RoleId == id).OrderBy(rule => rule.Kind).ThenBy(rule => rule.Value).ToListAsync(cancellation);
        return new EditedRole(role, permissions.ToHashSet(StringComparer.OrdinalIgnoreCase), rules);
    }

    /// <summary>Saves what a form says of a role.</summary>
    /// <param name="id">The role's id.</param>
    /// <param name="stamp">The role's concurrency stamp when the form was opened.</param>
    /// <param name="description">The description.</param>
    /// <param name="permissions">The names of its permissions; what no module declares is left out.</param>
    /// <param name="rules">By what it is given, besides assignments.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>False when somebody else has changed the role since.</returns>
    public async Task<bool> SaveAsync(
        string id, string stamp, string description, IReadOnlyCollection<string> permissions, IReadOnlyCollection<RuleChoice> rules, CancellationToken cancellation)
    {
        var role = await db.Roles.SingleAsync(row => row.Id == id, cancellation);
        if (role.ConcurrencyStamp != stamp)
        {
            return false;
        }

        try
        {
            await saving.SaveAsync(
                role.Name!, description, permissions.Where(name => registry.FindPermission(name) is not null), PermissionBehavior.Replace, rules, cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Removes a role from everybody who has it, and for good.</summary>
    /// <exception cref="InvalidOperationException">It is the administrators' role.</exception>
    public async Task RemoveAsync(Role role, CancellationToken cancellation)
    {
        if (role.Name == Role.Administrator)
        {
            throw new InvalidOperationException("The administrators' role cannot be removed.");
        }

        var people = await (await effective.HoldersAsync([role.Id], cancellation)).CountAsync(cancellation);
        await db.Roles.Where(row => row.Id == role.Id).ExecuteDeleteAsync(cancellation);
        cache.ForgetOnCommit(db, EffectiveRoles.RolesKey);
        cache.ForgetOnCommit(db, RolePermissions.CacheKey);
        await events.PublishAsync(new RoleRemoved(role.Id, role.Name!, people), cancellation);
    }
}

/// <summary>A role as its form shows it.</summary>
internal sealed record EditedRole(Role Role, IReadOnlySet<string> Permissions, IReadOnlyList<RoleRule> Rules);

/// <summary>A role was removed.</summary>
/// <param name="RoleId">The role's id.</param>
/// <param name="Name">The role's name.</param>
/// <param name="People">How many people had it.</param>
public sealed record RoleRemoved(string RoleId, string Name, int People) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Role", RoleId, Name);

    /// <inheritdoc />
    public string Summary => $"Removed the role {Name}, which {(People == 1 ? "one person" : $"{People} people")} had";
}
