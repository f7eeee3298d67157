using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.SignIn;

[AllowAnonymous]
internal sealed class WithPasskeyModel(SignInService signIn) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet()
    {
        Keep();
        return User.Identity?.IsAuthenticated == true ? LocalRedirect(ReturnUrl!) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? credential)
    {
        Keep();
        var outcome = string.IsNullOrEmpty(credential)
            ? SignInOutcome.Refused
            : await signIn.TakePasskeyAsync(credential, HttpContext.Connection.RemoteIpAddress?.ToString());
        if (outcome == SignInOutcome.SignedIn)
        {
            return LocalRedirect(ReturnUrl!);
        }

        if (outcome == SignInOutcome.TooManyAttempts)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", "There have been too many attempts to sign in. Wait a minute and try again");
        }
        else
        {
            ModelState.AddModelError("", "This passkey is not known here, or the account is not in use. Try again, or sign in with your password");
        }

        return Page();
    }

    private void Keep() => ReturnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/");
}
