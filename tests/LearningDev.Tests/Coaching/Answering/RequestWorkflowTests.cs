using LearningDev.Coaching.Requests;
using LearningDev.Partnerships.Contracts;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Answering;

[Requirement("COA-02")]
public class RequestWorkflowTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly CoachingPortal portal = new();

    public Task InitializeAsync() => portal.InitializeAsync();

    public Task DisposeAsync() => portal.DisposeAsync();

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Accept_First_BeginsOnTheTermsOfThePoolWithTheGoals()
    {
        var id = await portal.SentAsync("To lead a change calmly", CoachingPages.Grace, CoachingPages.Patience);
        await portal.AnsweredAsync(id, "coach", "Accept");

        var request = await portal.RequestAsync(id);
        var together = (await portal.TogetherAsync("employee")).ShouldHaveSingleItem();
        (request.State, request.PartnershipId).ShouldBe((RequestState.Agreed, together.Id));
        (together.KindId, together.SourceId, together.OriginId, together.State).ShouldBe(("coaching", CoachingPages.Managers, id, PartnershipState.Chemistry));
        together.GuideId.ShouldBe(await portal.PersonIdAsync("coach"));
        (await portal.ChoicesAsync(id)).Select(choice => choice.State).ShouldBe([ChoiceState.Accepted, ChoiceState.Waiting]);
        // The goals have gone into the partnership; of the request only its author reads them.
        (await portal.WordsOfAsync(id, "coach")).ShouldBeEmpty();
        (await portal.AuditOfAsync(id, "CoachingRequest")).ShouldContain(nameof(CoachingRequestAgreed));
        (await portal.CaseAsync(id)).Outcome.ShouldBe("A coach has accepted");
    }

    [Fact]
    [Requirement("COA-03")]
    public async Task Decline_AsksTheNextWhoAloneReadsTheGoals()
    {
        var id = await portal.SentAsync("To lead a change calmly", CoachingPages.Grace, CoachingPages.Patience);
        var task = (await portal.OpenTasksAsync((await portal.RequestAsync(id)).CaseId!)).Single();
        (await portal.GetDocumentAsync($"/tasks/{task.Id}", "coach")).MainText().ShouldContain("To lead a change calmly");
        (await portal.WordsOfAsync(id, "patience.moyo")).ShouldBeEmpty();

        await portal.AnsweredAsync(id, "coach", "Decline", "I have no time until spring.");

        (await portal.WordsOfAsync(id, "coach")).ShouldBeEmpty();
        (await portal.WordsOfAsync(id, "patience.moyo")).Count.ShouldBe(2);
        (await portal.GetDocumentAsync($"/tasks/{task.Id}", "coach")).MainText().ShouldNotContain("To lead a change calmly");
        (await portal.AskedAsync((await portal.OpenTasksAsync((await portal.RequestAsync(id)).CaseId!)).Single().Id)).ShouldBe(["patience.moyo"]);
        (await portal.ChoicesAsync(id)).Select(choice => choice.State).ShouldBe([ChoiceState.Passed, ChoiceState.Asked]);
        foreach (var other in (string[])["administrator", "hr", "manager"])
        {
            (await portal.WordsOfAsync(id, other)).ShouldBeEmpty(other);
        }
    }

    [Fact]
    public async Task Decline_Last_TellsThePersonWhoCanChooseAgain()
    {
        var id = await portal.SentAsync("To be calm", CoachingPages.Grace);
        await portal.AnsweredAsync(id, "coach", "Decline", "I have no time until spring.");

        (await portal.RequestAsync(id)).State.ShouldBe(RequestState.NoneLeft);
        using var client = await portal.SignedInAsAsync("employee");
        (await client.GetPageAsync($"/coaching/requests/{id}")).QuerySelector($"a[href='/coaching/ask?from={id}']")!.TextContent.Trim().ShouldBe("Choose again");
        (await client.GetPageAsync("/notifications")).MainText().ShouldContain("No coach could take it on yet");
        (await portal.CaseAsync(id)).Outcome.ShouldBe("No coach yet");
    }

    [Fact]
    public async Task NoAnswer_InTime_AsksTheNext()
    {
        var id = await portal.SentAsync("To be calm", CoachingPages.Grace, CoachingPages.Patience);
        portal.Clock.Advance(TimeSpan.FromDays(20));
        await portal.RunTimersAsync();
        (await portal.AskedAsync((await portal.OpenTasksAsync((await portal.RequestAsync(id)).CaseId!)).Single().Id)).ShouldBe(["patience.moyo"]);
        (await portal.WordsOfAsync(id, "coach")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Next_CannotBeAskedAnyMore_IsPassedOverInSilence()
    {
        var id = await portal.SentAsync("To be calm", CoachingPages.Grace, CoachingPages.Patience, CoachingPages.Tariq);
        await portal.SetCoachAsync(CoachingPages.Patience, coach => coach.IsPaused = true);
        await portal.AnsweredAsync(id, "coach", "Decline", "No time");
        (await portal.ChoicesAsync(id)).Select(choice => choice.State).ShouldBe([ChoiceState.Passed, ChoiceState.Skipped, ChoiceState.Asked]);
        (await portal.GetDocumentAsync($"/coaching/requests/{id}")).MainText().ShouldContain("2. Patience Moyo Has no place at present");
    }

    [Fact]
    public async Task Accept_NoPlaceAnyMore_DoesNotBeginAndAsksTheNext()
    {
        var id = await portal.SentAsync("To be calm", CoachingPages.Grace, CoachingPages.Patience);
        await portal.SetCoachAsync(CoachingPages.Grace, coach => coach.Capacity = 1);
        await portal.BeginTogetherAsync("coach", "ellie.marsh");
        await portal.AnsweredAsync(id, "coach", "Accept");
        (await portal.TogetherAsync("employee")).ShouldBeEmpty();
        (await portal.ChoicesAsync(id)).Select(choice => choice.State).ShouldBe([ChoiceState.Skipped, ChoiceState.Asked]);
    }

    [Fact]
    public async Task Accept_NowInTheLineOfManagement_DoesNotBegin()
    {
        var id = await portal.SentAsync("To be calm", CoachingPages.Grace);
        var grace = await portal.PersonIdAsync("coach");
        await portal.ChangeAsync(async db => (await db.Users.SingleAsync(person => person.UserName == "employee")).LineManagerId = grace);
        await portal.AnsweredAsync(id, "coach", "Accept");
        (await portal.TogetherAsync("employee")).ShouldBeEmpty();
        (await portal.RequestAsync(id)).State.ShouldBe(RequestState.NoneLeft);
    }

    [Fact]
    public async Task Deputy_OfTheCoach_DoesNotReadTheGoals()
    {
        var id = await portal.SentAsync("To lead a change calmly", CoachingPages.Grace);
        var (grace, hr) = (await portal.PersonIdAsync("coach"), await portal.PersonIdAsync("hr"));
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await portal.ChangeAsync(db => Task.FromResult(db.Add(new LearningDev.Workflows.Tasks.Away.AwayRow { PersonId = grace, DelegateId = hr, FromDay = today.AddDays(-1), ToDay = today.AddDays(5) })));
        var task = (await portal.OpenTasksAsync((await portal.RequestAsync(id)).CaseId!)).Single();
        (await portal.GetDocumentAsync($"/tasks/{task.Id}", "hr")).MainText().ShouldNotContain("To lead a change calmly");
    }
}
