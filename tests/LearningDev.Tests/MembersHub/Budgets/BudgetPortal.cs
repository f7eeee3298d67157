using LearningDev.MembersHub.Budgets;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.MembersHub.Budgets;

/// <summary>
/// The demonstration council on Tuesday 1 December 2026 with members of the test's own. Ruth Callaghan ("councillor") sits in a group that Judith Penrose leads and whose whip is Harpreet
/// Gill; Blessing Eze leads a group without a whip; the Mayor has no group; Martin Stubbs came in at a by-election in October; Lena Fischer is co-opted.
/// </summary>
public class BudgetPortal : PortalHost
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.Advance(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero) - Clock.GetUtcNow());
        await this.MembersAsync();
    }
}

/// <summary>Makes members, and does with budgets what requests do.</summary>
internal static class BudgetPages
{
    public static readonly DateOnly Today = new(2026, 12, 1);

    /// <summary>The financial year of <see cref="Today"/>.</summary>
    public static readonly NamedYear Year = NamedYear.Of(new DayMonth(4, 1), Today);

    public static async Task MembersAsync(this PortalHost portal)
    {
        var ids = await portal.ReadAsync(async db =>
        {
            await db.MemberBudgetOverrides.ExecuteDeleteAsync();
            await db.MemberBudgetEntries.ExecuteDeleteAsync();
            await db.MemberBudgets.ExecuteDeleteAsync();
            await db.MemberOffices.ExecuteDeleteAsync();
            await db.GroupMemberships.ExecuteDeleteAsync();
            await db.MemberTerms.ExecuteDeleteAsync();
            await db.MemberBodies.ExecuteDeleteAsync();
            await db.PoliticalGroups.ExecuteDeleteAsync();
            await db.MemberWards.ExecuteDeleteAsync();
            return await db.Users.ToDictionaryAsync(person => person.UserName!, person => (person.Id, Name: person.GivenName + " " + person.FamilyName));
        });
        var elected = new DateOnly(2026, 5, 7);
        await portal.WriteAsync(db =>
        {
            db.Add(new WardRow { Id = "test-ward", Name = "Harbour", Seats = 9 });
            db.AddRange(new PoliticalGroupRow { Id = "test-group", Name = "Civic group" }, new PoliticalGroupRow { Id = "other-group", Name = "Harbour group" });
            db.Add(new BodyRow { Id = "planning", Name = "Planning Committee", Kind = BodyKind.Committee });
            foreach (var (name, kind, from, group) in ((string, TermKind, DateOnly, string?)[])
                [
                    ("councillor", TermKind.Elected, elected, "test-group"), ("cllr.judith.penrose", TermKind.Elected, elected, "test-group"),
                    ("cllr.harpreet.gill", TermKind.Elected, elected, "test-group"), ("cllr.martin.stubbs", TermKind.Elected, new DateOnly(2026, 10, 1), "test-group"),
                    ("cllr.blessing.eze", TermKind.Elected, elected, "other-group"), ("cllr.anwar.chowdhury", TermKind.ElectedMayor, elected, null),
                    ("coopted.lena.fischer", TermKind.CoOpted, elected, null),
                ])
            {
                db.Add(new TermRow { PersonId = ids[name].Id, PersonName = ids[name].Name, Kind = kind, WardId = kind == TermKind.Elected ? "test-ward" : null, From = from });
                if (group is not null)
                {
                    db.Add(new GroupMembershipRow { PersonId = ids[name].Id, GroupId = group, From = from });
                }
            }

            db.AddRange(
                new OfficeRow { PersonId = ids["cllr.judith.penrose"].Id, Kind = OfficeKind.GroupLeader, GroupId = "test-group", From = elected },
                new OfficeRow { PersonId = ids["cllr.harpreet.gill"].Id, Kind = OfficeKind.GroupWhip, GroupId = "test-group", From = elected },
                new OfficeRow { PersonId = ids["cllr.blessing.eze"].Id, Kind = OfficeKind.GroupLeader, GroupId = "other-group", From = elected },
                new OfficeRow { PersonId = ids["councillor"].Id, Kind = OfficeKind.BodyMember, BodyId = "planning", From = elected });
        });
    }

    /// <summary>Gives a role to somebody.</summary>
    public static async Task GiveRoleAsync(this PortalHost portal, string userName, string role)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var person = await db.Users.SingleAsync(one => one.UserName == userName);
        var id = await db.Roles.Where(one => one.Name == role).Select(one => one.Id).SingleAsync();
        if (!await db.UserRoles.AnyAsync(one => one.UserId == person.Id && one.RoleId == id))
        {
            db.Add(new RoleAssignment { UserId = person.Id, RoleId = id });
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Does something with the ledger as somebody, in a transaction of its own.</summary>
    public static async Task<T> LedgerAsync<T>(this PortalHost portal, string userName, Func<BudgetLedger, BudgetRow, Task<T>> act, string by = "democratic-services")
    {
        var owner = await portal.PersonIdAsync(userName);
        await using var scope = portal.Scope();
        await scope.ActAsAsync(by);
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        var ledger = scope.ServiceProvider.GetRequiredService<BudgetLedger>();
        var result = await act(ledger, (await ledger.OpenAsync(owner, Year, CancellationToken.None))!);
        await transaction.CommitAsync();
        return result;
    }

    /// <summary>Sets an amount aside.</summary>
    public static Task<LedgerResult> CommitAsync(this PortalHost portal, string userName, string requestId, long pence, OverrideGrant? grant = null) =>
        portal.LedgerAsync(userName, (ledger, row) => ledger.CommitAsync(row, requestId, pence, "A course", grant, CancellationToken.None));

    public static async Task<BudgetRow> BudgetAsync(this PortalHost portal, string userName)
    {
        var id = await portal.PersonIdAsync(userName);
        return await portal.ReadAsync(db => db.MemberBudgets.AsNoTracking().SingleAsync(row => row.PersonId == id && row.YearStart == Year.Start));
    }

    public static async Task<List<BudgetEntry>> EntriesAsync(this PortalHost portal, string userName)
    {
        var budget = await portal.BudgetAsync(userName);
        return await portal.ReadAsync(db => db.MemberBudgetEntries.AsNoTracking().Where(entry => entry.BudgetId == budget.Id).OrderBy(entry => entry.Number).ToListAsync());
    }

    /// <summary>Sets the rules of budgets; what is not said is as shipped.</summary>
    public static async Task SetBudgetsAsync(this PortalHost portal, Action<MemberBudgetSettings> change)
    {
        await using var scope = portal.Scope();
        var settings = new MemberBudgetSettings();
        change(settings);
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(settings);
    }
}
