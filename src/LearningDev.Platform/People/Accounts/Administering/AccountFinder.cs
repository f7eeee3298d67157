using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People.Accounts.Administering;

/// <summary>The state of an account, the gravest first.</summary>
internal enum AccountState
{
    Disabled,
    Left,
    NotBegun,
    Locked,
    WithoutPassword,
    InUse,
}

/// <summary>An account as lists show it.</summary>
internal sealed record AccountLine(string Id, string Name, string Place, string UserName, AccountState State);

/// <summary>A page of accounts.</summary>
internal sealed record AccountList(IReadOnlyList<AccountLine> Lines, int Count, int Page, int Pages);

/// <summary>Finds accounts by name, those of people who have left too.</summary>
internal sealed class AccountFinder(PortalDb db, Lockouts lockouts, ISettings settings, DateWords dates, TimeProvider time)
{
    /// <summary>Finds accounts by the words of a name or address; all of them without words.</summary>
    public async Task<AccountList> FindAsync(string words, int page, CancellationToken cancellation)
    {
        var people = Colleagues.Called(db.Users.AsNoTracking(), Colleagues.WordsOf(words));
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var count = await people.CountAsync(cancellation);
        var pages = Math.Max(1, (count + size - 1) / size);
        var number = Math.Clamp(page, 1, pages);
        var rows = await people.OrderBy(person => person.FamilyName).ThenBy(person => person.GivenName).ThenBy(person => person.Id)
            .Skip((number - 1) * size).Take(size)
            .Select(person => new
            {
                Person = person,
                Unit = db.Units.Where(unit => unit.Id == person.UnitId).Select(unit => unit.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        var locked = await lockouts.LockedAsync([.. rows.Select(row => row.Person.UserName!)], cancellation);
        var today = await TodayAsync();
        return new AccountList(
            [.. rows.Select(row => new AccountLine(
                row.Person.Id,
                row.Person.FullName.Length > 0 ? row.Person.FullName : row.Person.UserName!,
                string.Join(", ", new[] { row.Person.JobTitle, row.Unit }.Where(text => !string.IsNullOrEmpty(text))),
                row.Person.UserName!,
                StateOf(row.Person, today, locked.Contains(row.Person.UserName!))))],
            count, number, pages);
    }

    /// <summary>The state of one account.</summary>
    public async Task<AccountState> StateOfAsync(Person person, CancellationToken cancellation) =>
        StateOf(person, await TodayAsync(), await lockouts.LockedUntilAsync(person.UserName!, cancellation) is not null);

    /// <summary>A state in words, with the colour of its tag.</summary>
    public static (string Text, string Colour) WordsOf(AccountState state) => state switch
    {
        AccountState.Disabled => ("Disabled", "red"),
        AccountState.Left => ("Has left", "grey"),
        AccountState.NotBegun => ("Not begun", "grey"),
        AccountState.Locked => ("Locked", "orange"),
        AccountState.WithoutPassword => ("No password", "yellow"),
        _ => ("In use", "green"),
    };

    private static AccountState StateOf(Person person, DateOnly today, bool isLocked) =>
        person.DisabledUtc is not null ? AccountState.Disabled
        : person.HasLeft(today) ? AccountState.Left
        : person.StartsOn > today ? AccountState.NotBegun
        : isLocked ? AccountState.Locked
        : person.PasswordHash is null ? AccountState.WithoutPassword
        : AccountState.InUse;

    private async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime));
}
