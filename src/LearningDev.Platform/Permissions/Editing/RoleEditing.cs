using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions.Editing;

/// <summary>Adds, changes and removes roles on an administrator's behalf (ADM-01).</summary>
internal sealed class RoleEditing(PortalDb db, RoleManager<Role> roles, EffectiveRoles effective, RoleWords words, PortalCache cache, ModuleRegistry registry, IEvents events)
{
    /// <summary>Adds a role that may do nothing yet.</summary>
    /// <returns>The role, or null when there is one of the name already.</returns>
    public async Task<Role?> AddAsync(string name, string description, CancellationToken cancellation)
    {
        if (await roles.FindByNameAsync(name) is not null)
        {
            return null;
        }

        var role = new Role { Name = name, Description = description };
        Require(await roles.CreateAsync(role));
        cache.ForgetOnCommit(db, EffectiveRoles.RolesKey);
        await events.PublishAsync(new RoleAdded(role.Id, name), cancellation);
        return role;
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
    /// <param name="permissions">The names of its permissions. Those that no module declares any more are kept.</param>
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

        List<AuditChange> changes = [];
        if (role.Description != description)
        {
            changes.Add(new AuditChange("Description", role.Description, description));
            role.Description = description;
        }

        changes.AddRange(await SetPermissionsAsync(role, permissions, cancellation));
        changes.AddRange(await SetRulesAsync(role, rules, cancellation));
        if (changes.Count == 0)
        {
            return true;
        }

        role.ConcurrencyStamp = Identifiers.New();
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }

        cache.ForgetOnCommit(db, EffectiveRoles.RolesKey);
        cache.ForgetOnCommit(db, RolePermissions.CacheKey);
        await events.PublishAsync(new RoleEdited(role.Id, role.Name!, changes), cancellation);
        return true;
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

    private async Task<IEnumerable<AuditChange>> SetPermissionsAsync(Role role, IReadOnlyCollection<string> permissions, CancellationToken cancellation)
    {
        if (role.Name == Role.Administrator)
        {
            return [];
        }

        var rows = await db.RoleClaims.Where(claim => claim.RoleId == role.Id && claim.ClaimType == Role.PermissionClaim).ToListAsync(cancellation);
        var wanted = permissions.Select(registry.FindPermission).OfType<Permission>().Select(permission => permission.Name).ToHashSet();
        var lost = rows.Where(row => registry.FindPermission(row.ClaimValue!) is { } known && !wanted.Contains(known.Name)).ToList();
        var gained = wanted.Except(rows.Select(row => row.ClaimValue!), StringComparer.OrdinalIgnoreCase).ToList();
        db.RemoveRange(lost);
        db.AddRange(gained.Select(name => new IdentityRoleClaim<string> { RoleId = role.Id, ClaimType = Role.PermissionClaim, ClaimValue = name }));
        return
        [
            .. gained.Order().Select(name => new AuditChange("Permission", "", name)),
            .. lost.Select(row => row.ClaimValue!).Order().Select(name => new AuditChange("Permission", name, "")),
        ];
    }

    private async Task<IReadOnlyList<AuditChange>> SetRulesAsync(Role role, IReadOnlyCollection<RuleChoice> rules, CancellationToken cancellation)
    {
        // Who administers the portal is for people to say, one by one.
        IEnumerable<RuleChoice> wanted = role.Name == Role.Administrator ? [] : rules.Distinct();
        var rows = await db.Set<RoleRule>().Where(rule => rule.RoleId == role.Id).ToListAsync(cancellation);
        List<AuditChange> changes = [];
        foreach (var row in rows.Where(row => !wanted.Contains(new RuleChoice(row.Kind, row.Value))))
        {
            db.Remove(row);
            changes.Add(new AuditChange("Given to", await words.OfRuleAsync(row, cancellation), ""));
        }

        foreach (var rule in wanted.Where(rule => !rows.Exists(row => row.Kind == rule.Kind && row.Value == rule.Value)))
        {
            var row = new RoleRule { RoleId = role.Id, Kind = rule.Kind, Value = rule.Value };
            db.Add(row);
            changes.Add(new AuditChange("Given to", "", await words.OfRuleAsync(row, cancellation)));
        }

        return changes;
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
        }
    }
}

/// <summary>A role as its form shows it.</summary>
internal sealed record EditedRole(Role Role, IReadOnlySet<string> Permissions, IReadOnlyList<RoleRule> Rules);

/// <summary>By what a role is given; in forms as "Kind" or "Kind:value".</summary>
internal readonly record struct RuleChoice(RoleRuleKind Kind, string Value)
{
    /// <summary>Reads a choice as a form sends it; null when it is none.</summary>
    public static RuleChoice? Parse(string text) => text.Split(':', 2) is [var kind, .. var value] && Enum.TryParse<RoleRuleKind>(kind, out var parsed) && Enum.IsDefined(parsed)
        ? new RuleChoice(parsed, value is [var only] ? only : "")
        : null;

    public override string ToString() => Value.Length == 0 ? $"{Kind}" : $"{Kind}:{Value}";
}

/// <summary>A role was added.</summary>
/// <param name="RoleId">The role's id.</param>
/// <param name="Name">The role's name.</param>
public sealed record RoleAdded(string RoleId, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Role", RoleId, Name);

    /// <inheritdoc />
    public string Summary => $"Added the role {Name}";
}

/// <summary>A role was changed by its form.</summary>
/// <param name="RoleId">The role's id.</param>
/// <param name="Name">The role's name.</param>
/// <param name="Changes">What was changed.</param>
public sealed record RoleEdited(string RoleId, string Name, IReadOnlyList<AuditChange> Changes) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Role", RoleId, Name);

    /// <inheritdoc />
    public string Summary => $"Changed the role {Name}";
}

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
