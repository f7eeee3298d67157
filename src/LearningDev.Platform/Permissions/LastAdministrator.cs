using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions;

/// <summary>Keeps a portal from being left without anybody who may administer it and can sign in.</summary>
public sealed class LastAdministrator(PortalDb db, DateWords dates, TimeProvider time)
{
    /// <summary>What is said when something would leave nobody.</summary>
    public const string Refusal = "This is the last administrator who can sign in. Give somebody else the role Administrator, or let them sign in again, before you do this";

    /// <summary>True when nobody could administer the portal any more if this person could not sign in or did not have the role.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<bool> IsAsync(string personId, CancellationToken cancellation = default)
    {
        var administrators = await AbleAsync();
        return await administrators.AnyAsync(person => person.Id == personId, cancellation)
            && !await administrators.AnyAsync(person => person.Id != personId, cancellation);
    }

    /// <summary>True when somebody can administer the portal, as far as this transaction has changed it.</summary>
    public async Task<bool> IsThereOneAsync(CancellationToken cancellation = default) => await (await AbleAsync()).AnyAsync(cancellation);

    // With the role, there today, not disabled, and with some way to sign in.
    private async Task<IQueryable<Person>> AbleAsync()
    {
        // The machine may keep another time than the council.
        var today = DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime));
        return db.Users.Where(person => person.DisabledUtc == null
            && (person.StartsOn == null || person.StartsOn <= today) && (person.LeavesOn == null || person.LeavesOn >= today)
            && db.UserRoles.Any(row => row.UserId == person.Id && db.Roles.Any(role => role.Id == row.RoleId && role.Name == Role.Administrator))
            && (person.PasswordHash != null || db.UserPasskeys.Any(row => row.UserId == person.Id) || db.UserLogins.Any(row => row.UserId == person.Id)));
    }
}
