using LearningDev.Coaching.Coaches;
using LearningDev.Content.Recipes;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Recipes;

[Requirement("COA-01")]
public class CoachesStepTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    [Fact]
    public async Task Run_Again_LeavesWhatIsThereAlone()
    {
        await portal.SetCoachAsync(CoachingPages.Grace, coach => coach.Capacity = 9);
        var report = await RunAsync("""{ "Id": "another", "Person": "coach", "State": "Approved", "Capacity": 1 }""");
        report.Problems.ShouldBeEmpty();
        (await portal.CoachAsync(CoachingPages.Grace)).Capacity.ShouldBe(9);
        (await portal.ReadAsync(db => db.Coaches.CountAsync(row => row.Id == "another"))).ShouldBe(0);
    }

    [Theory]
    [InlineData("""{ "Id": "a", "Person": "nobody", "State": "Draft" }""", "Nobody has the user name")]
    [InlineData("""{ "Id": "a", "Person": "employee", "State": "Refused" }""", "a State that is one of Draft, Sent, Approved")]
    [InlineData("""{ "Id": "a", "Person": "employee", "State": "Sent" }""", "The coach profile is not complete")]
    [InlineData("""{ "Id": "a", "Person": "employee", "State": "Draft", "Colour": "red" }""", "Colour")]
    public async Task Run_Wrong_IsAProblem(string coach, string problem) =>
        (await RunAsync(coach)).Problems.ShouldContain(one => one.Message.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public async Task Run_Sent_WaitsForHrWithoutALetter()
    {
        var coach = await portal.CoachAsync("coach-mei-lin-tan");
        (coach.State, coach.IsAsked).ShouldBe((CoachState.Sent, true));
        coach.CaseId.ShouldNotBeNull();
        (await portal.GetDocumentAsync("/tasks", "hr")).MainText().ShouldContain("Coach profile of Mei-Lin Tan");
    }

    private async Task<RecipeReport> RunAsync(string coach)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(
            Recipe.Parse($$"""{ "name": "coaches", "steps": [ { "name": "Coaches", "data": [ {{coach}} ] } ] }"""), new RecipeRunOptions());
    }
}
