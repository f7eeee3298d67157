using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.SignIn;

[AllowAnonymous]
internal sealed class SignInModel(SignInService signIn, ISettings settings) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter your user name")]
    [StringLength(256, ErrorMessage = "User name must be 256 characters or fewer")]
    public string UserName { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Enter your password")]
    [StringLength(400, ErrorMessage = "Password must be 200 characters or fewer")]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>True when the second step took too long.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Expired { get; set; }

    /// <summary>True when a form was sent after the sign-in had ended, and is kept.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Kept { get; set; }

    public IActionResult OnGet()
    {
        Keep();
        return User.Identity?.IsAuthenticated == true ? LocalRedirect(ReturnUrl!) : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Keep();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        switch (await signIn.SignInAsync(UserName, Password, HttpContext.Connection.RemoteIpAddress?.ToString()))
        {
            case SignInOutcome.SignedIn:
                return LocalRedirect(ReturnUrl!);
            case SignInOutcome.NeedsSecondStep:
                return LocalRedirect("/sign-in/code" + new QueryBuilder { { "returnUrl", ReturnUrl! } });
            case SignInOutcome.TooManyAttempts:
                Response.StatusCode = StatusCodes.Status429TooManyRequests;
                ModelState.AddModelError(nameof(UserName), "There have been too many attempts to sign in. Wait a minute and try again");
                return Page();
            case SignInOutcome.LockedOut:
                ModelState.AddModelError(nameof(UserName), LockedWords.Of(await settings.GetAsync<AccountSettings>()));
                return Page();
            default:
                ModelState.AddModelError(nameof(UserName), "The user name or password is not right, or the account is not in use");
                return Page();
        }
    }

    private void Keep() => ReturnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/");
}

/// <summary>How a lock is told.</summary>
internal static class LockedWords
{
    public static string Of(AccountSettings rules) =>
        $"This account is locked for {(rules.LockMinutes == 1 ? "1 minute" : $"{rules.LockMinutes} minutes")} after too many wrong passwords or codes. Try again later";
}
