using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Accounts.Administering;

[RequiresPermission("ManageAccounts")]
internal sealed class UseModel(UserManager<Person> users, AccountAdministration administration) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter a reason")]
    [StringLength(300, ErrorMessage = "Reason must be 300 characters or fewer")]
    public string Reason { get; set; } = "";

    public string PersonId { get; private set; } = "";

    public string Name { get; private set; } = "";

    public bool IsDisabled { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        ModelState.Clear();
        return await FindAsync(id) is null ? NotFound() : Page();
    }

    /// <summary>Does what the form said, even if somebody else has done it meanwhile.</summary>
    public async Task<IActionResult> OnPostAsync(string id, bool disable)
    {
        if (await FindAsync(id) is not { } person)
        {
            return NotFound();
        }

        if (ModelState.IsValid && disable && !await administration.DisableAsync(person, Reason.Trim()))
        {
            ModelState.AddModelError(nameof(Reason), LastAdministrator.Refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!disable)
        {
            await administration.EnableAsync(person, Reason.Trim());
        }

        TempData[PageFrame.Message] = disable ? "The account is disabled" : "The account is in use again";
        return LocalRedirect($"~/admin/people/{person.Id}");
    }

    private async Task<Person?> FindAsync(string id)
    {
        var person = await users.FindByIdAsync(id);
        if (person is not null)
        {
            (PersonId, Name, IsDisabled) = (person.Id, person.FullName.Length > 0 ? person.FullName : person.UserName!, person.DisabledUtc is not null);
        }

        return person;
    }
}
