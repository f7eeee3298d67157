using System.Net;
using LearningDev.Content.Recipes;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Claiming;

[Requirement("VOL-03")]
public class LearningTests(VolunteeringPortal portal) : IClassFixture<VolunteeringPortal>
{
    [Fact]
    public async Task Get_Draft_OffersTheSkills()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var page = await client.GetPageAsync($"/volunteering/claims/{await client.BegunAsync("Skills")}/learning");
        page.QuerySelectorAll("input[name='VolunteeringClaim.Skills'][type=checkbox]").Length.ShouldBe(12);
    }

    [Fact]
    public async Task Post_NothingFilledIn_ShowsErrors()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync("Nothing");
        using var answer = await client.StepAsync(id, "learning");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.ReadPageAsync()).QuerySelectorAll(".govuk-error-summary a").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Post_FilledIn_StandsOnTheClaim()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync("Learned");
        using var answer = await client.StepAsync(
            id, "learning", ("VolunteeringClaim.Skills", "vol-skill-leading"), ("VolunteeringClaim.Skills", "vol-skill-listening"), ("VolunteeringClaim.Reflection", "Ask first."));
        answer.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}/leave");
        var main = (await client.GetPageAsync($"/volunteering/claims/{id}/check")).MainText();
        main.ShouldContain("Leading others, Listening and support");
        main.ShouldContain("Ask first.");
    }

    [Fact]
    public async Task Post_FieldThatEditorsHaveAdded_IsAskedAndShownWithoutCode()
    {
        await using var other = new VolunteeringPortal();
        await other.InitializeAsync();
        await using (var scope = other.Scope())
        {
            var recipe = Recipe.Parse(
                """
                { "name": "more", "steps": [ { "name": "ContentDefinition", "ContentParts": [ { "Name": "VolunteeringClaim", "Settings": {}, "ContentPartFieldDefinitionRecords": [
                  { "FieldName": "TextField", "Name": "Reference", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Who can confirm it?" }, "TextFieldSettings": { "Required": true } } } ] } ] } ] }
                """);
            (await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(recipe, new RecipeRunOptions())).Problems.Where(problem => problem.Stops).ShouldBeEmpty();
        }

        using var client = await other.SignedInAsAsync("manager");
        var id = await client.BegunAsync("More");
        using var refused = await client.StepAsync(id, "learning", ("VolunteeringClaim.Skills", "vol-skill-leading"), ("VolunteeringClaim.Reflection", "Ask first."));
        (await refused.ReadPageAsync()).Errors().ShouldContain("Who can confirm it?", Case.Insensitive);
        using var answer = await client.StepAsync(
            id, "learning", ("VolunteeringClaim.Skills", "vol-skill-leading"), ("VolunteeringClaim.Reflection", "Ask first."), ("VolunteeringClaim.Reference", "Ada Lovelace"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync($"/volunteering/claims/{id}/check")).MainText().ShouldContain("Who can confirm it? Ada Lovelace");
    }
}
