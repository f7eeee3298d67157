using LearningDev.Platform.People.Accounts.Confirming;
using LearningDev.Platform.People.Accounts.SecondFactors;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Accounts.Recovery;

[RecentConfirmation]
internal sealed class CodesModel(UserManager<Person> users, SecondFactorService secondFactors, RecoveryCodes codes) : PageModel
{
    private const string Made = "RecoveryCodes";

    /// <summary>Codes that have just been made.</summary>
    public IReadOnlyList<string> New { get; private set; } = [];

    public SecondFactorState Factors { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        // They come once, in the sealed cookie of messages; opening the page again shows them no more.
        New = TempData[Made] is string made ? made.Split(' ') : [];
        Response.Headers.CacheControl = "no-store";
        Factors = await secondFactors.OfAsync(await PersonAsync(), cancellation);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var person = await PersonAsync();
        if (await secondFactors.OfAsync(person) is { HasAny: false })
        {
            return BadRequest();
        }

        TempData[Made] = string.Join(' ', await codes.MakeAsync(person));
        return LocalRedirect("~/account/recovery-codes");
    }

    private async Task<Person> PersonAsync() => await users.SignedInAsync(User);
}
