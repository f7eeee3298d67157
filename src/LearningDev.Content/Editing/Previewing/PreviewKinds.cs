using System.Security.Claims;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Permissions.Effective;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Previewing;

/// <summary>
/// The kinds of person as whom an editor can look at a page: whoever has a role, anybody who is signed in, and somebody who is not. A role that may do more than
/// the editor is not offered: nobody sees more by looking as somebody else.
/// </summary>
internal sealed class PreviewKinds(PortalDb db, RolePermissions permissions, ModuleRegistry registry)
{
    /// <summary>Somebody who is not signed in.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>Anybody who is signed in, with the roles that everyone has.</summary>
    public const string Anybody = "anybody";

    private const string OfRole = "role:";

    // No person has it: ids are letters and digits.
    private const string NobodysId = "preview";

    /// <summary>The kinds that the editor may choose from.</summary>
    public async Task<IReadOnlyList<PreviewKind>> ListAsync(ClaimsPrincipal editor, CancellationToken cancellation)
    {
        var granted = (await db.RoleClaims.AsNoTracking().Where(claim => claim.ClaimType == Role.PermissionClaim)
            .Select(claim => new { claim.RoleId, claim.ClaimValue }).ToListAsync(cancellation)).ToLookup(claim => claim.RoleId, claim => claim.ClaimValue!);
        var roles = await db.Roles.AsNoTracking().OrderBy(role => role.Name).Select(role => new { role.Id, Name = role.Name! }).ToListAsync(cancellation);
        var everyones = await db.Set<RoleRule>().Where(rule => rule.Kind == RoleRuleKind.Everyone).Select(rule => rule.RoleId).ToListAsync(cancellation);
        List<string> common = [.. roles.Where(role => everyones.Contains(role.Id)).Select(role => role.Name)];
        List<PreviewKind> kinds = common.Count == 0 ? [] : [new(Anybody, "Anybody who is signed in", common)];
        foreach (var role in roles.Where(role => !common.Contains(role.Name)))
        {
            if (editor.IsInRole(role.Name) || (role.Name != Role.Administrator && await MayAllAsync(editor, granted[role.Id])))
            {
                kinds.Add(new PreviewKind($"{OfRole}{role.Name}", role.Name, [.. common, role.Name]));
            }
        }

        kinds.Add(new PreviewKind(SignedOut, "Somebody who is not signed in", null));
        return kinds;
    }

    /// <summary>A person of a kind, who is nobody in particular.</summary>
    public static ClaimsPrincipal PersonOf(PreviewKind kind) => kind.Roles is null ? new ClaimsPrincipal(new ClaimsIdentity()) : new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, NobodysId), new Claim(ClaimTypes.Name, NobodysId), new Claim(CurrentPerson.FullNameClaim, kind.Name),
            .. kind.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ],
        "Preview"));

    private async Task<bool> MayAllAsync(ClaimsPrincipal editor, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!await MayAsync(editor, name))
            {
                return false;
            }
        }

        return true;
    }

    // A role keeps permissions that no module declares any more. They have no effect.
    private async Task<bool> MayAsync(ClaimsPrincipal editor, string name) => registry.FindPermission(name) is null || await permissions.MayAsync(editor, name);
}

/// <summary>A kind of person.</summary>
/// <param name="Key">What the address says.</param>
/// <param name="Name">What people read.</param>
/// <param name="Roles">The names of the roles; null for somebody who is not signed in.</param>
internal sealed record PreviewKind(string Key, string Name, IReadOnlyList<string>? Roles);
