using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.People.Accounts.AuthenticatorApp;
using LearningDev.Platform.People.Accounts.Recovery;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Platform.People.Accounts;

/// <summary>A portal for tests of accounts: people can be added, and their letters read.</summary>
public class AccountsPortal : PortalHost
{
    public const string Password = "plum-harbour-seventeen";

    protected override void Configuration(IDictionary<string, string?> settings) => settings["SignIn:AttemptsPerUserName"] = "1000";

    /// <summary>Adds a person with a password.</summary>
    internal async Task<Person> AddAsync(string userName, string? role = null, Action<Person>? change = null)
    {
        await using var scope = Scope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = new Person { UserName = userName, Email = $"{userName}@northbourne.example", GivenName = "Robin", FamilyName = "Ashdown", EmailConfirmed = true };
        change?.Invoke(person);
        (await users.CreateAsync(person, Password)).OrThrow();
        (await users.AddToRoleAsync(person, "Employee")).OrThrow();
        if (role is not null)
        {
            (await users.AddToRoleAsync(person, role)).OrThrow();
        }

        return person;
    }

    /// <summary>Sets up an authenticator app for a person.</summary>
    /// <returns>The key.</returns>
    internal async Task<string> AddAuthenticatorAsync(Person person)
    {
        var key = Totp.NewKey();
        await DoAsync(async services =>
        {
            var known = (await services.GetRequiredService<UserManager<Person>>().FindByIdAsync(person.Id))!;
            // A code of a minute ago, so that those of now are not used up.
            services.GetRequiredService<PortalDb>().Add(new Authenticator
            {
                PersonId = person.Id,
                Key = services.GetRequiredService<KeysAtRest>().Seal(person.Id, key),
                AddedUtc = Clock.GetUtcNow().UtcDateTime,
                LastStep = Totp.StepAt(Clock.GetUtcNow().UtcDateTime) - 2,
            });
            (await services.GetRequiredService<UserManager<Person>>().SetTwoFactorEnabledAsync(known, true)).OrThrow();
        });
        return key;
    }

    /// <summary>Makes recovery codes for a person.</summary>
    internal async Task<IReadOnlyList<string>> AddCodesAsync(Person person)
    {
        IReadOnlyList<string> codes = [];
        await DoAsync(async services => codes = await services.GetRequiredService<RecoveryCodes>().MakeAsync(person));
        return codes;
    }

    /// <summary>The code that an app with the key shows now.</summary>
    internal string CodeOf(string key, int steps = 0) => Totp.CodeOf(key, Totp.StepAt(Clock.GetUtcNow().UtcDateTime) + steps);

    /// <summary>Changes the rules for accounts.</summary>
    internal Task RuleAsync(Action<AccountSettings> change) => DoAsync(async services =>
    {
        var settings = services.GetRequiredService<ISettings>();
        var rules = await settings.GetAsync<AccountSettings>();
        change(rules);
        await settings.SaveAsync(rules);
    });

    /// <summary>Does something with the portal's services, in a transaction.</summary>
    internal async Task DoAsync(Func<IServiceProvider, Task> act)
    {
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await act(scope.ServiceProvider);
        await transaction.CommitAsync();
    }

    /// <summary>Reads something from the database.</summary>
    internal async Task<T> ReadAsync<T>(Func<PortalDb, Task<T>> read)
    {
        await using var scope = Scope();
        return await read(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    /// <summary>The summaries of the audit about a person, the oldest first.</summary>
    internal Task<List<string>> AuditAsync(string name, string personId) =>
        ReadAsync(db => db.AuditEntries.Where(row => row.Event == name && row.SubjectId == personId).OrderBy(row => row.Id).Select(row => row.Data).ToListAsync());

    /// <summary>The letters to a person that are in the outbox, the oldest first.</summary>
    internal async Task<IReadOnlyList<SentLetter>> LettersAsync(Person person) => [.. (await this.SentLettersAsync()).Where(letter => letter.To == person.Email)];

    /// <summary>Gives user name and password on the sign-in page.</summary>
    internal static async Task<HttpResponseMessage> GivePasswordAsync(HttpClient client, string userName, string password = Password) => await client.SubmitAsync(
        (await client.GetPageAsync("/sign-in")).Form("/sign-in"), ("UserName", userName), ("Password", password));

    /// <summary>A browser in which the person is signed in with the password.</summary>
    internal async Task<HttpClient> SignedInWithPasswordAsync(string userName, string password = Password)
    {
        var client = SignedOut();
        using var answer = await GivePasswordAsync(client, userName, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/");
        return client;
    }

    /// <summary>The form that goes to a handler of the page.</summary>
    internal static IHtmlFormElement FormOf(IHtmlDocument page, string handler) =>
        page.Forms.First(form => form.GetAttribute("action")?.Contains($"handler={handler}", StringComparison.Ordinal) == true);

    /// <summary>The errors that the page lists.</summary>
    internal static IReadOnlyList<string> Errors(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim())];

    /// <summary>The message that the next page shows.</summary>
    internal static async Task<string> MessageAsync(HttpClient client, HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return (await client.GetPageAsync(answer.Headers.Location!.OriginalString)).QuerySelector(".govuk-notification-banner__heading")!.TextContent;
    }
}
