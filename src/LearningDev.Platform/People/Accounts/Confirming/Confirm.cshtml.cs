using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Events;
using LearningDev.Platform.People.Accounts.SecondFactors;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.People.SignIn;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Accounts.Confirming;

[BeforeSecondFactor]
internal sealed class ConfirmModel(
    SignInService signIn, SessionService sessions, UserManager<Person> users, ISettings settings, IEvents events) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter your password")]
    [StringLength(400, ErrorMessage = "Password must be 200 characters or fewer")]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? UserName { get; private set; }

    public bool HasPassword { get; private set; }

    private string? Address => HttpContext.Connection.RemoteIpAddress?.ToString();

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        await ReadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var person = await ReadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        switch (await signIn.ConfirmAsync(person, Password, Address))
        {
            case SignInOutcome.SignedIn:
                return await GoOnAsync(person);
            case SignInOutcome.TooManyAttempts:
                Response.StatusCode = StatusCodes.Status429TooManyRequests;
                ModelState.AddModelError(nameof(Password), "There have been too many attempts. Wait a minute and try again");
                return Page();
            case SignInOutcome.LockedOut:
                ModelState.AddModelError(nameof(Password), LockedWords.Of(await settings.GetAsync<AccountSettings>()));
                return Page();
            default:
                ModelState.AddModelError(nameof(Password), "The password is not right");
                return Page();
        }
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        ModelState.Clear();
        var person = await ReadAsync();
        if (!string.IsNullOrEmpty(credential) && (await signIn.FindByPasskeyAsync(credential))?.Id == person.Id)
        {
            return await GoOnAsync(person);
        }

        ModelState.AddModelError("", "This is not a passkey of your account. Try again");
        return Page();
    }

    private async Task<LocalRedirectResult> GoOnAsync(Person person)
    {
        await sessions.ConfirmAsync(HttpContext.Features.GetRequiredFeature<CurrentSession>());
        await events.PublishAsync(new SignInConfirmed(person.Id, person.FullName));
        return LocalRedirect(ReturnUrl!);
    }

    private async Task<Person> ReadAsync()
    {
        ReturnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/account");
        var person = await users.SignedInAsync(User);
        (UserName, HasPassword) = (person.UserName, person.PasswordHash is not null);
        return person;
    }
}
