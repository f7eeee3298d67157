using LearningDev.Partnerships.Confidence;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Suiting;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Partnerships;

/// <summary>The demonstration council without partnerships, on Tuesday 1 December 2026 at midday, with a kind of partnership of the tests' own.</summary>
public class PartnershipsPortal : PortalHost
{
    public const string Kind = "walking";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.StopAt(new DateTime(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc));
        await this.ReadAsync(db => db.Partnerships.ExecuteDeleteAsync());
        await this.ReadAsync(db => db.PartnershipConflicts.ExecuteDeleteAsync());
        await this.ReadAsync(db => db.ConfidentialTexts.ExecuteDeleteAsync());
    }

    protected override void Configure(IServiceCollection services) => services.AddSingleton(
        new PartnershipKind(Kind, "LearningDev.Partnerships", new PartnershipWords("Walking together", "guide", "walker", "walk")) { AskUrl = "/catalogue" });
}

/// <summary>Begins partnerships as the modules do that bring people together. The coach guides the employee, whose manager is "manager".</summary>
internal static class PartnershipsPages
{
    public static readonly DateOnly Today = new(2026, 12, 1);

    public static PartnershipTerms Terms { get; } = new("pool", "Walkers", "We meet **as agreed** and keep what is said to ourselves.");

    public static async Task<string> IdOfAsync(this PortalHost portal, string userName) => await portal.ReadAsync(db => db.Users.Where(row => row.UserName == userName).Select(row => row.Id).SingleAsync());

    /// <summary>Does something in a transaction of a scope, as somebody or as the portal.</summary>
    public static async Task<T> DoAsync<T>(this PortalHost portal, string? userName, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = portal.Scope();
        if (userName is not null)
        {
            await scope.ActAsAsync(userName);
        }

        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        var result = await act(scope.ServiceProvider);
        await transaction.CommitAsync();
        return result;
    }

    public static Task DoAsync(this PortalHost portal, string? userName, Func<IServiceProvider, Task> act) => portal.DoAsync(userName, async services =>
    {
        await act(services);
        return true;
    });

    /// <summary>Begins a partnership.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> BegunAsync(this PortalHost portal, PartnershipTerms? terms = null, string guide = "coach", string learner = "employee", string goals = "")
    {
        var proposal = new PartnershipProposal(PartnershipsPortal.Kind, await portal.IdOfAsync(guide), await portal.IdOfAsync(learner), terms ?? Terms) { Goals = goals, ThemeIds = ["theme-change"] };
        return await portal.DoAsync(null, services => services.GetRequiredService<IPartnerships>().BeginAsync(proposal));
    }

    public static Task<PartnershipRow> PartnershipAsync(this PortalHost portal, string id) => portal.ReadAsync(db => db.Partnerships.AsNoTracking().SingleAsync(row => row.Id == id));

    /// <summary>The events of a partnership in the audit, the oldest first.</summary>
    public static Task<List<string>> PartnershipAuditAsync(this PortalHost portal, string id) =>
        portal.ReadAsync(db => db.AuditEntries.Where(row => row.SubjectId == id && row.SubjectKind == "Partnership").OrderBy(row => row.Id).Select(row => row.Event).ToListAsync());

    /// <summary>What somebody was told, the newest first.</summary>
    public static async Task<List<string>> ToldAsync(this PortalHost portal, string userName)
    {
        var id = await portal.IdOfAsync(userName);
        return await portal.ReadAsync(db => db.Set<LearningDev.Platform.Notifications.PersonNotification>().Where(row => row.PersonId == id && row.Kind.StartsWith("partnership"))
            .OrderByDescending(row => row.CreatedUtc).ThenByDescending(row => row.Id).Select(row => row.Subject + " / " + row.Summary).ToListAsync());
    }

    public static Task SetPersonAsync(this PortalHost portal, string userName, Action<Person> change) => portal.ReadAsync(async db =>
    {
        change(await db.Users.SingleAsync(row => row.UserName == userName));
        return await db.SaveChangesAsync();
    });
}
