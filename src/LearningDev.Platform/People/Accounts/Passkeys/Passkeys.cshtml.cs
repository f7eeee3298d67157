using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.People.Accounts.Confirming;
using LearningDev.Platform.People.Accounts.SecondFactors;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Accounts.Passkeys;

[BeforeSecondFactor]
[RecentConfirmation]
internal sealed class PasskeysModel(
    UserManager<Person> users, PasskeyService passkeys, SecondFactorService secondFactors, SessionService sessions, Visitor visitor, DateWords dates) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter a name for the passkey")]
    [StringLength(PasskeyService.LongestName, ErrorMessage = "Name of the passkey must be 60 characters or fewer")]
    public string Name { get; set; } = "";

    public IReadOnlyList<PasskeyLine> Passkeys { get; private set; } = [];

    public bool MayAdd => Passkeys.Count < PasskeyService.Most;

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        Name = visitor.Device;
        await ShowAsync(await PersonAsync());
    }

    public async Task<IActionResult> OnPostAsync(string? credential)
    {
        var person = await PersonAsync();
        if (ModelState.IsValid && (string.IsNullOrEmpty(credential) || !await passkeys.AddAsync(person, Name.Trim(), credential)))
        {
            ModelState.AddModelError(nameof(Name), "The passkey could not be added. Try again");
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(person);
            return Page();
        }

        await sessions.LiftAsync(HttpContext.Features.GetRequiredFeature<CurrentSession>());
        TempData[PageFrame.Message] = "The passkey is added";
        return LocalRedirect((await secondFactors.OfAsync(person)).RecoveryCodes == 0 ? "~/account/recovery-codes" : "~/account/passkeys");
    }

    private async Task ShowAsync(Person person)
    {
        List<PasskeyLine> lines = [];
        foreach (var passkey in await passkeys.ListAsync(person))
        {
            lines.Add(new PasskeyLine(PasskeyService.IdOf(passkey), passkey.Name ?? "Passkey", await dates.DayAsync(passkey.CreatedAt.UtcDateTime)));
        }

        Passkeys = lines;
    }

    private async Task<Person> PersonAsync() => await users.SignedInAsync(User);
}

/// <summary>A passkey as the list shows it.</summary>
internal sealed record PasskeyLine(string Id, string Name, string AddedOn);
