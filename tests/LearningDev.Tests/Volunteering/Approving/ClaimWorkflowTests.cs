using LearningDev.Platform.Notifications;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Volunteering.Claims;
using LearningDev.Volunteering.Contracts;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Approving;

/// <summary>The shipped workflow, all its ways.</summary>
[Requirement("VOL-02")]
[Requirement("WFL-03")]
public class ClaimWorkflowTests(VolunteeringPortal portal) : IClassFixture<VolunteeringPortal>
{
    private static DateOnly Today => VolunteeringPages.Today;

    [Fact]
    public async Task Approve_Claim_AgreesItAndRecordsIt()
    {
        var id = await portal.SentAsync("employee", "Approved", Today.AddDays(-1), "3", "3");
        var row = await portal.CaseAsync(id);
        row.Title.ShouldBe("Volunteering with Approved");
        var task = (await portal.OpenTasksAsync(row.Id)).ShouldHaveSingleItem();
        (await portal.AskedAsync(task.Id)).ShouldBe(["manager"]);
        var page = (await portal.GetDocumentAsync($"/tasks/{task.Id}", "manager")).MainText();
        page.ShouldContain("Hours of leave 3 ");
        page.ShouldContain("Hours left before this claim");
        page.ShouldContain("Hours left after it");

        await portal.DecidedAsync(id, "Approve");

        (await portal.ClaimAsync(id)).State.ShouldBe(ClaimState.Agreed);
        (await portal.CaseAsync(id)).Outcome.ShouldBe("Agreed");
        (await portal.AuditAsync(id)).TakeLast(2).ShouldBe([nameof(VolunteeringLeaveAgreed), nameof(VolunteeringRecorded)]);
        (await portal.WordsAsync(row.Id)).ShouldContain("3 hours of leave agreed");
        (await portal.ReadAsync(db => db.Set<PersonNotification>().AnyAsync(told => told.Subject == "Agreed: Volunteering with Approved"))).ShouldBeTrue();
    }

    [Fact]
    public async Task Refuse_Claim_FreesTheLeaveAndTheDay()
    {
        var id = await portal.SentAsync("employee", "Refused", Today.AddDays(-2), "3", "3");
        await portal.DecidedAsync(id, "Refuse", "It was work");
        (await portal.ClaimAsync(id)).State.ShouldBe(ClaimState.Refused);
        (await portal.AuditAsync(id))[^1].ShouldBe(nameof(VolunteeringClaimClosed));
        (await portal.GetDocumentAsync($"/requests/{(await portal.CaseAsync(id)).Id}")).MainText().ShouldContain("It was work");
        // The day can be claimed again.
        var again = await portal.SentAsync("employee", "Refused, again", Today.AddDays(-2), "2", "2");
        await portal.DecidedAsync(again, "Refuse", "Still");
    }

    [Fact]
    public async Task SendBack_ChangedOnItsPages_ComesToTheManagerAgainWithTheChanges()
    {
        var id = await portal.SentAsync("employee", "Back", Today.AddDays(-3), "3", "3");
        await portal.DecidedAsync(id, "Send back", "Which day?");
        var caseId = (await portal.CaseAsync(id)).Id;
        using var client = await portal.SignedInAsAsync("employee");
        var own = (await portal.OpenTasksAsync(caseId)).ShouldHaveSingleItem();
        (await client.GetPageAsync($"/tasks/{own.Id}")).QuerySelector($"a[href='/volunteering/claims/{id}/check']").ShouldNotBeNull();
        using var time = await client.StepAsync(id, "time", VolunteeringPages.Row(0, Today.AddDays(-4), "2"));
        time.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}/check");

        using var tooMuch = await client.SendAsync(id);
        (await tooMuch.ReadPageAsync()).MainText().ShouldContain("2 hours of own time bring no more");
        using var leave = await client.StepAsync(id, "leave", ("Hours", "2"));
        using var answer = await client.SendAsync(id);

