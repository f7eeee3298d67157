using LearningDev.Platform.Notifications;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows.Designing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using LearningDev.Workflows.Tasks.Away;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Tasks.Away;

/// <summary>Who decides when delegates are away in turn.</summary>
[Requirement("WFL-03")]
public class DeputiesTests(PortalHost portal) : IClassFixture<PortalHost>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.ImportedAsync(WorkflowPortal.Type("chain", ["ask|ApprovalTask", "yes|EndTask|{\"Outcome\":\"Yes\"}"], ["start|Done|ask", "ask|Approve|yes"]));

    public Task DisposeAsync() => portal.WriteAsync(db => db.RemoveRange(db.PeopleAway.ToList()));

    [Fact]
    public async Task Delegate_AwayInTurn_LeadsToTheFirstWhoIsThere()
    {
        await AwayAsync("manager", "editor");
        await AwayAsync("editor", "hr");

        var (row, task) = await AskedAsync("employee", "Chain");

        (await DelegateAsync("manager")).ShouldBe("hr");
        (await portal.GetDocumentAsync($"/requests/{row.Id}")).MainText().ShouldContain("Denise Achebe, for Priya Raman, who is away");
        (await portal.GetDocumentAsync("/tasks", "hr")).MainText().ShouldContain("You decide for Priya Raman, who is away");
        (await ToldAsync(task.Id)).ShouldBe(["hr", "manager"]);
        (await portal.DecideAsync("coach", task.Id, "Approve")).ShouldBe(DecisionOutcome.NotThere);
        (await portal.DecideAsync("hr", task.Id, "Approve")).ShouldBe(DecisionOutcome.Taken);
        (await portal.WordsAsync(row.Id)).ShouldContain("Denise Achebe, for Priya Raman, chose “Approve”");
    }

    [Fact]
    public async Task Delegate_IsThere_EndsTheChain()
    {
        await AwayAsync("manager", "editor");
        await AwayAsync("editor", "hr", fromNow: 3);

        var (_, task) = await AskedAsync("employee", "Chain that ends");

        (await DelegateAsync("manager")).ShouldBe("editor");
        (await portal.DecideAsync("hr", task.Id, "Approve")).ShouldBe(DecisionOutcome.NotThere);
        (await portal.DecideAsync("editor", task.Id, "Approve")).ShouldBe(DecisionOutcome.Taken);
    }

    [Fact]
    public async Task Delegates_GoRound_StayWithWhomThePersonHasChosen()
    {
        await AwayAsync("manager", "editor");
        await AwayAsync("editor", "hr");
        await AwayAsync("hr", "manager");

        var (_, task) = await AskedAsync("employee", "Round");

        (await DelegateAsync("manager")).ShouldBe("editor");
        (await DelegateAsync("hr")).ShouldBe("manager");
        (await portal.DecideAsync("hr", task.Id, "Approve")).ShouldBe(DecisionOutcome.Taken);
    }

    [Fact]
    public async Task Delegate_EndOfTheChainHasAsked_DoesNotDecideAboutTheirOwnRequest()
    {
        await AwayAsync("manager", "editor");
        await AwayAsync("editor", "employee");

        var (_, task) = await AskedAsync("employee", "Own");

        (await portal.GetDocumentAsync("/tasks")).MainText().ShouldNotContain("Own");
        (await portal.DecideAsync("employee", task.Id, "Approve")).ShouldBe(DecisionOutcome.NotThere);
        (await ToldAsync(task.Id)).ShouldBe(["manager"]);
        (await portal.DecideAsync("manager", task.Id, "Approve")).ShouldBe(DecisionOutcome.Taken);
    }

    private async Task AwayAsync(string userName, string delegateName, int fromNow = 0)
    {
        var (person, other, today) = (await portal.PersonIdAsync(userName), await portal.PersonIdAsync(delegateName), DateOnly.FromDateTime(DateTime.UtcNow));
        await portal.WriteAsync(db => db.Add(new AwayRow { PersonId = person, DelegateId = other, FromDay = today.AddDays(fromNow == 0 ? -1 : fromNow), ToDay = today.AddDays(5) }));
    }

    private async Task<(CaseRow Case, TaskRow Task)> AskedAsync(string userName, string title)
    {
        var row = await portal.CaseAsync(await portal.AskAsync(userName, title));
        return (row, (await portal.OpenTasksAsync(row.Id)).ShouldHaveSingleItem());
    }

    private async Task<string?> DelegateAsync(string userName)
    {
        var id = await portal.PersonIdAsync(userName);
        await using var scope = portal.Scope();
        var found = (await scope.ServiceProvider.GetRequiredService<Deputies>().DelegatesOfAsync([id], CancellationToken.None))[id];
        return await portal.ReadAsync(db => db.Users.Where(person => person.Id == found).Select(person => person.UserName).SingleAsync());
    }

    /// <summary>The user names of those who were told that a task waits for them.</summary>
    private Task<List<string?>> ToldAsync(string taskId) => portal.ReadAsync(db => db.Set<PersonNotification>().Where(row => row.Link == "/tasks/" + taskId)
        .Join(db.Users, row => row.PersonId, person => person.Id, (_, person) => person.UserName).OrderBy(name => name).ToListAsync());
}
