using System.Net;
using System.Text.Json.Nodes;
using LearningDev.Content.Recipes;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Asking;

[Requirement("FUN-01")]
public class AskTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_NoSuchStepOrRequest_IsNotFound()
    {
        var id = await portal.BegunAsync("Astronomy");
        var theirs = await portal.BegunAsync("Botany", "manager");
        using var client = await portal.SignedInAsAsync("employee");
        foreach (var path in (string[])[$"{id}/nothing", $"{theirs}/why", "none/why"])
        {
            using var answer = await client.GetAsync($"/funding/requests/{path}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Theory]
    [InlineData("why", "TrainingRequest.BusinessCase")]
    [InlineData("dates", "TrainingRequest.StartsOn")]
    [InlineData("examinations", "TrainingRequest.Examinations")]
    public async Task Post_Nothing_ShowsErrorsAndKeepsTheDraft(string step, string field)
    {
        var id = await portal.BegunAsync($"Geology, {step}");
        var url = $"/funding/requests/{id}/{step}";
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        page.Errors().ShouldNotBeEmpty();
        page.QuerySelector($"main [name^='{field}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_Why_IsKeptAndGoesOn()
    {
        var id = await portal.BegunAsync("Zoology");
        var url = $"/funding/requests/{id}/why";
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync(url)).Form(url), ("TrainingRequest.BusinessCase", "The park has\na new otter."), ("TrainingRequest.Outcomes", "The otter is well."));
        answer.Headers.Location!.OriginalString.ShouldBe($"/funding/requests/{id}/classification");
        (await portal.AnswersAsync(id)).BusinessCase.Text.ShouldBe("The park has\na new otter.");
        (await client.GetPageAsync(url)).QuerySelector("textarea")!.TextContent.Trim().ShouldBe("The park has\na new otter.");
    }

    [Fact]
    public async Task Post_FromAWindowThatWasOpenedBefore_IsToldAndReplacesWhenItIsSentAgain()
    {
        var id = await portal.BegunAsync("Herpetology");
        var url = $"/funding/requests/{id}/why";
        using var client = await portal.SignedInAsAsync("employee");
        var older = (await client.GetPageAsync(url)).Form(url);
        (string, string?)[] Typed(string reason) => [("TrainingRequest.BusinessCase", reason), ("TrainingRequest.Outcomes", "Newts are counted.")];
        using var saved = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), Typed("Typed in the newer window."));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var again = await client.SubmitAsync(older, Typed("Typed in the newer window."));
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect, "the same answers twice, as by a double click, are no conflict");

        using var refused = await client.SubmitAsync(older, Typed("Typed in the older window."));

        var page = await refused.ReadPageAsync();
        page.Errors().ShouldBe([LearningDev.Content.PrivateItems.OwnForms.SavedElsewhere]);
        page.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Typed in the older window.");
        (await portal.AnswersAsync(id)).BusinessCase.Text.ShouldBe("Typed in the newer window.");
        using var answer = await client.SubmitAsync(page.Form(url));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.AnswersAsync(id)).BusinessCase.Text.ShouldBe("Typed in the older window.");
    }

    [Fact]
    public async Task Post_EndsBeforeItStarts_ShowsError()
    {
        var url = $"/funding/requests/{await portal.DraftAsync("History")}/dates";
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync(url)).Form(url);
        var names = form.QuerySelectorAll("input").Select(input => input.GetAttribute("name")!).Where(name => name.StartsWith("TrainingRequest.EndsOn", StringComparison.Ordinal)).ToList();
        using var answer = await client.SubmitAsync(form, [.. names.Zip(["1", "2", "2027"], (name, value) => (name, (string?)value))]);
        (await answer.ReadPageAsync()).Errors().ShouldBe(["The last day must be on or after the first"]);
    }

    [Fact]
    [Requirement("FUN-07")]
    public async Task Post_Examinations_StudyLeaveIsWorkedOut()
    {
        var id = await portal.DraftAsync("Statistics");
        var url = $"/funding/requests/{id}/examinations";
        using var client = await portal.SignedInAsAsync("employee");
        using var tooMany = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("TrainingRequest.Examinations", "21"));
        (await tooMany.ReadPageAsync()).Errors().ShouldBe(["The number of examinations must be 20 or less"]);

        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("TrainingRequest.Examinations", "3"));

        answer.Headers.Location!.OriginalString.ShouldBe($"/funding/requests/{id}/funding");
        (await portal.AnswersAsync(id)).StudyLeaveDays.Value.ShouldBe(1.5m);
        (await client.GetPageAsync(url)).QuerySelector(".govuk-inset-text")!.TextContent.Trim().ShouldBe("Study leave so far: 1.5 days.");
        (await client.GetPageAsync($"/funding/requests/{id}")).QuerySelector("main")!.TextContent.ShouldContain("3, with 1.5 days of study leave");
    }

    [Fact]
    [Requirement("CMS-02")]
    public async Task FieldThatEditorsAdded_IsAskedForShownAndReadByWhoeverDecides()
    {
        var recipe = Recipe.Parse("""
            { "name": "more", "steps": [{ "name": "ContentDefinition", "ContentParts": [{ "Name": "TrainingRequest", "Settings": {}, "ContentPartFieldDefinitionRecords": [
              { "FieldName": "TextField", "Name": "CostCentre", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Cost centre", "Position": "40" }, "TextFieldSettings": { "Required": true } } }] }] }] }
            """);
        await using (var scope = portal.Scope())
        {
            (await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(recipe, new RecipeRunOptions())).Problems.ShouldBeEmpty();
        }

        var id = await portal.DraftAsync("Chemistry");
        using var client = await portal.SignedInAsAsync("employee");
        (await client.GetPageAsync($"/funding/requests/{id}")).QuerySelector($"main a[href='/funding/requests/{id}/more?from=check']").ShouldNotBeNull();
        var url = $"/funding/requests/{id}/more";
        using var refused = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url));
        (await refused.ReadPageAsync()).Errors().ShouldHaveSingleItem();
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("TrainingRequest.CostCentre", "CC-4711"));
        answer.Headers.Location!.OriginalString.ShouldBe($"/funding/requests/{id}");
        (await client.GetPageAsync($"/funding/requests/{id}")).QuerySelector("main")!.TextContent.ShouldContain("CC-4711");
        using var sent = await client.SubmitAsync((await client.GetPageAsync($"/funding/requests/{id}")).Form($"/funding/requests/{id}"));

        var task = await portal.TaskAsync(id);
        (await portal.GetDocumentAsync($"/tasks/{task.Id}", "manager")).QuerySelector("main")!.TextContent.ShouldContain("CC-4711");

        // As before, for the other tests.
        var part = new JsonObject { ["Retired"] = true };
        var retire = Recipe.Parse("""
            { "name": "less", "steps": [{ "name": "ContentDefinition", "ContentParts": [{ "Name": "TrainingRequest", "Settings": {}, "ContentPartFieldDefinitionRecords": [
              { "FieldName": "TextField", "Name": "CostCentre", "Settings": { "FieldUseSettings": RETIRED, "TextFieldSettings": { "Required": false } } }] }] }] }
            """.Replace("RETIRED", part.ToJsonString(), StringComparison.Ordinal));
        await using var last = portal.Scope();
        (await last.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(retire, new RecipeRunOptions())).Problems.ShouldBeEmpty();
        (await portal.GetDocumentAsync($"/funding/requests/{await portal.DraftAsync("Physics")}")).QuerySelector("main")!.TextContent.ShouldNotContain("Cost centre");
    }
}
