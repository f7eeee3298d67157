using LearningDev.Platform.People.Accounts.History;
using LearningDev.Platform.People.Accounts.SecondFactors;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Accounts;

internal sealed class AccountModel(
    UserManager<Person> users, SecondFactorService secondFactors, SessionService sessions, SignInHistory history, DateWords dates) : PageModel
{
    public Person Person { get; private set; } = null!;

    public SecondFactorState Factors { get; private set; } = null!;

    public int Sessions { get; private set; }

    public string LastSignIn { get; private set; } = "";

    public string SecondStep => (Factors.HasAuthenticator, Factors.Passkeys > 0, Factors.IsNeeded) switch
    {
        (true, _, _) => "An authenticator app",
        (false, true, true) => "A passkey",
        _ => "None",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await users.GetUserAsync(User) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        Factors = await secondFactors.OfAsync(person, cancellation);
        Sessions = await sessions.CountAsync(person.Id, cancellation);
        LastSignIn = (await history.ListAsync(person.Id, before: null, 1, cancellation)) is [var last, ..]
            ? $"Last on {await dates.MomentAsync(last.OccurredUtc)}{(last.Outcome == AttemptOutcome.SignedIn ? "" : ", refused")}"
            : "";
        return Page();
    }
}
