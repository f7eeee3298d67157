using System.Net;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Mentoring.Home;

[Requirement("MEN-01")]
public class MentoringTests(MentoringPortal portal) : IClassFixture<MentoringPortal>
{
    private const string Home = "/mentoring";

    [Fact]
    public async Task Get_Councillor_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        using var answer = await client.GetAsync(Home);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NothingYet_ShowsTheProgrammes()
    {
        var page = await portal.GetDocumentAsync(Home, "editor");
        page.Titles().ShouldBe(["Leadership mentoring", "Mentoring for everybody", "Reverse mentoring trial"]);
        page.MainText().ShouldContain("You can join until 31 March 2027");
        page.QuerySelector("#pairs").ShouldBeNull();
    }

    [Fact]
    public async Task Get_TakesPart_ShowsWhatTheyHaveSent()
    {
        await portal.JoinedAsync("employee", MentoringPortal.CohortSlug, "mentee");
        var main = (await portal.GetDocumentAsync(Home)).MainText();
        main.ShouldContain("What you take part in");
        main.ShouldContain("Waiting As mentee");
        main.ShouldContain("You take part as mentee");
    }

    [Fact]
    public async Task Get_OnlyForARole_IsNotShownToOthers()
    {
        await portal.RestrictAsync("mentoring-reverse", "HR");
        (await portal.GetDocumentAsync(Home, "manager")).Titles().ShouldNotContain("Reverse mentoring trial");
        (await portal.GetDocumentAsync(Home, "hr")).Titles().ShouldContain("Reverse mentoring trial");
        using var client = await portal.SignedInAsAsync("manager");
        using var answer = await client.GetAsync("/mentoring/programmes/reverse-mentoring-trial");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await portal.RestrictAsync("mentoring-reverse");
    }

    [Fact]
    public async Task Get_MorePairsAndProgrammes_AsksTheDatabaseNoMore()
    {
        using var client = await portal.SignedInAsAsync("coach");
        (await portal.QueriesOfAsync(client, Home)).ShouldBeLessThanOrEqualTo(22);
    }
}
