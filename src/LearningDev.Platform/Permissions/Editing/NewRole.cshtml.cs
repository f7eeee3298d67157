using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Permissions.Editing;

[RequiresPermission("ManageRoles")]
internal sealed class NewRoleModel(RoleEditing editing) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter a name")]
    [StringLength(60, ErrorMessage = "Name must be 60 characters or fewer")]
    public string Name { get; set; } = "";

    [BindProperty, StringLength(400, ErrorMessage = "Who has it must be 400 characters or fewer")]
    public string? Description { get; set; }

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await editing.AddAsync(Name.Trim(), Description?.Trim() ?? "", cancellation) is not { } role)
        {
            ModelState.AddModelError(nameof(Name), "There is a role of this name already");
            return Page();
        }

        return LocalRedirect($"~/admin/roles/{role.Id}");
    }
}
