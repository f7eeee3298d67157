using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.People.Accounts.Resetting;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Members;

/// <summary>An account that is to be made for a new member.</summary>
/// <param name="GivenName">The given name.</param>
/// <param name="FamilyName">The family name.</param>
/// <param name="Email">The email address, which is the user name too.</param>
internal sealed record NewAccount(string GivenName, string FamilyName, string Email)
{
    public const int NameLength = 100;
    public const int EmailLength = 200;

    public string FullName => $"{GivenName} {FamilyName}".Trim();
}

/// <summary>Makes accounts for new members, and invites them to choose a password.</summary>
internal sealed partial class MemberAccounts(PortalDb db, PeopleImport people, AccountInvitations invitations, ISettings settings, WorkingCalendar calendar)
{
    /// <summary>What is wrong with an account that is to be made, without whether there is one already; the keys are the names of its properties.</summary>
    public static IEnumerable<MemberFault> FaultsOf(NewAccount account)
    {
        if (account.GivenName.Length is 0 or > NewAccount.NameLength)
        {
            yield return new(nameof(NewAccount.GivenName), account.GivenName.Length == 0 ? "Enter the given name" : $"Given name must be {NewAccount.NameLength} characters or fewer");
        }

        if (account.FamilyName.Length is 0 or > NewAccount.NameLength)
        {
            yield return new(nameof(NewAccount.FamilyName), account.FamilyName.Length == 0 ? "Enter the family name" : $"Family name must be {NewAccount.NameLength} characters or fewer");
        }

        if (account.Email.Length is 0 or > NewAccount.EmailLength || !new EmailAddressAttribute().IsValid(account.Email))
        {
            yield return new(nameof(NewAccount.Email), account.Email.Length == 0 ? "Enter the email address" : "Enter an email address in the right form, for example name@example.org");
        }
    }

    /// <summary>Those of the addresses for which no account can be made, because somebody has the address or its user name, with the name of who that is.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TakenAsync(IEnumerable<string> emails, CancellationToken cancellation)
    {
        var wanted = emails.Distinct(StringComparer.OrdinalIgnoreCase).Select(email => (Email: email, Address: email.ToUpperInvariant(), UserName: UserNameOf(email).ToUpperInvariant())).ToList();
        List<string> words = [.. wanted.SelectMany(one => new[] { one.Address, one.UserName }).Distinct()];
        var people = words.Count == 0 ? [] : await db.Users.AsNoTracking().Where(person => words.Contains(person.NormalizedEmail!) || words.Contains(person.NormalizedUserName!)).ToListAsync(cancellation);
        return wanted.Select(one => (one.Email, Person: people.Find(person => person.NormalizedEmail == one.Address || person.NormalizedUserName == one.UserName)))
            .Where(pair => pair.Person is not null).ToDictionary(pair => pair.Email, pair => pair.Person!.FullName, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Makes accounts, each with the job title of its kind of member. Those who are new cannot do anything until a role is given to them.</summary>
    /// <returns>The ids of the people, by email address.</returns>
    /// <exception cref="ImportException">An account is refused.</exception>
    public async Task<IReadOnlyDictionary<string, string>> MakeAsync(IReadOnlyCollection<(NewAccount Account, TermKind Kind)> accounts, CancellationToken cancellation)
    {
        var own = await settings.GetAsync<MembersSettings>(cancellation);
        var today = await calendar.TodayAsync();
        var unit = own.Unit.Length > 0 && await db.Units.AnyAsync(row => row.Code == own.Unit, cancellation) ? own.Unit : null;
        var levels = (await settings.GetAsync<PeopleSettings>(cancellation)).RoleLevels;
        Dictionary<string, string> made = new(StringComparer.OrdinalIgnoreCase);
        List<PersonRecord> records = [.. accounts.Select(one => new PersonRecord
        {
            UserName = UserNameOf(one.Account.Email),
            Email = one.Account.Email,
            GivenName = one.Account.GivenName,
            FamilyName = one.Account.FamilyName,
            JobTitle = MemberWords.Of(one.Kind),
            RoleLevel = levels.Exists(level => level.Key == own.RoleLevel) ? own.RoleLevel : "",
            Unit = unit,
            StartsOn = today,
        })];
        await people.ImportPeopleAsync(records, (person, _) => made[person.Email!] = person.Id, cancellation);
        return made;
    }

    /// <summary>Sends the link by which the person chooses a password.</summary>
    /// <returns>True when a letter is on its way.</returns>
    public Task<bool> InviteAsync(string personId) => invitations.InviteAsync(personId);

    private static string UserNameOf(string email) => NotInUserNames().Replace(email, "");

    // What ASP.NET Core Identity does not allow in user names.
    [GeneratedRegex("[^a-zA-Z0-9@.\\-_+]")]
    private static partial Regex NotInUserNames();
}
