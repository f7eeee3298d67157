using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Web.Setup.Opening;

[AllowAnonymous]
internal sealed class CodeModel(SetupCodes codes, SetupThrottle throttle, SetupVisit visit) : PageModel
{
    [BindProperty, Display(Name = "Set-up code"), Required(ErrorMessage = "Enter the set-up code")]
    [StringLength(100, ErrorMessage = "The set-up code has 20 letters")]
    public string Code { get; set; } = "";

    public IActionResult OnGet() => visit.Answers is { } answers ? LocalRedirect(SetupSteps.Next(answers).Path) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!throttle.Allows(HttpContext.Connection.RemoteIpAddress?.ToString()))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError(nameof(Code), "There have been too many attempts. Wait a minute and try again");
            return Page();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!await codes.UseAsync(Code, cancellation))
        {
            ModelState.AddModelError(nameof(Code), "The code is not right, or it has been used or has expired. Look for the newest one on the console");
            return Page();
        }

        return visit.GoOn(new SetupAnswers());
    }
}
