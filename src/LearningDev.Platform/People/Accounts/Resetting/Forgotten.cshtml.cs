using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.People.SignIn;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Accounts.Resetting;

[AllowAnonymous]
internal sealed class ForgottenModel(PasswordResets resets, SignInThrottle throttle, ISettings settings) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter your user name or email address")]
    [StringLength(256, ErrorMessage = "User name or email address must be 256 characters or fewer")]
    public string Name { get; set; } = "";

    /// <summary>True when a link was opened that is not good any more.</summary>
    public bool IsExpired { get; private set; }

    public bool IsSent { get; private set; }

    public bool IsOffered => resets.AreOffered;

    public int Hours { get; private set; }

    public SiteSettings Site { get; private set; } = null!;

    public async Task OnGetAsync(bool sent, bool expired)
    {
        (IsSent, IsExpired) = (sent, expired);
        await ReadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (!ModelState.IsValid || !IsOffered)
        {
            return Page();
        }

        if (!throttle.AllowsReset(HttpContext.Connection.RemoteIpAddress?.ToString()))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError(nameof(Name), "Too many letters have been asked for. Wait a minute and try again");
            return Page();
        }

        await resets.AskAsync(Name.Trim());
        return LocalRedirect("~/sign-in/forgotten?sent=true");
    }

    private async Task ReadAsync()
    {
        Site = await settings.GetAsync<SiteSettings>();
        Hours = (await settings.GetAsync<AccountSettings>()).ResetHours;
    }
}
