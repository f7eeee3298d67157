using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Events;
using LearningDev.Platform.People.Accounts.History;
using LearningDev.Platform.People.Accounts.Resetting;
using LearningDev.Platform.People.Accounts.SecondFactors;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Accounts.Administering;

[RequiresPermission("ManageAccounts"), RecordsReading("Account of a person")]
internal sealed class PersonAccountModel(
    UserManager<Person> users, AccountAdministration administration, AccountFinder finder, SecondFactorService secondFactors, SessionService sessions,
    PasswordResets resets, Lockouts lockouts, AttemptReader attempts, DateWords dates) : PageModel, IReadingSubject
{
    /// <inheritdoc />
    public AuditSubject? ReadingSubject => Person is null ? null : new AuditSubject("Person", Person.Id, Name);

    public Person Person { get; private set; } = null!;

    public string Name => Person.FullName.Length > 0 ? Person.FullName : Person.UserName!;

    public AccountState State { get; private set; }

    public string? LockedUntil { get; private set; }

    public SecondFactorState Factors { get; private set; } = null!;

    public int Sessions { get; private set; }

    public AttemptPage Attempts { get; private set; } = null!;

    public bool AreLettersOffered => resets.AreOffered;

    public bool MayBeSent => AreLettersOffered && !string.IsNullOrEmpty(Person.Email) && State is not (AccountState.Disabled or AccountState.Left or AccountState.NotBegun);

    public string SecondStep => string.Join(", ", new[]
    {
        Factors.HasAuthenticator ? "An authenticator app" : "",
        Factors.Passkeys switch { 0 => "", 1 => "1 passkey", var count => $"{count} passkeys" },
        Factors.HasAny ? $"{Factors.RecoveryCodes} recovery codes" : "None",
        Factors.IsNeeded ? "needed by a role" : "",
    }.Where(text => text.Length > 0));

    public async Task<IActionResult> OnGetAsync(string id, long? before, CancellationToken cancellation)
    {
        // An address that was cut short shows the newest attempts rather than an error.
        ModelState.Clear();
        return await users.FindByIdAsync(id) is { } person ? await ShowAsync(person, before, cancellation) : NotFound();
    }

    public Task<IActionResult> OnPostSendAsync(string id) => DoAsync(id, async person => resets.AreOffered && await resets.SendAsync(person)
        ? "A letter is on its way"
        : $"No letter was sent: the person may not sign in, or has had {PasswordResets.LettersAnHour} letters in the last hour");

    public Task<IActionResult> OnPostUnlockAsync(string id) =>
        DoAsync(id, async person => await administration.UnlockAsync(person) ? "The account is unlocked" : "The account was not locked");

    public Task<IActionResult> OnPostEndAsync(string id) =>
        DoAsync(id, async person => await sessions.EndAllAsync(person, except: null, "By an administrator") > 0 ? "The person is signed out everywhere" : "The person was not signed in");

    private async Task<IActionResult> DoAsync(string id, Func<Person, Task<string>> act)
    {
        if (await users.FindByIdAsync(id) is not { } person)
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = await act(person);
        return LocalRedirect($"~/admin/people/{person.Id}");
    }

    private async Task<PageResult> ShowAsync(Person person, long? before, CancellationToken cancellation)
    {
        Person = person;
        State = await finder.StateOfAsync(person, cancellation);
        LockedUntil = await lockouts.LockedUntilAsync(person.UserName!, cancellation) is { } until ? await dates.MomentAsync(until) : null;
        Factors = await secondFactors.OfAsync(person, cancellation);
        Sessions = await sessions.CountAsync(person.Id, cancellation);
        Attempts = await attempts.ReadAsync(person.Id, before, Url.Content($"~/admin/people/{person.Id}"), cancellation);
        return Page();
    }
}
