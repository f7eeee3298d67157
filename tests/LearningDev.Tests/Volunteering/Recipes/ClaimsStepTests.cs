using LearningDev.Content.Recipes;
using LearningDev.Platform.Notifications;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
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

    [Fact]
    public async Task Run_ClaimThatIsSent_WaitsForTheManagerAndNobodyIsTold()
    {
        (await RunAsync(
            """
            { "Id": "brought-sent", "Person": "employee", "Organisation": "New Mill", "Activity": "I swept.", "Skills": ["vol-skill-practical"], "Reflection": "Dust settles.", "State": "Sent",
              "OwnTime": [{ "DaysAgo": 2, "Hours": 1 }], "LeaveHours": 1 }
            """)).Problems.ShouldBeEmpty();

        var claim = await portal.ClaimAsync("brought-sent");
        claim.State.ShouldBe(ClaimState.Sent);
        var task = (await portal.OpenTasksAsync(claim.CaseId!)).ShouldHaveSingleItem();
        (await portal.AskedAsync(task.Id)).ShouldBe(["manager"]);
        (await portal.ReadAsync(db => db.Set<PersonNotification>().CountAsync(told => told.Key.StartsWith($"workflow:{claim.CaseId}")))).ShouldBe(0);
    }

    [Fact]
    public async Task Run_ClaimThatTheRulesDoNotAllow_StaysADraft()
    {
        var report = await RunAsync(
            """
            { "Id": "brought-too-long", "Person": "employee", "Organisation": "New Mill", "Activity": "I swept.", "Skills": ["vol-skill-practical"], "Reflection": "Dust settles.", "State": "Sent",
              "OwnTime": [{ "DaysAgo": 4, "Hours": 1 }], "LeaveHours": 3 }
            """);
        var notice = report.Problems.ShouldHaveSingleItem();
        (notice.Message, notice.Stops).ShouldBe(("The claim stays a draft: Hours of leave must be 1 or less: 1 hour of own time bring no more.", false));
        (await portal.ClaimAsync("brought-too-long")).State.ShouldBe(ClaimState.Draft);
    }

    [Theory]
    [InlineData("\"State\": \"Agreed\"", "\"State\": \"Perhaps\"", "and a State")]
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
