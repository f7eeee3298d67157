using LearningDev.MembersHub.Budgets;
using LearningDev.MembersHub.Members;
using LearningDev.MembersHub.Plans;
using LearningDev.MembersHub.Requests;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.MembersHub.Budgets;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.MembersHub.Requests;

/// <summary>The members of <see cref="BudgetPortal"/>, all with a completed plan; Rajesh Nair is the Monitoring Officer, Imogen Fairweather the Head of Democratic Services.</summary>
public class RequestPortal : BudgetPortal
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await this.GiveRoleAsync("rajesh.nair", "Monitoring Officer");
        await this.GiveRoleAsync("democratic-services", "Head of Democratic Services");
        await this.ReadAsync(async db =>
        {
            await db.MemberRequests.ExecuteDeleteAsync();
            await db.MemberNeeds.ExecuteDeleteAsync();
            return await db.MemberPlans.ExecuteDeleteAsync();
        });
        var terms = await this.ReadAsync(db => db.MemberTerms.AsNoTracking().ToListAsync());
        await this.WriteAsync(db => db.AddRange(terms.Select(term => new PlanRow
        {
            PersonId = term.PersonId,
            PersonName = term.PersonName,
            ItemId = Identifiers.New(),
            CompletedOn = new DateOnly(2026, 11, 1),
        })));
    }
}

/// <summary>Writes and sends requests of members, and looks into the database afterwards.</summary>
internal static class MemberRequestPages
{
    /// <summary>A draft to which nothing is missing: a course for £100 out of the member's own budget.</summary>
    public static async Task<string> DraftAsync(this PortalHost portal, string title, Action<MemberTrainingRequest>? change = null, string userName = "councillor")
    {
        await using var scope = portal.Scope();
        await scope.ActAsAsync(userName);
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        var requests = scope.ServiceProvider.GetRequiredService<MemberRequests>();
        var id = Identifiers.New();
        (await requests.BeginAsync(
            id, (await requests.MemberAsync(CancellationToken.None)).ShouldNotBeNull(), title,
            request =>
            {
                request.Provider.Text = "Somebody";
                request.StartsOn.Value = new DateTime(2027, 3, 1, 0, 0, 0, DateTimeKind.Utc);
                request.Role.Text = "Councillor";
                request.Meets.Text = "I can weigh planning policy.";
                request.Funding.Text = FundingWays.Personal;
                request.OverReason.Text = "The role asks for it.";
                request.CostLines = [new CostLine { Id = "one", What = "Fee", Pence = 10_000 }];
                change?.Invoke(request);
            },
            CancellationToken.None)).ShouldBeTrue();
        await transaction.CommitAsync();
        return id;
    }

    /// <summary>Sends a request, for the first time or again.</summary>
    public static async Task<SendingOutcome> SendAsync(this PortalHost portal, string id, string userName = "councillor")
    {
        await using var scope = portal.Scope();
        await scope.ActAsAsync(userName);
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        var outcome = await scope.ServiceProvider.GetRequiredService<MemberRequests>().SendAsync(id, CancellationToken.None);
        await transaction.CommitAsync();
        return outcome;
    }

    public static async Task<string> SentAsync(this PortalHost portal, string title, Action<MemberTrainingRequest>? change = null, string userName = "councillor")
    {
        var id = await portal.DraftAsync(title, change, userName);
        (await portal.SendAsync(id, userName)).ShouldBe(SendingOutcome.Sent);
        return id;
    }

    /// <summary>A request that all have signed.</summary>
    public static async Task<string> AgreedAsync(this PortalHost portal, string title, long pence = 10_000, Action<MemberTrainingRequest>? change = null)
    {
        var id = await portal.SentAsync(title, request =>
        {
            request.CostLines[0].Pence = pence;
            change?.Invoke(request);
        });
        await portal.SignAsync(id, "cllr.harpreet.gill");
        await portal.SignAsync(id, "cllr.judith.penrose");
        await portal.SignAsync(id, "rajesh.nair");
        (await portal.RequestAsync(id)).State.ShouldBe(MemberRequestState.Agreed);
        return id;
    }

    public static Task<MemberRequestRow> RequestAsync(this PortalHost portal, string id) => portal.ReadAsync(db => db.MemberRequests.AsNoTracking().SingleAsync(row => row.ItemId == id));

    /// <summary>The user names of those who are asked about a request now, with the step, for example "whip cllr.harpreet.gill".</summary>
    public static async Task<List<string>> AskedForAsync(this PortalHost portal, string id)
    {
        List<string> asked = [];
        foreach (var task in await portal.OpenTasksAsync((await portal.RequestAsync(id)).CaseId!))
        {
            asked.Add($"{task.ActivityId} {string.Join('+', await portal.AskedAsync(task.Id))}");
        }

        return [.. asked.Order(StringComparer.Ordinal)];
    }

    /// <summary>Has somebody press a button about a request.</summary>
    public static async Task SignAsync(this PortalHost portal, string id, string userName, string button = "Sign", string comment = "")
    {
        foreach (var task in await portal.OpenTasksAsync((await portal.RequestAsync(id)).CaseId!))
        {
            if ((await portal.AskedAsync(task.Id)).Contains(userName))
            {
                (await portal.DecideAsync(userName, task.Id, button, comment)).ShouldBe(DecisionOutcome.Taken);
                return;
            }
        }

        throw new InvalidOperationException($"{userName} is not asked about {id}");
    }

    public static async Task SetSigningAsync(this PortalHost portal, Action<MemberRequestSettings> change)
    {
        await using var scope = portal.Scope();
        var settings = new MemberRequestSettings();
        change(settings);
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(settings);
    }

    /// <summary>Sets all budgets back, so that a test begins with whole ones.</summary>
    public static Task WholeBudgetsAsync(this PortalHost portal) => portal.ReadAsync(async db =>
    {
        await db.MemberBudgetOverrides.ExecuteDeleteAsync();
        await db.MemberBudgetEntries.ExecuteDeleteAsync();
        return await db.MemberBudgets.ExecuteDeleteAsync();
    });
}
