using System.Text.Json.Nodes;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Definitions;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Comparing;

[Requirement("WFL-02")]
public class CompareVersionsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("compare-forbidden")}/compare");

    [Fact]
    public async Task Get_UnknownVersion_IsNotFound() => await portal.IsNotFoundAsync($"{await portal.DesignedAsync("compare-unknown")}/compare?before=1&after=7", "/workflows/nothing/compare");

    [Fact]
    public async Task Get_Same_SaysThatNothingIsDifferent() =>
        (await portal.GetDocumentAsync($"{await portal.DesignedAsync("compare-same")}/compare", "administrator")).MainText().ShouldContain("Nothing is different.");

    [Fact]
    public async Task Get_DraftAndVersion_SaysInPlainWordsWhatIsDifferent()
    {
        var url = await portal.DesignedAsync("compare");
        await portal.ChangeDraftAsync("compare", definition =>
        {
            definition.Find("ask")!.Properties["DueDays"] = 10;
            definition.Find("ask")!.Properties["AssignTo"] = "ChiefOfficer";
            definition.Activities.RemoveAll(step => step.ActivityId == "no");
            definition.Activities.Add(new ActivityRecord
            {
                ActivityId = "if",
                Name = "IfElseTask",
                Title = "Is it dear?",
                Properties = JsonNode.Parse("""{ "ActivityMetadata": { "Title": "Is it dear?" }, "Conditions": { "Match": "All", "Conditions": [{ "Field": "AskPart.Cost", "Operator": "IsMoreThan", "Values": ["1000"] }] } }""")!.AsObject(),
            });
            definition.Next("ask", "Refuse")!.DestinationActivityId = "if";
        });

        var text = string.Join(' ', (await portal.GetDocumentAsync($"{url}/compare?before=1&after=draft", "administrator")).MainText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        text.ShouldContain("To be decided within: 10 instead of 5");
        text.ShouldContain("Who decides: Chief officer of the service instead of Line manager of the person who asked");
        text.ShouldContain("“Refuse” leads to Is it dear? instead of It ends");
        text.ShouldContain("New Is it dear?: Cost is more than 1,000");
        text.ShouldContain("Removed It ends");
    }
}
