using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions.Editing;

[RequiresPermission("ManageRoles")]
internal sealed class RemoveRoleModel(RoleEditing editing, EffectiveRoles effective, RoleManager<Role> roles) : PageModel
{
    public string Id { get; private set; } = "";

    public string Name { get; private set; } = "";

    public int People { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation) => await FindAsync(id, cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } role)
        {
            return NotFound();
        }

        await editing.RemoveAsync(role, cancellation);
        TempData[PageFrame.Message] = $"The role {Name} is removed";
        return LocalRedirect("~/admin/roles");
    }

    private async Task<Role?> FindAsync(string id, CancellationToken cancellation)
    {
        if (await roles.FindByIdAsync(id) is not { } role || role.Name == Role.Administrator)
        {
            return null;
        }

        (Id, Name) = (role.Id, role.Name!);
        People = await (await effective.HoldersAsync([role.Id], cancellation)).CountAsync(cancellation);
        return role;
    }
}
