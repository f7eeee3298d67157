using LearningDev.Coaching.Requests;
using LearningDev.Content.Recipes;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Recipes;

[Requirement("COA-02")]
public class RequestsStepTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    [Fact]
    public async Task Run_Sent_AsksTheFirstCoachAndKeepsTheGoalsInConfidence()
    {
        const string request =
            """{ "Id": "brought", "Person": "nadia.petrova", "State": "Sent", "Pool": "coaching-pool-managers", "Goals": "To be heard", "Themes": ["theme-confidence"], "Coaches": ["coach-grace-adeyemi"] }""";
        (await RunAsync(request)).Problems.ShouldBeEmpty();
        (await RunAsync(request)).Problems.ShouldBeEmpty();

        var row = await portal.RequestAsync("brought");
        row.State.ShouldBe(RequestState.Sent);
        (await portal.AskedAsync((await portal.OpenTasksAsync(row.CaseId!)).ShouldHaveSingleItem().Id)).ShouldBe(["coach"]);
        (await portal.WordsOfAsync("brought", "coach")).ShouldBe(["To be heard"]);
        (await portal.WordsOfAsync("brought", "administrator")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "Id": "a", "Person": "nobody", "State": "Draft", "Pool": "coaching-pool-managers" }""", "Nobody has the user name")]
    [InlineData("""{ "Id": "a", "Person": "employee", "State": "Agreed", "Pool": "coaching-pool-managers" }""", "a State that is one of Draft, Sent")]
    [InlineData("""{ "Id": "a", "Person": "employee", "State": "Draft", "Pool": "none" }""", "Pool must be the id of a published coaching pool")]
    [InlineData("""{ "Id": "a", "Person": "employee", "State": "Sent", "Pool": "coaching-pool-managers" }""", "at least one for a request that is sent")]
    public async Task Run_Wrong_IsAProblem(string request, string problem)
    {
        (await RunAsync(request)).Problems.ShouldContain(one => one.Message.Contains(problem, StringComparison.Ordinal));
        (await portal.ReadAsync(db => db.CoachingRequests.CountAsync(row => row.Id == "a"))).ShouldBe(0);
    }

    private async Task<RecipeReport> RunAsync(string request)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(
            Recipe.Parse($$"""{ "name": "requests", "steps": [ { "name": "CoachingRequests", "data": [ {{request}} ] } ] }"""), new RecipeRunOptions());
    }
}