        answer.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}");
        (await client.GetPageAsync($"/volunteering/claims/{id}")).Banner().ShouldBe("The claim is sent again");
        var again = (await portal.OpenTasksAsync(caseId)).ShouldHaveSingleItem();
        (again.ActivityId, again.Visit).ShouldBe(("manager", 2));
        (await portal.GetDocumentAsync($"/tasks/{again.Id}", "manager")).MainText().ShouldContain("27 November 2026: 2 hours");
        await portal.DecidedAsync(id, "Approve");
        (await portal.ClaimAsync(id)).LeaveMinutes.ShouldBe(120);
    }

    [Fact]
    public async Task SendBack_SentAgainFromTheTaskWithoutKeepingToTheRules_GoesBackOnceMore()
    {
        var id = await portal.SentAsync("employee", "Once more", Today.AddDays(-5), "3", "3");
        await portal.DecidedAsync(id, "Send back", "Too long?");
        var caseId = (await portal.CaseAsync(id)).Id;
        using var client = await portal.SignedInAsAsync("employee");
        using var time = await client.StepAsync(id, "time", VolunteeringPages.Row(0, Today.AddDays(-5), "1"));
        var task = (await portal.OpenTasksAsync(caseId)).ShouldHaveSingleItem();

        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/tasks/{task.Id}")).Form($"/tasks/{task.Id}"));

        var next = (await portal.OpenTasksAsync(caseId)).ShouldHaveSingleItem();
        (next.ActivityId, next.Visit).ShouldBe(("change", 2));
        (await portal.WordsAsync(caseId)).ShouldContain("The claim does not keep to the rules yet, so it went back");
    }

    [Fact]
    public async Task Withdraw_AtTheRequest_FreesTheLeave()
    {
        var id = await portal.SentAsync("employee", "Withdrawn", Today.AddDays(-6), "3", "3");
        var url = $"/requests/{(await portal.CaseAsync(id)).Id}";
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("Reason", "Not needed"));
        (await portal.ClaimAsync(id)).State.ShouldBe(ClaimState.Withdrawn);
        (await portal.ReadAsync(db => db.VolunteeringOwnTime.Where(day => day.ClaimId == id).Select(day => day.IsCounted).SingleAsync())).ShouldBeFalse();
        (await client.GetPageAsync($"/volunteering/claims/{id}")).MainText().ShouldContain("Withdrawn");
    }

    [Fact]
    public async Task Timer_NotDecidedInTime_AsksTheManagersManager()
    {
        await using var other = new VolunteeringPortal();
        await other.InitializeAsync();
        var id = await other.SentAsync("employee", "Slow", Today.AddDays(-1), "3", "3");
        var caseId = (await other.CaseAsync(id)).Id;
        other.Clock.Advance(TimeSpan.FromDays(15));
        await other.RunTimersAsync();
        var task = (await other.OpenTasksAsync(caseId)).ShouldHaveSingleItem();
        (await other.AskedAsync(task.Id)).ShouldBe(["chief-officer", "manager"]);
        (await other.DecideAsync("manager", task.Id, "Send back", "Sorry")).ShouldBe(LearningDev.Workflows.Tasks.Deciding.DecisionOutcome.Taken);
        other.Clock.Advance(TimeSpan.FromDays(60));
        await other.RunTimersAsync();
        await other.RunTimersAsync();
        (await other.WordsAsync(caseId)).ShouldContain("There was no answer in time");
        (await other.ClaimAsync(id)).State.ShouldBe(ClaimState.Refused);
        (await other.CaseAsync(id)).Outcome.ShouldBe("Not sent again in time");
    }

    [Fact]
    public async Task Send_NobodyHasAManager_GoesToHr()
    {
        await portal.ChangePersonAsync("coach", person => person.LineManagerId = null);
        var id = await portal.SentAsync("coach", "No manager", Today.AddDays(-1), "3", "3");
        var task = (await portal.OpenTasksAsync((await portal.CaseAsync(id)).Id)).ShouldHaveSingleItem();
        (await portal.AskedAsync(task.Id)).ShouldContain("hr");
    }
}
