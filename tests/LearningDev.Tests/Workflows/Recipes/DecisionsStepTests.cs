using LearningDev.Content.Recipes;
using LearningDev.Platform.Notifications;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Recipes;

[Requirement("WFL-03")]
public class DecisionsStepTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Run_Decision_IsTakenOnceInTheNameOfThePersonAndNobodyIsTold()
    {
        await portal.ImportedAsync(WorkflowPortal.Type(
            "brought",
            ["ask|ApprovalTask|{\"AssignTo\":\"LineManager\"}", "told|NotifyPeopleTask|{\"To\":\"Owner\",\"Subject\":\"Decided\",\"Text\":\"It is.\"}", "end|EndTask|{\"Outcome\":\"Agreed\"}"],
            ["start|Done|ask", "ask|Approve|told", "told|Done|end"]));
        var itemId = await portal.AskAsync("employee", "Brought from elsewhere");
        var row = await portal.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(one => one.CorrelationId == itemId));
        var decision = $$"""{ "ContentItemId": "{{itemId}}", "By": "manager", "Button": "Approve", "Comment": "By letter of May." }""";

        (await RunAsync(decision)).Problems.ShouldBeEmpty();
        (await RunAsync(decision)).Changes.ShouldBeEmpty();

        (await portal.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(one => one.Id == row.Id))).Outcome.ShouldBe("Agreed");
        var seat = await portal.ReadAsync(db => db.TaskSeats.AsNoTracking().SingleAsync(one => one.Decision == "Approve" && one.Comment == "By letter of May."));
        seat.DecidedByName.ShouldBe("Priya Raman");
        (await portal.ReadAsync(db => db.Set<PersonNotification>().CountAsync(told => told.Key.StartsWith($"workflow:{row.Id}") && told.Subject == "Decided"))).ShouldBe(0);
    }

    [Theory]
    [InlineData("""{ "ContentItemId": "none", "By": "nobody", "Button": "Approve" }""", "Nobody has the user name \"nobody\".")]
    [InlineData("""{ "ContentItemId": "none", "By": "manager", "Button": "Approve" }""", "The decision \"Approve\" about none cannot be taken: nothing about it waits for this person.")]
    [InlineData("""{ "ContentItemId": "request-survey-design", "By": "manager", "Button": "Perhaps" }""", "The decision \"Perhaps\" about request-survey-design cannot be taken: the step has no such button.")]
    [InlineData("""{ "ContentItemId": "request-survey-design", "By": "manager", "Button": "Refuse" }""", "The decision \"Refuse\" about request-survey-design cannot be taken: it needs a Comment.")]
    public async Task Run_Wrong_IsAProblemThatNamesIt(string decision, string problem) => (await RunAsync(decision)).Problems.ShouldHaveSingleItem().Message.ShouldBe(problem);

    private async Task<RecipeReport> RunAsync(string decision)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(
            Recipe.Parse($$"""{ "name": "decisions", "steps": [{ "name": "WorkflowDecisions", "data": [{{decision}}] }] }"""), new RecipeRunOptions());
    }
}
