using System.Globalization;
using LearningDev.Content.Recipes;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>Somebody finds a coach, and the two work together in confidence to the end; each is at a browser of their own.</summary>
[Collection(nameof(PairsPortal))]
public class CoachingTests(PairsPortal portal)
{
    private const string Goals = "To lead the move to the new office calmly";

    [Fact]
    [Requirement("COA-02")]
    [Requirement("COA-03")]
    public async Task Coaching_DeclinedByOneAndTakenOnByAnother_IsAgreedHeldAndEnded()
    {
        await MakeCoachAsync();
        await using var learner = await portal.VisitAsync("employee");
        await AskAsync(learner);

        await using var first = await portal.VisitAsync("hr", width: 390);
        await AnswerAsync(first, "Decline", "I am away until spring and wish you well.");
        await using var guide = await portal.VisitAsync("coach", width: 390, script: false);
        await AnswerAsync(guide, "Accept");
        await learner.OpenAsync("/partnerships");
        await learner.FollowLinkAsync("Coaching with Grace Adeyemi");
        var url = learner.PathAndQuery;
        await guide.OpenAsync(url);
        (await guide.TextAsync()).ShouldContain(Goals);
        await Axe.ShouldFindNothingAsync(learner.Page);

        await learner.PressAsync("We have met, and I want to go on");
        await guide.PressAsync("We have met, and I want to go on");
        foreach (var visit in (Visit[])[guide, learner])
        {
            await visit.OpenAsync(url);
            await visit.FollowAsync(visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Read and sign the agreement" }));
            await visit.Page.GetByLabel("I have read this and keep to it").CheckAsync();
            await visit.PressAsync("Sign the agreement");
        }

        // The manager agrees to the time, and reads nothing else.
        await using var manager = await portal.VisitAsync("manager");
        await manager.OpenAsync($"{url}/sign-as-manager");
        (await manager.TextAsync()).ShouldNotContain(Goals);
        await manager.Page.GetByLabel("I agree as line manager").CheckAsync();
        await manager.PressAsync("Sign the agreement");

        await MeetAsync(guide, url);
        await learner.OpenAsync($"{url}/notes/new");
        await learner.Page.GetByLabel("Note", new() { Exact = true }).FillAsync("Ask before I answer.");
        await learner.Page.GetByLabel("Only me").CheckAsync();
        await learner.PressAsync("Save");
        await guide.OpenAsync($"{url}/notes");
        (await guide.TextAsync()).ShouldNotContain("Ask before I answer.");
        await ShouldBeHiddenFromAsync("administrator", url);
        await ShouldBeHiddenFromAsync("manager", url);

        await MeetAsync(learner, url, hours: 2);
        await MeetAsync(learner, url, hours: 3);
        await LookBackAsync(learner, url, "More questions, fewer answers.");
        await LookBackAsync(guide, url, "Begin with what has worked.");
        await learner.OpenAsync($"{url}/review");
        (await learner.TextAsync()).ShouldContain("Begin with what has worked.");

        await EndAsync(learner, url);
        foreach (var visit in (Visit[])[learner, guide])
        {
            await visit.OpenAsync($"{url}/evaluate");
            await visit.Page.GetByLabel("Yes, fully").CheckAsync();
            await visit.Page.GetByRole(AriaRole.Group, new() { Name = "How good was it?" }).GetByRole(AriaRole.Radio).Last.CheckAsync();
            await visit.Page.GetByLabel("Yes", new() { Exact = true }).CheckAsync();
            await visit.PressAsync("Send");
            visit.ShouldBeWithoutComplaints();
        }
    }

    private static async Task AskAsync(Visit visit)
    {
        await visit.OpenAsync("/coaching/ask");
        await visit.Page.GetByLabel("Managers trained as coaches").CheckAsync();
        await visit.PressAsync("Go on");
        await visit.Page.GetByLabel("What do you want to reach?").FillAsync(Goals);
        await visit.Page.GetByLabel("Leading change").CheckAsync();
        await visit.PressAsync("Save and go on");
        await visit.Page.GetByLabel("Tuesday").CheckAsync();
        await visit.PressAsync("Save and go on");
        (await visit.TextAsync()).ShouldContain("Coaches on leading change; free on Tuesdays; ILM level 7");
        await Axe.ShouldFindNothingAsync(visit.Page);
        await visit.Page.GetByLabel("First choice").SelectOptionAsync(new SelectOptionValue { Label = "Denise Achebe" });
        await visit.Page.GetByLabel("Second choice (optional)").SelectOptionAsync(new SelectOptionValue { Label = "Grace Adeyemi" });
        await visit.PressAsync("Save and go on");
        await visit.PressAsync("Send the request");
    }

    private static async Task AnswerAsync(Visit visit, string button, string why = "")
    {
        await visit.OpenAsync("/tasks");
        await visit.FollowLinkAsync("Sam Whitfield asks you to be their coach");
        (await visit.TextAsync()).ShouldContain(Goals);
        await visit.ShouldFitTheWidthAsync(390);
        await visit.Page.GetByLabel(button, new() { Exact = true }).CheckAsync();
        await visit.Page.GetByLabel("Why", new() { Exact = true }).FillAsync(why);
        await visit.PressAsync("Send the decision");
        visit.PathAndQuery.ShouldBe("/tasks");
    }

    // Half way, after the third meeting, each looks back, and reads what the other has said.
    private static async Task LookBackAsync(Visit visit, string url, string words)
    {
        await visit.OpenAsync(url);
        await visit.FollowLinkAsync("Look back: is it helping?");
        foreach (var name in (string[])["Helped", "Progress", "Openness"])
        {
            await visit.Page.Locator($"input[name={name}]").Last.CheckAsync();
        }

        await visit.Page.GetByLabel("What should stay, and what should change?").FillAsync(words);
        await Axe.ShouldFindNothingAsync(visit.Page);
        await visit.PressAsync("Send");
    }

    private static async Task MeetAsync(Visit visit, string url, int hours = 1)
    {
        await visit.OpenAsync($"{url}/meetings/new/record");
        var today = DateTime.UtcNow.ToString("d M yyyy", CultureInfo.InvariantCulture).Split(' ');
        foreach (var (label, value) in ((string[])["Day", "Month", "Year"]).Zip(today))
        {
            await visit.Page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        }

        await visit.Page.GetByLabel("How long").FillAsync("60");
        await visit.Page.GetByLabel("By video").CheckAsync();
        await visit.PressAsync("Record");
        await visit.OpenAsync(url);
        (await visit.TextAsync()).ShouldContain($"{hours} {(hours == 1 ? "hour" : "hours")} of 6 hours");
    }

    private static async Task EndAsync(Visit visit, string url)
    {
        await visit.OpenAsync($"{url}/close");
        await visit.Page.GetByLabel("We have done what we agreed").CheckAsync();
        await visit.PressAsync("End it");
    }

    private async Task ShouldBeHiddenFromAsync(string userName, string url)
    {
        await using var visit = await portal.VisitAsync(userName);
        await visit.OpenAsync(url);
        visit.Status.ShouldBe(404);
    }

    // A second coach who can sign in.
    private async Task MakeCoachAsync()
    {
        await using var scope = portal.Scope();
        var recipe = Recipe.Parse(
            """
            { "name": "second-coach", "steps": [ { "name": "Coaches", "data": [ {
              "Id": "coach-denise-achebe", "Person": "hr", "State": "Approved", "Pools": ["coaching-pool-managers"], "Introduction": "I listen.", "Experience": "Ten years in HR.",
              "Qualification": "Certificate in coaching", "QualificationLevel": "5", "AwardingBody": "ILM", "QualifiedOn": "2020-05-04", "SupervisionDaysAgo": 20, "Capacity": 2, "Practice": "A peer group.",
              "Themes": ["theme-confidence"], "Languages": ["english"], "Days": ["friday"], "Places": ["online"], "Approaches": ["goals"] } ] } ] }
            """);
        (await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(recipe, new RecipeRunOptions())).Problems.Where(problem => problem.Stops).ShouldBeEmpty();
    }
}
