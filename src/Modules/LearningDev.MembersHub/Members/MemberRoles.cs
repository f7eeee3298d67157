using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions.Assigning;
using LearningDev.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Members;

/// <summary>
/// Gives people the portal's role Councillor or Co-opted member while their term lasts, and takes it when that is over. Whoever has never been a member in this module is left alone, so a council can begin with roles and record
/// terms later.
/// </summary>
internal sealed class MemberRoles(PortalDb db, RoleGiving giving, WorkingCalendar calendar)
{
    public const string Councillor = "Councillor";
    public const string CoOptedMember = "Co-opted member";

    private static readonly string[] Names = [Councillor, CoOptedMember];

    /// <summary>Brings the roles of people up to date with their terms.</summary>
    /// <param name="personIds">The people; null for everybody who has ever been a member.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many roles were given and taken.</returns>
    public async Task<int> RefreshAsync(IReadOnlyCollection<string>? personIds, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var terms = await db.MemberTerms.AsNoTracking().Where(term => personIds == null || personIds.Contains(term.PersonId))
            .Select(term => new { term.PersonId, term.Kind, term.From, term.Until }).ToListAsync(cancellation);
        List<string> ids = [.. terms.Select(term => term.PersonId).Distinct()];
        var held = (await db.UserRoles.Where(row => ids.Contains(row.UserId))
            .Join(db.Roles.Where(role => Names.Contains(role.Name)), row => row.RoleId, role => role.Id, (row, role) => new { row.UserId, role.Name }).ToListAsync(cancellation))
            .ToLookup(row => row.UserId, row => row.Name!);
        var users = await db.Users.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.UserName!, cancellation);
        var changed = 0;
        foreach (var person in terms.GroupBy(term => term.PersonId).Where(person => users.ContainsKey(person.Key)))
        {
            var wanted = person.Where(term => term.From <= today && (term.Until is null || term.Until >= today)).Select(term => term.Kind == TermKind.CoOpted ? CoOptedMember : Councillor).ToHashSet();
            foreach (var role in Names.Where(role => wanted.Contains(role) != held[person.Key].Contains(role)))
            {
                var gives = wanted.Contains(role);
                changed += await giving.ChangeAsync(users[person.Key], role, gives, gives ? "Their term in the Members Hub has begun" : "Their term in the Members Hub has ended", cancellation) ? 1 : 0;
            }
        }

        return changed;
    }
}

/// <summary>Gives and takes the roles of members whose terms began or ended since yesterday.</summary>
internal sealed class MemberRolesJob(PortalDb db, MemberRoles roles) : IScheduledJob
{
    public static readonly JobManifest Manifest = new("Roles of members", "Gives people the role of a councillor or co-opted member on the first day of their term, and takes it after the last.", "0 5 0 * * ?");

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var changed = await roles.RefreshAsync(null, cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return changed == 0 ? "" : changed == 1 ? "1 role changed" : $"{changed:#,0} roles changed";
    }
}
