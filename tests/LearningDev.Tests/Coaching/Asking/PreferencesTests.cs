using System.Net;
using LearningDev.Coaching.Requests;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Asking;

[Requirement("COA-02")]
public class PreferencesTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    [Fact]
    public async Task Get_NoSuchRequest_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync("/coaching/requests/none/preferences");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_Nothing_GoesOn()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync();
        using var answer = await client.StepAsync(id, "preferences");
        answer.Headers.Location!.OriginalString.ShouldBe($"/coaching/requests/{id}/choices");
    }

    [Fact]
    public async Task Post_Choices_AreKept()
    {
        using var client = await portal.SignedInAsAsync("manager");
        var id = await client.BegunAsync();
        using var answer = await client.StepAsync(id, "preferences", ("CoachingMatch.Days", "evening"), ("CoachingMatch.Languages", "english"), ("CoachingRequest.CoachLevel", "5"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await client.GetPageAsync($"/coaching/requests/{id}/choices");
        page.QuerySelector(".app-results__title")!.TextContent.ShouldContain("Patience Moyo");
        page.MainText().ShouldContain("Free on evenings; speaks English; ILM level 5");
        (await portal.AuditOfAsync(id, "CoachingRequest")).ShouldContain(nameof(CoachingRequestChanged));
    }
}
