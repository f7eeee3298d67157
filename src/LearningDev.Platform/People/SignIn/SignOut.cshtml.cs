using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.SignIn;

[AllowAnonymous]
internal sealed class SignOutModel(SignInService signIn, CurrentPerson person) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync(person);
        return LocalRedirect("/sign-in");
    }
}
