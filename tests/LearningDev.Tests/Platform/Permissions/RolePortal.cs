using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Platform.Permissions;

/// <summary>Short ways to what tests of roles ask again and again.</summary>
internal static class RolePortal
{
    public static async Task<string> RoleIdAsync(this PortalHost portal, string name) =>
        await portal.ReadAsync(db => db.Roles.Where(role => role.Name == name).Select(role => role.Id).SingleAsync());

    public static async Task<T> ReadAsync<T>(this PortalHost portal, Func<PortalDb, Task<T>> read)
    {
        await using var scope = portal.Scope();
        return await read(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    public static Task<Person> PersonAsync(this PortalDb db, string userName) => db.Users.SingleAsync(person => person.UserName == userName);

    public static Task<Role> RoleAsync(this PortalDb db, string name) => db.Roles.SingleAsync(role => role.Name == name);

    /// <summary>The last event in the audit of a kind.</summary>
    public static Task<string?> LastSummaryAsync(this PortalHost portal, string kind) => portal.ReadAsync(db =>
        db.AuditEntries.Where(row => row.Event == kind).OrderByDescending(row => row.Id).Select(row => row.Summary).FirstOrDefaultAsync());
}
