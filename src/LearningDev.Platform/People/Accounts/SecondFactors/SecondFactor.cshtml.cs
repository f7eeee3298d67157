using LearningDev.Platform.People.Accounts.AuthenticatorApp;
using LearningDev.Platform.People.Accounts.Confirming;
using LearningDev.Platform.People.Accounts.Recovery;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Accounts.SecondFactors;

[BeforeSecondFactor]
[RecentConfirmation]
internal sealed class SecondFactorModel(
    UserManager<Person> users, PortalSignInManager signIn, SecondFactorService secondFactors, Authenticators authenticators, RecoveryCodes recoveryCodes, DateWords dates) : PageModel
{
    public SecondFactorState Factors { get; private set; } = null!;

    public bool MustSetUp { get; private set; }

    public string AddedOn { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var person = await users.SignedInAsync(User);
        Factors = await secondFactors.OfAsync(person, cancellation);
        MustSetUp = HttpContext.Features.GetRequiredFeature<CurrentSession>().MustSetUp;
        AddedOn = Factors.AuthenticatorAddedUtc is { } added ? await dates.DayAsync(added) : "";
    }

    /// <summary>Removes the app, unless it is the only second factor of somebody who needs one.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var person = await users.SignedInAsync(User);
        var state = await secondFactors.OfAsync(person);
        if (state is { IsNeeded: true, Passkeys: 0 })
        {
            return BadRequest();
        }

        if (await authenticators.RemoveAsync(person))
        {
            if (state.Passkeys == 0)
            {
                await recoveryCodes.ForgetAsync(person);
            }

            await signIn.RefreshSignInAsync(person);
            TempData[PageFrame.Message] = "The authenticator app is removed";
        }

        return LocalRedirect("~/account/second-factor");
    }
}
