using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.People.Accounts.Passwords;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People.Accounts.Resetting;

[AllowAnonymous]
internal sealed class ResetModel(PasswordResets resets, PasswordRules rules) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter a new password")]
    public string Password { get; set; } = "";

    public string? UserName { get; private set; }

    public string Hint { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear();
        return await FindAsync() is null ? Expired() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } person)
        {
            return Expired();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            if (await resets.ResetAsync(person, Token!, Password) is { } fault)
            {
                ModelState.AddModelError(nameof(Password), fault);
                return Page();
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            return Expired();
        }

        TempData[PageFrame.Message] = "You have a new password. Sign in with it";
        return LocalRedirect("~/sign-in");
    }

    private async Task<Person?> FindAsync()
    {
        Hint = PasswordHint.Of(await rules.FewestAsync());
        var person = string.IsNullOrEmpty(Token) ? null : await resets.FindAsync(Token);
        UserName = person?.UserName;
        return person;
    }

    private LocalRedirectResult Expired() => LocalRedirect("~/sign-in/forgotten?expired=true");
}
