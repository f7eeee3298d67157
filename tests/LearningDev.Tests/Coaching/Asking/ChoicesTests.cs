using System.Net;
using LearningDev.Coaching.Coaches;
using LearningDev.Partnerships.Suiting;
using LearningDev.Platform.Data;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Asking;

[Requirement("COA-02")]
public class ChoicesTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    [Fact]
    public async Task Get_NoSuchRequest_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync("/coaching/requests/none/choices");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Suggestions_SayWhyInPlainWords()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.WrittenAsync("To be calm", CoachingPages.Grace);
        var page = await client.GetPageAsync($"/coaching/requests/{id}/choices");
        page.Titles()[0].ShouldBe("Grace Adeyemi");
        page.MainText().ShouldContain("Coaches on leading change; free on Tuesdays; ILM level 7");
        page.QuerySelector("select#Choices_0_ option[selected]")?.TextContent.Trim().ShouldBe("Grace Adeyemi");
    }

    [Fact]
    public async Task Get_LineOfManagementConflictAndNoPlace_AreLeftOutInSilence()
    {
        await using var other = new CoachingPortal();
        await other.InitializeAsync();
        using var client = await other.SignedInAsAsync("employee");
        var id = await client.BegunAsync();
        (await client.GetPageAsync($"/coaching/requests/{id}/choices")).Titles().Count.ShouldBe(4);
        // Grace becomes the manager of Sam's manager.
        var grace = await other.PersonIdAsync("coach");
        await other.ChangeAsync(async db => (await db.Users.SingleAsync(person => person.UserName == "manager")).LineManagerId = grace);
        await other.SetCoachAsync(CoachingPages.Tariq, coach => coach.Capacity = 1);
        await other.BeginTogetherAsync("tariq.mahmood", "ellie.marsh");
        await other.SetCoachAsync(CoachingPages.Patience, coach => coach.IsPaused = true);

        var page = await client.GetPageAsync($"/coaching/requests/{id}/choices");

        page.Titles().ShouldBe(["Thomas Ellery"]);
        page.QuerySelectorAll("select")[0].TextContent.ShouldNotContain("Grace");
        // A conflict that a coach has declared looks like no place at all.
        var (thomas, sam) = (await other.PersonIdAsync("thomas.ellery"), await other.PersonIdAsync("employee"));
        await other.ChangeAsync(db => Task.FromResult(db.Add(new ConflictRow { DeclaredById = thomas, OtherId = sam, DeclaredUtc = DateTime.UtcNow })));
        (await client.GetPageAsync($"/coaching/requests/{id}/choices")).MainText().ShouldContain("Nobody has a free place at present");
    }

    [Theory]
    [InlineData("", "", "Select at least one coach")]
    [InlineData(CoachingPages.Grace, CoachingPages.Grace, "Grace Adeyemi is there twice")]
    public async Task Post_WrongChoice_ShowsError(string first, string second, string error)
    {
        using var client = await portal.SignedInAsAsync("manager");
        var id = await client.BegunAsync();
        using var answer = await client.StepAsync(id, "choices", ("Choices[0]", first), ("Choices[1]", second));
        (await answer.ReadPageAsync()).ErrorText().ShouldContain(error);
        (await portal.ChoicesAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_CoachHasNoPlaceAnyMore_ShowsError()
    {
        await using var other = new CoachingPortal();
        await other.InitializeAsync();
        using var client = await other.SignedInAsAsync("employee");
        var id = await client.BegunAsync();
        var form = (await client.GetPageAsync($"/coaching/requests/{id}/choices")).Form($"/coaching/requests/{id}/choices");
        await other.SetCoachAsync(CoachingPages.Grace, coach => coach.IsPaused = true);
        using var answer = await client.SubmitAsync(form, ("Choices[0]", CoachingPages.Grace));
        (await answer.ReadPageAsync()).ErrorText().ShouldContain("This coach cannot be chosen any more");
    }

    [Fact]
    public async Task Post_TwoInOrder_AreKeptInOrder()
    {
        using var client = await portal.SignedInAsAsync("hr");
        var id = await client.WrittenAsync("To be calm", CoachingPages.Patience, CoachingPages.Tariq);
        (await portal.ChoicesAsync(id)).Select(choice => choice.CoachId).ShouldBe([CoachingPages.Patience, CoachingPages.Tariq]);
        using var again = await client.StepAsync(id, "choices", ("Choices[0]", CoachingPages.Tariq), ("Choices[1]", ""));
        (await portal.ChoicesAsync(id)).Select(choice => choice.CoachId).ShouldBe([CoachingPages.Tariq]);
    }

    [Fact]
    public async Task Get_ManyCoaches_NeedsNoMoreQueries()
    {
        await using var other = new CoachingPortal();
        await other.InitializeAsync();
        using var client = await other.SignedInAsAsync("employee");
        var url = $"/coaching/requests/{await client.BegunAsync()}/choices";
        var few = await other.QueriesOfAsync(client, url);
        await other.ChangeAsync(async db =>
        {
            foreach (var person in await db.Users.Where(person => !db.Set<CoachRow>().Any(coach => coach.PersonId == person.Id) && person.LeavesOn == null).OrderBy(person => person.Id).Take(24).ToListAsync())
            {
                var id = Identifiers.New();
                db.Add(new CoachRow { Id = id, PersonId = person.Id, PersonName = person.FullName, State = CoachState.Approved, Capacity = 1, CreatedUtc = DateTime.UtcNow, LastSupervisionOn = DateOnly.FromDateTime(DateTime.UtcNow) });
                db.Add(new CoachValueRow { CoachId = id, Kind = CoachValueKind.Pool, Value = CoachingPages.Managers });
            }
        });

        (await other.QueriesOfAsync(client, url)).ShouldBe(few);
        (await client.GetPageAsync(url)).Titles().Count.ShouldBe(12);
    }
}
