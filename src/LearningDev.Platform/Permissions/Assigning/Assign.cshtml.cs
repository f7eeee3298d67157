using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions.Assigning;

[RequiresPermission("ManageRoles")]
internal sealed class AssignModel(PortalDb db, RoleManager<Role> roles, UserManager<Person> users, RoleAssigning assigning) : PageModel
{
    [BindProperty, Display(Name = "First day")]
    public DateOnly? StartsOn { get; set; }

    [BindProperty, Display(Name = "Last day")]
    public DateOnly? EndsOn { get; set; }

    [BindProperty, StringLength(RoleAssignment.ReasonLength, ErrorMessage = "Why must be 300 characters or fewer")]
    public string? Reason { get; set; }

    public string RoleId { get; private set; } = "";

    public string RoleName { get; private set; } = "";

    public string PersonId { get; private set; } = "";

    public string PersonName { get; private set; } = "";

    /// <summary>How the person was given the role; null when the person was not.</summary>
    public string? How { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string personId, CancellationToken cancellation)
    {
        ModelState.Clear();
        if (await FindAsync(id, personId) is not { } found)
        {
            return NotFound();
        }

        if (await RowAsync(found, cancellation) is { } row)
        {
            (StartsOn, EndsOn, Reason) = (row.StartsOn, row.EndsOn, row.Reason);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string personId, [FromForm] bool take, CancellationToken cancellation)
    {
        if (await FindAsync(id, personId) is not { } found)
        {
            return NotFound();
        }

        if (RoleName == Role.Administrator && !User.IsInRole(Role.Administrator))
        {
            // Who may give roles must not be able to become an administrator.
            return Forbid();
        }

        await RowAsync(found, cancellation);
        if (!take && EndsOn < StartsOn)
        {
            ModelState.AddModelError(nameof(EndsOn), "Last day must be the same as or after the first day");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = take
            ? await assigning.TakeAsync(found.Role, found.Person, Reason?.Trim() ?? "", cancellation)
            : await assigning.GiveAsync(found.Role, found.Person, StartsOn, EndsOn, Reason?.Trim() ?? "", cancellation);
        if (outcome == AssigningOutcome.LastAdministrator)
        {
            ModelState.AddModelError(take ? "" : nameof(EndsOn), LastAdministrator.Refusal);
            return Page();
        }

        TempData[PageFrame.Message] = (outcome, take) switch
        {
            (AssigningOutcome.Unchanged, true) => $"{PersonName} did not have the role {RoleName} any more",
            (AssigningOutcome.Unchanged, false) => "Nothing was changed",
            (_, true) => $"{PersonName} no longer has the role {RoleName} by name",
            _ => $"{PersonName} has the role {RoleName}",
        };
        return LocalRedirect($"~/admin/roles/{RoleId}/people");
    }

    private async Task<(Role Role, Person Person)?> FindAsync(string id, string personId)
    {
        if (await roles.FindByIdAsync(id) is not { } role || await users.FindByIdAsync(personId) is not { } person)
        {
            return null;
        }

        (RoleId, RoleName, PersonId) = (role.Id, role.Name!, person.Id);
        PersonName = person.FullName.Length > 0 ? person.FullName : person.UserName!;
        return (role, person);
    }

    private async Task<RoleAssignment?> RowAsync((Role Role, Person Person) found, CancellationToken cancellation)
    {
        var row = await db.UserRoles.AsNoTracking().SingleOrDefaultAsync(row => row.UserId == found.Person.Id && row.RoleId == found.Role.Id, cancellation);
        How = row is null ? null : RoleWords.OfAssignment(row);
        return row;
    }
}
