using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.People.Accounts.Confirming;
using LearningDev.Platform.People.Accounts.SecondFactors;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Accounts.Passkeys;

[RecentConfirmation]
internal sealed class PasskeyModel(UserManager<Person> users, PasskeyService passkeys, SecondFactorService secondFactors) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter a name for the passkey")]
    [StringLength(PasskeyService.LongestName, ErrorMessage = "Name of the passkey must be 60 characters or fewer")]
    public string Name { get; set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>True when it is the only second factor of somebody who needs one.</summary>
    public bool IsLast { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        ModelState.Clear();
        if (await FindAsync(id) is not var (_, passkey))
        {
            return NotFound();
        }

        Name = passkey.Name ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (await FindAsync(id) is not var (person, passkey))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await passkeys.RenameAsync(person, passkey, Name.Trim());
        TempData[PageFrame.Message] = "The name is saved";
        return LocalRedirect("~/account/passkeys");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id)
    {
        ModelState.Clear();
        if (await FindAsync(id) is not var (person, passkey))
        {
            return NotFound();
        }

        if (!await passkeys.RemoveAsync(person, passkey))
        {
            return BadRequest();
        }

        TempData[PageFrame.Message] = "The passkey is removed";
        return LocalRedirect("~/account/passkeys");
    }

    private async Task<(Person Person, UserPasskeyInfo Passkey)?> FindAsync(string id)
    {
        var person = await users.SignedInAsync(User);
        if (await passkeys.FindAsync(person, id) is not { } passkey)
        {
            return null;
        }

        Title = passkey.Name ?? "Passkey";
        IsLast = await secondFactors.OfAsync(person) is { IsNeeded: true, HasAuthenticator: false, Passkeys: 1 };
        return (person, passkey);
    }
}
