using System.Net;
using LearningDev.Coaching.Requests;
using LearningDev.Partnerships.Contracts;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Asking;

[Requirement("COA-02")]
public class AskTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    private const string Url = "/coaching/ask";

    [Fact]
    public async Task Get_Employee_OffersOnlyTheirPools()
    {
        var page = await portal.GetDocumentAsync(Url);
        page.QuerySelectorAll("input[name=Pool]").Select(input => input.GetAttribute("value")).ShouldBe([CoachingPages.Managers]);
    }

    [Fact]
    public async Task Post_NoPool_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("hr");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url));
        (await answer.ReadPageAsync()).ErrorText().ShouldContain("Select a pool");
    }

    [Fact]
    public async Task Post_PoolTwice_GoesOnWithTheDraft()
    {
        using var client = await portal.SignedInAsAsync("manager");
        var id = await client.BegunAsync();
        (await client.BegunAsync()).ShouldBe(id);
        (await portal.RequestAsync(id)).State.ShouldBe(RequestState.Draft);
        (await portal.AuditOfAsync(id, "CoachingRequest")).ShouldBe([nameof(CoachingRequestBegun)]);
    }

    [Fact]
    public async Task Post_HasACoachInThePool_IsRefused()
    {
        await portal.BeginTogetherAsync("tariq.mahmood", "democratic-services");
        using var client = await portal.SignedInAsAsync("democratic-services");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("Pool", CoachingPages.Managers));
        (await answer.ReadPageAsync()).ErrorText().ShouldContain("You have a coach in this pool");
    }

    [Fact]
    public async Task Get_RequestOfSomebodyElse_IsNotFound()
    {
        var id = await portal.SentAsync("To be calm", CoachingPages.Grace);
        using var client = await portal.SignedInAsAsync("manager");
        foreach (var url in (string[])[$"{Url}?from={id}", $"/coaching/requests/{id}", $"/coaching/requests/{id}/check"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }

        await portal.AnsweredAsync(id, "coach", "Decline", "No time");
    }

    [Fact]
    public async Task Post_AnotherCoachAfterOneHasEnded_FillsInWhatWasAskedAndLeavesThatCoachOut()
    {
        await using var other = new CoachingPortal();
        await other.InitializeAsync();
        var before = await other.SentAsync("To lead a change calmly", CoachingPages.Grace);
        await other.AnsweredAsync(before, "coach", "Accept");
        var together = (await other.TogetherAsync("employee")).ShouldHaveSingleItem();
        await other.EndTogetherAsync(together.Id, PartnershipEnd.Changed);
        using var client = await other.SignedInAsAsync("employee");
        // Each partnership leads to the request from which it came, whatever ended later.
        var later = await other.BeginTogetherAsync("patience.moyo", "employee", CoachingPages.Executives, "a-later-request");
        await other.EndTogetherAsync(later, PartnershipEnd.Changed);
        foreach (var (partnership, request) in new[] { (together.Id, before), (later, "a-later-request") })
        {
            (await client.GetPageAsync($"/partnerships/{partnership}")).QuerySelectorAll("a").Single(link => link.TextContent.Trim() == "Ask for another coach")
                .GetAttribute("href").ShouldBe($"{Url}?from={request}");
        }

        using var answer = await client.SubmitAsync((await client.GetPageAsync($"{Url}?from={before}")).Form(Url));

        var id = answer.Headers.Location!.OriginalString.Split('/')[3];
        (await other.RequestAsync(id)).PreviousId.ShouldBe(before);
        var page = await client.GetPageAsync($"/coaching/requests/{id}/goals");
        page.QuerySelector("#Goals")!.TextContent.ShouldContain("To lead a change calmly");
        page.QuerySelector("input[value='theme-leading-change']")!.HasAttribute("checked").ShouldBeTrue();
        (await client.GetPageAsync($"/coaching/requests/{id}/preferences")).QuerySelector("input[value='tuesday']")!.HasAttribute("checked").ShouldBeTrue();
        (await client.GetPageAsync($"/coaching/requests/{id}/choices")).Titles().ShouldNotContain("Grace Adeyemi");
    }
}
