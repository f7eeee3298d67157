using LearningDev.Content.Recipes;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>What happens around a pair ends it in the middle: the two are told at their own browsers, and lose nothing that they have written.</summary>
[Collection(nameof(PairsPortal))]
public class PairsChangingTests(PairsPortal portal)
{
    private const string Programme = "/mentoring/programmes/mentoring-for-everybody";

    [Fact]
    [Requirement("MEN-01")]
    public async Task Mentoring_MentorLeavesInTheMiddle_MenteeIsToldKeepsTheNotesAndIsMatchedAgain()
    {
        await RunAsync(
            """
            { "name": "leaving-mentor", "steps": [ { "name": "MentoringProfiles", "data": [
              { "Id": "mp-leaving", "Programme": "mentoring-for-all", "Person": "chief-officer", "Role": "Mentor", "State": "Waiting", "Themes": ["theme-communication"], "About": "I have made every mistake.",
                "Days": ["tuesday"], "Places": ["online"], "Capacity": 2 },
              { "Id": "mp-left-alone", "Programme": "mentoring-for-all", "Person": "democratic-services", "Role": "Mentee", "State": "Waiting", "Themes": ["theme-communication"], "About": "I write too much.",
                "Days": ["tuesday"], "Places": ["online"] } ] } ] }
            """);
        await using var mentee = await portal.VisitAsync("democratic-services", width: 390, script: false);
        await mentee.OpenAsync($"{Programme}/mentors");
        await mentee.Page.GetByLabel(await NameOfAsync("chief-officer")).CheckAsync();
        await mentee.PressAsync("Ask");
        await using var mentor = await portal.VisitAsync("chief-officer");
        await mentor.OpenAsync("/mentoring");
        await mentor.FollowLinkAsync(await NameOfAsync("democratic-services"));
        await mentor.Page.GetByLabel("Yes", new() { Exact = true }).CheckAsync();
        await mentor.PressAsync("Answer");
        await mentee.OpenAsync("/partnerships");
        await mentee.FollowLinkAsync($"Mentoring with {await NameOfAsync("chief-officer")}");
        var url = mentee.PathAndQuery;
        await mentee.OpenAsync($"{url}/notes/new");
        await mentee.Page.GetByLabel("Note", new() { Exact = true }).FillAsync("Shorter sentences.");
        await mentee.Page.GetByLabel("Only me").CheckAsync();
        await mentee.PressAsync("Save");

        // The mentee is in the middle of a second note when the administrator disables the account of the mentor, who has left.
        await mentee.OpenAsync($"{url}/notes/new");
        await mentee.Page.GetByLabel("Note", new() { Exact = true }).FillAsync("Read it aloud.");
        await mentee.Page.GetByLabel("Only me").CheckAsync();
        await UseAsync("Disable");
        try
        {
            await mentee.PressAsync("Save");
            await mentor.OpenAsync(url);
            mentor.PathAndQuery.ShouldContain("/sign-in");

            await mentee.OpenAsync("/notifications");
            (await mentee.TextAsync()).ShouldContain($"Mentoring with {await NameOfAsync("chief-officer")} has ended");
            await Axe.ShouldFindNothingAsync(mentee.Page);
            await mentee.OpenAsync(url);
            (await mentee.TextAsync()).ShouldContain("One of you has left, or cannot sign in any more");
            await mentee.ShouldFitTheWidthAsync(390);
            await Axe.ShouldFindNothingAsync(mentee.Page);
            await mentee.OpenAsync($"{url}/notes");
            (await mentee.TextAsync()).ShouldSatisfyAllConditions(notes => notes.ShouldContain("Shorter sentences."), notes => notes.ShouldContain("Read it aloud."));

            await mentee.OpenAsync("/mentoring");
            await mentee.FollowLinkAsync("Be matched again");
            await mentee.PressAsync("Be matched again");
            await mentee.OpenAsync($"{Programme}/mentors");
            (await mentee.TextAsync()).ShouldSatisfyAllConditions(
                main => main.ShouldContain("Callum Reid"), main => main.ShouldNotContain("I have made every mistake"));
            mentee.ShouldBeWithoutComplaints();
        }
        finally
        {
            await UseAsync("Put in use again");
        }
    }

    [Fact]
    [Requirement("COA-02")]
    public async Task Coaching_OneComesToManageTheOther_BothAreToldAndAnotherCoachIsOffered()
    {
        var (guideId, learnerId) = (await portal.PersonIdAsync("coach"), await portal.PersonIdAsync("democratic-services"));
        await using (var scope = portal.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await scope.ServiceProvider.GetRequiredService<IPartnerships>().BeginAsync(new PartnershipProposal(
                "coaching", guideId, learnerId, new PartnershipTerms("coaching-pool-managers", "Managers trained as coaches", "We keep what is said to ourselves.")));
            await transaction.CommitAsync();
        }

        await using var learner = await portal.VisitAsync("democratic-services");
        await using var guide = await portal.VisitAsync("coach", width: 390, script: false);
        await learner.OpenAsync("/partnerships");
        await learner.FollowLinkAsync("Coaching with Grace Adeyemi");
        var url = learner.PathAndQuery;
        await guide.OpenAsync($"{url}/sign");

        // HR's import says that the coach manages the other from today on, while the coach reads the agreement.
        await ImportAsync("coach");
        try
        {
            await guide.Page.GetByLabel("I have read this and keep to it").CheckAsync();
            await guide.PressAsync("Sign the agreement");
            foreach (var visit in (Visit[])[guide, learner])
            {
                await visit.OpenAsync(url);
                (await visit.TextAsync()).ShouldContain("One of you now manages the other, directly or through others");
                await Axe.ShouldFindNothingAsync(visit.Page);
                await visit.OpenAsync("/notifications");
                (await visit.TextAsync()).ShouldContain("has ended");
            }

            await learner.OpenAsync(url);
            await learner.FollowLinkAsync("Ask for another coach");
            learner.PathAndQuery.ShouldStartWith("/coaching/ask");
            learner.ShouldBeWithoutComplaints();
        }
        finally
        {
            await ImportAsync("rajesh.nair");
        }
    }

    private Task ImportAsync(string lineManager) => RunAsync(
        $$"""
        { "name": "import", "steps": [ { "name": "people", "People": [ {
          "UserName": "democratic-services", "Email": "democratic-services@northbourne.example", "GivenName": "Imogen", "FamilyName": "Fairweather", "EmployeeNumber": "100625",
          "JobTitle": "Democratic Services Team Leader", "Grade": "NB12", "RoleLevel": "team-leader", "Unit": "CEX-LEG-DEM", "LineManager": "{{lineManager}}", "StartsOn": "2013-02-04",
          "Roles": ["Employee", "Manager", "Democratic Services"] } ] } ] }
        """);

    private async Task UseAsync(string button)
    {
        await using var administrator = await portal.VisitAsync("administrator");
        await administrator.OpenAsync($"/admin/people/{await portal.PersonIdAsync("chief-officer")}/use");
        await administrator.Page.GetByLabel("Reason").FillAsync("Has left the council.");
        await administrator.PressAsync(button);
    }

    private async Task<string> NameOfAsync(string userName)
    {
        await using var scope = portal.Scope();
        return (await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.FindAsync(await portal.PersonIdAsync(userName)))!.FullName;
    }

    private async Task RunAsync(string recipe)
    {
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(Recipe.Parse(recipe), new RecipeRunOptions())).Problems.Where(problem => problem.Stops).ShouldBeEmpty();
    }
}
