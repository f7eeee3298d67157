using LearningDev.Content.Recipes;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>Somebody finds a mentor in a programme that is open all year, and a pair that ends early is matched again.</summary>
[Collection(nameof(PairsPortal))]
public class MentoringTests(PairsPortal portal)
{
    private const string Programme = "/mentoring/programmes/mentoring-for-everybody";

    [Fact]
    [Requirement("MEN-01")]
    public async Task Mentoring_AskedAcceptedEndedEarly_IsMatchedAgain()
    {
        await MakeMentorAsync();
        await using var mentee = await portal.VisitAsync("employee", width: 390, script: false);
        await JoinAsync(mentee);
        await AskAsync(mentee);
        await using var mentor = await portal.VisitAsync("hr");
        await mentor.OpenAsync("/mentoring");
        await mentor.FollowLinkAsync("Sam Whitfield");
        (await mentor.Page.Locator("main").TextContentAsync())!.ShouldNotContain("Fewer words", customMessage: "goals are for the mentor of a pair that has begun");
        await Axe.ShouldFindNothingAsync(mentor.Page);
        await mentor.Page.GetByLabel("Yes", new() { Exact = true }).CheckAsync();
        await mentor.PressAsync("Answer");

        await mentee.OpenAsync("/partnerships");
        await mentee.FollowLinkAsync("Mentoring with Denise Achebe");
        var url = mentee.PathAndQuery;
        await mentor.OpenAsync(url);
        (await mentor.TextAsync()).ShouldContain("Fewer words, better heard");
        await mentee.ShouldFitTheWidthAsync(390);

        // The mentor cannot go on, without blame; the mentee asks again with what was written before.
        await mentor.OpenAsync($"{url}/not-this-time");
        await mentor.PressAsync("Do not go on");
        await mentee.OpenAsync(Programme);
        await mentee.FollowAsync(mentee.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "See what you have sent" }));
        await mentee.PressAsync("Be matched again");
        await mentee.OpenAsync($"{Programme}/mentors");
        (await mentee.TextAsync()).ShouldContain("Callum Reid");
        mentor.ShouldBeWithoutComplaints();
    }

    [Fact]
    [Requirement("MEN-01")]
    public async Task Matching_ByHrWithTheKeyboardAlone_PinsProposesAgainAndSends()
    {
        await using var visit = await portal.VisitAsync("hr");
        var keyboard = new Keyboard(visit.Page);
        await visit.OpenAsync("/mentoring/manage/mentoring-leadership/matching");
        var propose = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Propose a match", Exact = true });
        await keyboard.TabToAsync(await propose.CountAsync() > 0 ? propose : visit.Page.GetByRole(AriaRole.Button, new() { Name = "Propose a match again", Exact = true }));
        await keyboard.EnterAsync();
        await Axe.ShouldFindNothingAsync(visit.Page);
        var pin = visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Pin ", Exact = false }).First;
        var pair = (await pin.InnerTextAsync()).Replace("Pin", "", StringComparison.Ordinal).Trim();
        await keyboard.TabToAsync(pin);
        await keyboard.EnterAsync();
        await visit.OpenAsync("/mentoring/manage/mentoring-leadership/matching?show=rulings");
        (await visit.TextAsync()).ShouldContain(pair.Split(" with ")[0]);
        await visit.OpenAsync("/mentoring/manage/mentoring-leadership/matching");
        await keyboard.TabToAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Propose a match again", Exact = true }));
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send to be confirmed", Exact = true }));
        await keyboard.EnterAsync();
        (await visit.Page.Locator(".govuk-error-summary").AllInnerTextsAsync()).ShouldBeEmpty();
        visit.ShouldBeWithoutComplaints();
    }

    private static async Task JoinAsync(Visit visit)
    {
        await visit.OpenAsync($"{Programme}/join/mentee");
        await visit.Page.GetByLabel("Communicating and influencing").CheckAsync();
        await visit.Page.GetByLabel("What you bring, and what you look for").FillAsync("I write reports that nobody reads.");
        await visit.Page.GetByLabel("What you want to reach (optional)").FillAsync("Fewer words, better heard.");
        await visit.PressAsync("Save and check");
        await visit.PressAsync("Send");
    }

    private static async Task AskAsync(Visit visit)
    {
        await visit.OpenAsync($"{Programme}/mentors");
        await visit.ShouldFitTheWidthAsync(390);
        await visit.Page.GetByLabel("Denise Achebe").CheckAsync();
        await visit.PressAsync("Ask");
        (await visit.TextAsync()).ShouldContain("Denise Achebe");
    }

    // A mentor who can sign in.
    private async Task MakeMentorAsync()
    {
        await using var scope = portal.Scope();
        var recipe = Recipe.Parse(
            """
            { "name": "another-mentor", "steps": [ { "name": "MentoringProfiles", "data": [ {
              "Id": "mp-all-denise", "Programme": "mentoring-for-all", "Person": "hr", "Role": "Mentor", "State": "Waiting", "Themes": ["theme-communication"], "About": "I ask short questions.",
              "Days": ["tuesday"], "Places": ["online"], "Capacity": 2 } ] } ] }
            """);
        (await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(recipe, new RecipeRunOptions())).Problems.Where(problem => problem.Stops).ShouldBeEmpty();
    }
}
