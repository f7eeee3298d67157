using LearningDev.Content.Recipes;
using LearningDev.Funding.Requests;
using LearningDev.Platform.Notifications;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Bringing;

[Requirement("FUN-01")]
public class TrainingRequestsStepTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Demonstration_HasRequestsInItsStatesAndNobodyWasTold()
    {
        (await portal.RowAsync("request-mba")).State.ShouldBe(RequestState.Refused);
        (await portal.RowAsync("request-driver-cpc")).Classification.ShouldBe("mandatory");
        var row = await portal.RowAsync("request-survey-design");
        (row.State, row.SentUtc).ShouldBe((RequestState.Sent, new DateTime(2026, 11, 27, 12, 0, 0, DateTimeKind.Utc)));
        (await portal.AskedAsync((await portal.TaskAsync("request-survey-design")).Id)).ShouldBe(["manager"]);
        (await portal.RowAsync("request-presenting")).State.ShouldBe(RequestState.SentBack);
        (await portal.ReadAsync(db => db.Set<PersonNotification>().CountAsync(told => told.Key.StartsWith("workflow:")))).ShouldBe(0);
    }

    [Fact]
    public async Task Run_Again_ChangesNothing() => (await RunAsync("""{ "ContentItemId": "request-mba", "Person": "employee", "Title": "Taken over" }""")).Changes.ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "ContentItemId": "x-1", "Person": "nobody", "Title": "A" }""", "Nobody has the user name \"nobody\".")]
    [InlineData("""{ "ContentItemId": "x-2", "Person": "employee", "Title": "A", "State": "Perhaps" }""", "State must be one of Draft, Sent, Approved, Refused, Withdrawn.")]
    [InlineData("""{ "ContentItemId": "x-3", "Person": "employee", "Title": "A", "State": "Sent" }""", "The request is not complete: Say whether it leads to a qualification.")]
    [InlineData("""{ "ContentItemId": "x-4", "Person": "employee", "Title": "A", "SentOn": "27 November" }""", "SentOn must be a day such as 2026-11-27, and is \"27 November\".")]
    [InlineData("""{ "Person": "employee", "Title": "A" }""", "A training request needs a ContentItemId of up to 26 characters and a Title of up to 200.")]
    public async Task Run_Wrong_IsAProblemThatNamesIt(string request, string problem) => (await RunAsync(request)).Problems.ShouldHaveSingleItem().Message.ShouldBe(problem);

    private async Task<RecipeReport> RunAsync(string request)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(
            Recipe.Parse($$"""{ "name": "requests", "steps": [{ "name": "TrainingRequests", "data": [{{request}}] }] }"""), new RecipeRunOptions());
    }
}
