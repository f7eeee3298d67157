using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.People.Accounts.SecondFactors;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.SignIn;

[AllowAnonymous]
internal sealed class CodeModel(SignInService signIn, SecondStep secondStep, SecondFactorService secondFactors, ISettings settings) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter a code")]
    [StringLength(40, ErrorMessage = "The code must be 40 characters or fewer")]
    public string Code { get; set; } = "";

    [BindProperty]
    public bool Remember { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool HasAuthenticator { get; private set; }

    public bool HasPasskeys { get; private set; }

    public bool MayRemember { get; private set; }

    public int RememberDays { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear();
        return await ReadAsync() ? Page() : Again();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
        {
            return Again();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        switch (await signIn.TakeCodeAsync(Code, Remember, HttpContext.Connection.RemoteIpAddress?.ToString()))
        {
            case SignInOutcome.SignedIn:
                return LocalRedirect(ReturnUrl!);
            case SignInOutcome.Expired:
                return Again();
            case SignInOutcome.TooManyAttempts:
                Response.StatusCode = StatusCodes.Status429TooManyRequests;
                ModelState.AddModelError(nameof(Code), "There have been too many attempts. Wait a minute and try again");
                return Page();
            case SignInOutcome.LockedOut:
                ModelState.AddModelError(nameof(Code), LockedWords.Of(await settings.GetAsync<AccountSettings>()));
                return Page();
            default:
                ModelState.AddModelError(nameof(Code), "The code is not right, or was used before. Codes of the app change every 30 seconds: enter the one it shows now");
                return Page();
        }
    }

    private async Task<bool> ReadAsync()
    {
        ReturnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/");
        if (await secondStep.FindAsync() is not { } person)
        {
            return false;
        }

        var state = await secondFactors.OfAsync(person);
        var rules = await settings.GetAsync<AccountSettings>();
        (HasAuthenticator, HasPasskeys) = (state.HasAuthenticator, state.Passkeys > 0);
        (MayRemember, RememberDays) = (rules.MayRememberBrowsers, rules.RememberDays);
        return true;
    }

    private LocalRedirectResult Again() => LocalRedirect("/sign-in?expired=true");
}
