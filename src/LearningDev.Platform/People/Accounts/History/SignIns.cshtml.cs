using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Accounts.History;

internal sealed class SignInsModel(AttemptReader attempts, CurrentPerson person) : PageModel
{
    public AttemptPage Attempts { get; private set; } = null!;

    public async Task OnGetAsync(long? before, CancellationToken cancellation)
    {
        // An address that was cut short shows the newest rows rather than an error.
        ModelState.Clear();
        Attempts = await attempts.ReadAsync(person.Id!, before, Url.Content("~/account/sign-ins"), cancellation);
    }
}
