using LearningDev.Content.Recipes;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.Volunteering.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Recipes;

[Requirement("VOL-03")]
public class ClaimsStepTests(VolunteeringPortal portal) : IClassFixture<VolunteeringPortal>
{
    private const string Good =
        """
        { "Id": "brought-in", "Person": "coach", "Organisation": "Old Mill", "Activity": "I painted.", "Skills": ["vol-skill-practical"], "Reflection": "Two coats.", "State": "Agreed",
          "OwnTime": [{ "Day": "2026-11-07", "Hours": 3 }, { "DaysAgo": 3, "Hours": 1.5 }], "LeaveHours": 4, "Planned": [{ "WorkingDaysAhead": 5, "Hours": 1 }], "Taken": [{ "WorkingDaysAgo": 1, "Hours": 2 }] }
        """;

    [Fact]
    public async Task Run_Claim_StandsInTheRecordOnce()
    {
        (await RunAsync(Good)).Problems.ShouldBeEmpty();
        (await RunAsync(Good)).Problems.ShouldBeEmpty();

        var claim = await portal.ClaimAsync("brought-in");
        (claim.State, claim.OwnMinutes, claim.LeaveMinutes, claim.PersonName).ShouldBe((ClaimState.Agreed, 270, 240, "Grace Adeyemi"));
        (await portal.LeaveOfAsync("brought-in")).Select(day => (day.Day, day.Minutes, day.State)).ShouldBe(
            [(new DateOnly(2026, 11, 30), 120, LeaveState.Taken), (new DateOnly(2026, 12, 8), 60, LeaveState.Planned)]);
        var main = (await portal.GetDocumentAsync("/volunteering/mine", "coach")).MainText();
        main.ShouldContain("2026 to 2027 14.8 4.5 0 4 2 10.8");
        main.ShouldContain("Practical and outdoor work");
        (await portal.ReadAsync(db => db.VolunteeringClaims.CountAsync(row => row.Id == "brought-in"))).ShouldBe(1);
    }

    [Theory]
    [InlineData("\"State\": \"Agreed\"", "\"State\": \"Sent\"", "a State that is not Sent")]
    [InlineData("\"coach\"", "\"nobody\"", "Nobody has the user name \"nobody\"")]
    [InlineData("\"DaysAgo\": 3", "\"Weeks\": 3", "Each day of a claim needs")]
    [InlineData("\"Hours\": 1.5", "\"Hours\": 25", "Each day of a claim needs")]
    [InlineData("\"DaysAgo\": 3", "\"Day\": \"2026-11-07\"", "a day of own time stands once")]
    public async Task Run_SomethingIsWrong_NamesIt(string before, string after, string problem) =>
        (await RunAsync(Good.Replace("brought-in", "wrong", StringComparison.Ordinal).Replace(before, after, StringComparison.Ordinal))).Problems.ShouldHaveSingleItem().Message.ShouldContain(problem);

    private async Task<RecipeReport> RunAsync(string claim)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(Recipe.Parse($$"""{ "name": "claims", "steps": [ { "name": "VolunteeringClaims", "data": [ {{claim}} ] } ] }"""), new RecipeRunOptions());
    }
}
