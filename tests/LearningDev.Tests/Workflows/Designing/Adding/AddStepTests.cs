using System.Text.Json.Nodes;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Adding;

[Requirement("WFL-01")]
public class AddStepTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("add-forbidden")}/add/EndTask?after=ask&outcome=Approve");

    [Fact]
    public async Task Get_UnknownActivity_IsNotFound() =>
        await portal.IsNotFoundAsync($"{await portal.DesignedAsync("add-unknown")}/add/Nothing?after=ask&outcome=Approve", "/workflows/nothing/add/EndTask");

    [Fact]
    public async Task Post_ApprovalWithoutRole_ShowsErrorAndKeepsWhatWasTyped()
    {
        var url = await portal.DesignedAsync("add-refused");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync($"{url}/add/ApprovalTask?after=ask&outcome=Approve")).MainForm();

        using var answer = await client.SubmitAsync(form, ("title", "Business partner"), ("p.AssignTo", "Role"), ("p.DueDays", "soon"));

        var page = await answer.ReadPageAsync();
        page.ErrorSummary().ShouldContain("Enter “Roles”");
        page.ErrorSummary().ShouldContain("must be a whole number of working days");
        page.QuerySelector("#p-DueDays")!.GetAttribute("value").ShouldBe("soon");
        page.QuerySelector("#title")!.GetAttribute("value").ShouldBe("Business partner");
        (await portal.DraftAsync("add-refused")).IsDraft.ShouldBeFalse();
    }

    [Fact]
    public async Task Post_ApprovalAfterAnOutcome_IsPutInBetween()
    {
        var url = await portal.DesignedAsync("add-between");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync($"{url}/add/ApprovalTask?after=ask&outcome=Approve")).MainForm();

        using var answer = await client.SubmitAsync(form, ("title", "Head decides"), ("p.AssignTo", "Director"), ("p.DueDays", "3"));

        var definition = (await portal.DraftAsync("add-between")).Definition;
        var step = definition.Activities.Single(activity => activity.Title == "Head decides");
        answer.Headers.Location!.OriginalString.ShouldBe($"{url}#step-{step.ActivityId}");
        (await client.GetPageAsync(url)).Banner().ShouldBe("The step is added to the draft");
        (definition.Leads("ask", "Approve"), definition.Leads(step.ActivityId, "Approve"), definition.Leads(step.ActivityId, "Refuse")).ShouldBe((step.ActivityId, "yes", null));
        JsonNode.DeepEquals(step.Properties["DueDays"], JsonValue.Create(3)).ShouldBeTrue();
        step.Properties.ContainsKey("Buttons").ShouldBeFalse();
        (await portal.WorkflowEventsAsync("add-between")).ShouldBe(["WorkflowPublished", "WorkflowDraftSaved"]);
    }

    [Fact]
    public async Task Post_IfWithConditions_KeepsThemAndBothWaysLeadOn()
    {
        var url = await portal.DesignedAsync("add-if");
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"{url}/add/IfElseTask?after=ask&outcome=Approve");
        using var more = await client.SubmitAsync(
            page.MainForm(), "Add a condition: Conditions", [("p.Conditions.c[0].Field", "AskPart.Cost"), ("p.Conditions.c[0].Operator", "IsMoreThan"), ("p.Conditions.c[0].Value", "£1,000")], []);
        page = await more.ReadPageAsync();
        page.QuerySelector("[name='p.Conditions.c[0].Value']")!.GetAttribute("value").ShouldBe("1,000");
        using var group = await client.SubmitAsync(page.MainForm(), "Add a group: Conditions", [], []);
        page = await group.ReadPageAsync();

        using var answer = await client.SubmitAsync(
            page.MainForm(), "Add the step", [("p.Conditions.g[0].c[0].Field", "AskPart.Urgent"), ("p.Conditions.g[0].c[0].Value", "yes")], []);

        answer.Headers.Location.ShouldNotBeNull((await answer.ReadPageAsync()).ErrorSummary());
        var definition = (await portal.DraftAsync("add-if")).Definition;
        var step = definition.Activities.Single(activity => activity.Name == "IfElseTask");
        step.Properties["Conditions"]!.ToJsonString().ShouldBe(
            """{"Match":"All","Conditions":[{"Field":"AskPart.Cost","Operator":"IsMoreThan","Values":["1000"]}],"Groups":[{"Match":"Any","Conditions":[{"Field":"AskPart.Urgent","Operator":"Is","Values":["true"]}],"Groups":[]}]}""");
        (definition.Leads(step.ActivityId, "True"), definition.Leads(step.ActivityId, "False")).ShouldBe(("yes", "yes"));
        (await client.GetPageAsync(url)).QuerySelector($"#step-{step.ActivityId} .app-step__words")!.TextContent.ShouldBe("Cost is more than 1,000 and Urgent is yes");
    }

    [Fact]
    public async Task Post_ConditionThatMakesNoSense_ShowsErrors()
    {
        var url = await portal.DesignedAsync("add-nonsense");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync($"{url}/add/IfElseTask?after=ask&outcome=Approve")).MainForm();

        using var answer = await client.SubmitAsync(
            form, ("p.Conditions.c[0].Field", "AskPart.Cost"), ("p.Conditions.c[0].Operator", "Contains"), ("p.Conditions.c[0].Value", "much"));

        var errors = (await answer.ReadPageAsync()).ErrorSummary();
        errors.ShouldContain("“Cost” cannot be compared by “contains”");
        errors.ShouldContain("Enter a number, for example 1,000");
    }

    [Fact]
    public async Task Post_PeopleFoundWithoutScript_AreKeptByUserName()
    {
        var url = await portal.DesignedAsync("add-people");
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"{url}/add/ApprovalTask?after=ask&outcome=Approve");
        using var found = await client.SubmitAsync(page.MainForm(), "Find for People", [("p.AssignTo", "People"), ("p.People.Search", "priya")], []);
        page = await found.ReadPageAsync();

        using var answer = await client.SubmitAsync(page.MainForm(), "Add the step", [("p.People", "manager")], []);

        var definition = (await portal.DraftAsync("add-people")).Definition;
        var step = definition.Activities.Single(activity => activity.Name == "ApprovalTask" && activity.ActivityId != "ask");
        step.Properties["People"]!.ToJsonString().ShouldBe("""["manager"]""");
        page = await client.GetPageAsync($"{url}/steps/{step.ActivityId}");
        page.QuerySelector("[data-picker-chosen]")!.TextContent.ShouldContain("Priya Raman");
    }

    [Fact]
    public async Task Post_Preview_ShowsTheTextWithMadeUpValues()
    {
        var url = await portal.DesignedAsync("add-preview");
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"{url}/add/ApprovalTask?after=ask&outcome=Approve");
        page.QuerySelector(".app-placeholders")!.TextContent.ShouldContain("AskPart.Cost");

        using var answer = await client.SubmitAsync(page.MainForm(), "Preview “What is asked”", [("p.TaskTitle", "Pay {{ AskPart.Cost }} for {{ item.name }}? {{ nothing.here }}")], []);

        (await answer.ReadPageAsync()).QuerySelector(".app-template-preview__text")!.TextContent.ShouldBe("Pay 1,250 for [Name of the item]? [unknown: nothing.here]");
    }

    [Fact]
    public async Task Post_SomebodyElseHasSaved_IsToldAndLosesNothing()
    {
        var url = await portal.DesignedAsync("add-both");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync($"{url}/add/EndTask?after=ask&outcome=Approve")).MainForm();
        await portal.ChangeDraftAsync("add-both", definition => definition.Name = "Named by another", "editor");

        using var answer = await client.SubmitAsync(form, ("title", "Another end"));

        var page = await answer.ReadPageAsync();
        page.ErrorSummary().ShouldContain("changed this workflow after you opened this page");
        using var again = await client.SubmitAsync(page.MainForm());
        var definition = (await portal.DraftAsync("add-both")).Definition;
        (definition.Name, definition.Activities.Exists(step => step.Title == "Another end")).ShouldBe(("Named by another", true));
    }
}
