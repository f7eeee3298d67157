using LearningDev.Content.Fields;
using LearningDev.Funding.Requests;
using LearningDev.Funding.Requests.Checking;
using LearningDev.Platform.Notifications;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Deciding;

/// <summary>The ways that the shipped workflow takes, run by the engine from sending to decision (FUN-03).</summary>
[Requirement("FUN-03")]
public class WaysTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("corporate", false, 500, "manager chief-officer")]
    [InlineData("corporate", false, 500.01, "manager management-team chief-officer")]
    [InlineData("corporate", true, 100, "manager partner management-team chief-officer")]
    [InlineData("corporate", true, 5000, "manager partner management-team chief-officer")]
    [InlineData("team", false, 100, "manager team chief-officer")]
    [InlineData("team", false, 700, "manager team management-team chief-officer")]
    [InlineData("team", true, 700, "manager team partner management-team chief-officer")]
    [InlineData("self", false, 5000, "manager chief-officer")]
    [InlineData("levy", true, 9000, "manager partner management-team chief-officer")]
    [InlineData("other", false, 0, "manager chief-officer")]
    public async Task Approved_BySourceQualificationAndCost_AsksThoseWhoMustAgree(string source, bool isQualification, double cost, string way)
    {
        var id = await portal.SentAsync($"Way of {source}, {isQualification}, {cost}", request => Ask(request, source, isQualification, (decimal)cost));

        (await WalkAsync(id)).ShouldBe(way.Split(' '));

        var row = await portal.RowAsync(id);
        (row.State, row.Outcome, row.DecidedUtc is not null).ShouldBe((RequestState.Approved, "Approved", true));
        (await portal.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.SubjectId == id && entry.Event == nameof(TrainingRequestApproved)))).ShouldBe(1);
        (await LettersAsync(row)).ShouldContain($"Your training request is approved: {row.Title}");
    }

    [Fact]
    public async Task Asked_AtEachStep_AreTheRightPeople()
    {
        var id = await portal.SentAsync("Everybody", request => Ask(request, "team", isQualification: true, 900), "arjun.sethi");
        List<string> asked = [];
        while ((await portal.RowAsync(id)).State == RequestState.Sent)
        {
            var task = await portal.TaskAsync(id);
            var people = await portal.AskedAsync(task.Id);
            asked.Add($"{task.ActivityId}: {string.Join(", ", people)}");
            (await portal.DecideAsync(people[0], task.Id, "Approve")).ShouldBe(DecisionOutcome.Taken);
        }

        asked.ShouldBe(
            ["manager: hannah.goldberg", "team: hannah.goldberg", "partner: coach", "management-team: victoria.langley", "chief-officer: chief-officer"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Refused_AtAnyStep_EndsWithALetterAndNeedsAReason(int step)
    {
        var id = await portal.SentAsync($"Refused at {step}", request => Ask(request, "team", isQualification: true, 900));
        await WalkAsync(id, steps: step);
        var task = await portal.TaskAsync(id);
        var person = (await portal.AskedAsync(task.Id))[0];
        (await portal.DecideAsync(person, task.Id, "Refuse")).ShouldBe(DecisionOutcome.NeedsComment);
        (await portal.DecideAsync(person, task.Id, "Refuse", "Not this year")).ShouldBe(DecisionOutcome.Taken);

        var row = await portal.RowAsync(id);
        (row.State, row.Outcome).ShouldBe((RequestState.Refused, "Refused"));
        (await LettersAsync(row)).ShouldContain($"Your training request is refused: {row.Title}");
        (await portal.OpenTasksAsync(row.CaseId!)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, "manager")]
    [InlineData(1, "team")]
    [InlineData(2, "partner")]
    [InlineData(3, "management-team")]
    [InlineData(4, "chief-officer")]
    public async Task SentBack_AtAnyStep_KeepsEverythingAndGoesOnThere(int step, string activity)
    {
        var id = await portal.SentAsync($"Back at {step}", request => Ask(request, "team", isQualification: true, 900));
        var caseId = (await portal.RowAsync(id)).CaseId!;
        await WalkAsync(id, steps: step);
        await SendBackAsync(id);

        (await portal.RowAsync(id)).State.ShouldBe(RequestState.SentBack);
        (await portal.AnswersAsync(id)).BusinessCase.Text.ShouldBe("The team needs it.");
        await portal.ChangeAsync(id, request => request.BusinessCase.Text = "The team needs it by May.");
        (await portal.SendAsync(id)).ShouldBe(SendingOutcome.Sent);

        var row = await portal.RowAsync(id);
        (row.State, row.CaseId).ShouldBe((RequestState.Sent, caseId));
        (await portal.TaskAsync(id)).ActivityId.ShouldBe(activity);
        (await portal.ReadAsync(db => db.AuditEntries.Where(entry => entry.SubjectId == id && entry.Event.StartsWith("TrainingRequest")).OrderBy(entry => entry.Id).Select(entry => entry.Event).ToListAsync()))
            .ShouldBe([nameof(TrainingRequestSent), nameof(TrainingRequestSentAgain)]);
        await WalkAsync(id);
        (await portal.RowAsync(id)).State.ShouldBe(RequestState.Approved);
    }

    [Fact]
    public async Task SentBack_CostRaisedAboveTheLimit_NobodyIsPassedOver()
    {
        var id = await portal.SentAsync("Dearer now", request => Ask(request, "corporate", isQualification: false, 400));
        await WalkAsync(id, steps: 1);
        await SendBackAsync(id);
        await portal.ChangeAsync(id, request => Ask(request, "team", isQualification: true, 4000));
        await portal.SendAsync(id);
        (await WalkAsync(id)).ShouldBe(["team", "partner", "management-team", "chief-officer"]);
    }

    [Fact]
    public async Task SentBack_NotComplete_CannotBeSentAgainByTheTask()
    {
        var id = await portal.SentAsync("Emptied");
        await SendBackAsync(id);
        await portal.ChangeAsync(id, request => request.BusinessCase.Text = "");
        var task = await portal.TaskAsync(id);
        (await portal.DecideAsync("employee", task.Id, "Sent again")).ShouldBe(DecisionOutcome.NotComplete);
        (await portal.SendAsync(id)).ShouldBe(SendingOutcome.Incomplete);
        await portal.ChangeAsync(id, request => request.BusinessCase.Text = "Filled again");
        (await portal.DecideAsync("employee", task.Id, "Sent again")).ShouldBe(DecisionOutcome.Taken);
        (await portal.RowAsync(id)).State.ShouldBe(RequestState.Sent);
    }

    [Fact]
    public async Task SentBack_NotChangedInTime_Lapses()
    {
        var id = await portal.SentAsync("Forgotten");
        await SendBackAsync(id);
        portal.Clock.Advance(TimeSpan.FromDays(45));
        await portal.RunTimersAsync();
        var row = await portal.RowAsync(id);
        (row.State, row.Outcome).ShouldBe((RequestState.Closed, "Lapsed"));
        (await portal.GetDocumentAsync($"/funding/requests/{id}")).QuerySelector("main .govuk-tag")!.TextContent.Trim().ShouldBe("Lapsed");
    }

    [Fact]
    public async Task NotDecidedInTime_TheManagersManagerIsAskedToo()
    {
        var id = await portal.SentAsync("Slow");
        portal.Clock.Advance(TimeSpan.FromDays(12));
        await portal.RunTimersAsync();
        (await portal.AskedAsync((await portal.TaskAsync(id)).Id)).ShouldBe(["chief-officer", "manager"]);
    }

    [Fact]
    public async Task Withdrawn_ByWhoeverAsked_IsSaidInTheList()
    {
        var id = await portal.SentAsync("Regretted");
        await using (var scope = portal.Scope())
        {
            await scope.ActAsAsync("employee");
            (await scope.ServiceProvider.GetRequiredService<CaseCare>().WithdrawAsync((await portal.RowAsync(id)).CaseId!, "Found another course")).ShouldBeTrue();
        }

        (await portal.RowAsync(id)).State.ShouldBe(RequestState.Withdrawn);
        (await portal.SendAsync(id)).ShouldBe(SendingOutcome.TooLate);
    }

    [Fact]
    public async Task Cancelled_ByAnAdministrator_IsClosed()
    {
        var id = await portal.SentAsync("Cancelled");
        await using var scope = portal.Scope();
        await scope.ActAsAsync("administrator");
        (await scope.ServiceProvider.GetRequiredService<CaseCare>().CancelAsync((await portal.RowAsync(id)).CaseId!, "Sent by mistake")).ShouldBeTrue();
        (await portal.RowAsync(id)).State.ShouldBe(RequestState.Closed);
    }

    [Fact]
    public async Task DecisionPage_Manager_ShowsAllThatIsAskedFor()
    {
        var id = await portal.SentAsync("Seen by the manager", request =>
        {
            Ask(request, "team", isQualification: true, 900);
            request.Examinations.Value = 2;
        });
        var text = (await portal.GetDocumentAsync($"/tasks/{(await portal.TaskAsync(id)).Id}", "manager")).QuerySelector("main")!.TextContent;
        foreach (var words in (string[])
            ["The team needs it.", "Residents are answered sooner.", "Essential for the role", "£900.00", "2, with 1 day of study leave", "My team or service", "Yes: Level 5 (foundation degree)", "Paid time off to attend", "longer way"])
        {
            text.ShouldContain(words);
        }

        (await portal.GetDocumentAsync($"/requests/{(await portal.RowAsync(id)).CaseId}")).QuerySelector("main")!.TextContent.ShouldContain("£900.00");
    }

    private static void Ask(TrainingRequest request, string source, bool isQualification, decimal cost)
    {
        request.FundingSource.Text = source;
        request.IsQualification = new BooleanField { Value = isQualification };
        request.QualificationLevel.Text = isQualification ? "5" : null;
        request.TotalCost.Value = cost;
        request.CostLines = cost > 0 ? [RequestPages.Cost(cost)] : [];
    }

    /// <summary>Has those who are asked approve, until it is decided or as many steps are done.</summary>
    /// <returns>The steps that were come to.</returns>
    private async Task<List<string>> WalkAsync(string id, int steps = 20)
    {
        List<string> way = [];
        while (way.Count < steps && (await portal.RowAsync(id)).State == RequestState.Sent)
        {
            var task = await portal.TaskAsync(id);
            way.Add(task.ActivityId);
            (await portal.DecideAsync((await portal.AskedAsync(task.Id))[0], task.Id, "Approve")).ShouldBe(DecisionOutcome.Taken);
        }

        return way;
    }

    private async Task SendBackAsync(string id)
    {
        var task = await portal.TaskAsync(id);
        (await portal.DecideAsync((await portal.AskedAsync(task.Id))[0], task.Id, "Send back", "Say more about the costs")).ShouldBe(DecisionOutcome.Taken);
    }

    private Task<List<string>> LettersAsync(RequestRow row) => portal.ReadAsync(db => db.Set<PersonNotification>()
        .Where(told => told.PersonId == row.PersonId && told.Key.StartsWith($"workflow:{row.CaseId}:")).Select(told => told.Subject).ToListAsync());
}
