using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.People.Accounts.Confirming;
using LearningDev.Platform.People.SignIn;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Accounts.Passwords;

internal sealed class ChangePasswordModel(
    UserManager<Person> users, PasswordRules rules, PasswordChanging changing, SignInService signIn, ISettings settings) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter a new password")]
    public string Password { get; set; } = "";

    public string? UserName { get; private set; }

    public bool HasPassword { get; private set; }

    public string Hint { get; private set; } = "";

    // Who has no password proves by a passkey or a fresh sign-in who they are.
    private bool MustConfirm => !HasPassword && !RecentConfirmation.Is(HttpContext, RecentConfirmation.WhenChanging);

    public async Task<IActionResult> OnGetAsync()
    {
        await ReadAsync();
        return MustConfirm ? Confirm() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var person = await ReadAsync();
        if (MustConfirm)
        {
            return Confirm();
        }

        if (HasPassword && string.IsNullOrEmpty(Current))
        {
            ModelState.AddModelError(nameof(Current), "Enter the password until now");
        }

        if (!ModelState.IsValid || (HasPassword && !await IsRightAsync(person)))
        {
            return Page();
        }

        if (await changing.ChangeAsync(person, Password) is { } fault)
        {
            ModelState.AddModelError(nameof(Password), fault);
            return Page();
        }

        TempData[PageFrame.Message] = "Your password is changed";
        return LocalRedirect("~/account");
    }

    private LocalRedirectResult Confirm() => LocalRedirect("~/account/confirm?returnUrl=/account/password");

    private async Task<bool> IsRightAsync(Person person)
    {
        var outcome = await signIn.ConfirmAsync(person, Current!, HttpContext.Connection.RemoteIpAddress?.ToString());
        if (outcome == SignInOutcome.TooManyAttempts)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }

        if (outcome != SignInOutcome.SignedIn)
        {
            ModelState.AddModelError(nameof(Current), outcome switch
            {
                SignInOutcome.LockedOut => LockedWords.Of(await settings.GetAsync<AccountSettings>()),
                SignInOutcome.TooManyAttempts => "There have been too many attempts. Wait a minute and try again",
                _ => "The password until now is not right",
            });
        }

        return outcome == SignInOutcome.SignedIn;
    }

    private async Task<Person> ReadAsync()
    {
        var person = await users.SignedInAsync(User);
        (UserName, HasPassword) = (person.UserName, person.PasswordHash is not null);
        Hint = PasswordHint.Of(await rules.FewestAsync());
        return person;
    }
}
