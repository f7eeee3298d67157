using LearningDev.Platform.Permissions.Effective;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions.Editing;

[RequiresPermission("ManageRoles")]
internal sealed class RoleListModel(EffectiveRoles effective, RoleWords words) : PageModel
{
    public IReadOnlyList<RoleLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        List<RoleLine> lines = [];
        foreach (var role in await effective.RolesAsync(cancellation))
        {
            List<string> givenTo = [];
            foreach (var rule in role.Rules)
            {
                givenTo.Add(await words.OfRuleAsync(rule.Kind, rule.Value, cancellation));
            }

            lines.Add(new RoleLine(role.Id, role.Name, role.Description, givenTo, await (await effective.HoldersAsync([role.Id], cancellation)).CountAsync(cancellation)));
        }

        Lines = lines;
    }
}

/// <summary>A role as the list shows it.</summary>
internal sealed record RoleLine(string Id, string Name, string Description, IReadOnlyList<string> GivenTo, int People);
