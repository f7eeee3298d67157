using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.People.Accounts.SecondFactors;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Accounts.Administering;

[RequiresPermission("ManageAccounts")]
internal sealed class RemoveSecondFactorModel(UserManager<Person> users, SecondFactorService secondFactors, AccountAdministration administration) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter a reason")]
    [StringLength(300, ErrorMessage = "Reason must be 300 characters or fewer")]
    public string Reason { get; set; } = "";

    public string PersonId { get; private set; } = "";

    public string Name { get; private set; } = "";

    public bool HasAny { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        ModelState.Clear();
        return await FindAsync(id) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (await FindAsync(id) is not { } person)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData[PageFrame.Message] = await administration.RemoveSecondFactorAsync(person, Reason.Trim()) ? "The second step is removed" : "There was no second step any more";
        return LocalRedirect($"~/admin/people/{person.Id}");
    }

    private async Task<Person?> FindAsync(string id)
    {
        var person = await users.FindByIdAsync(id);
        if (person is not null)
        {
            (PersonId, Name) = (person.Id, person.FullName.Length > 0 ? person.FullName : person.UserName!);
            HasAny = (await secondFactors.OfAsync(person)).HasAny;
        }

        return person;
    }
}
