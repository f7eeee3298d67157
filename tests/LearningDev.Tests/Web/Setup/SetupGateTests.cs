using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Setup;

[Requirement("ADM-05")]
public class SetupGateTests(SetupPortal portal) : IClassFixture<SetupPortal>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/admin/settings")]
    [InlineData("/no/such/page")]
    [InlineData("/robots.txt")]
    [InlineData("/media/picture.png")]
    public async Task Get_NotSetUp_EveryAddressLeadsToSetUp(string url)
    {
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/set-up");
    }

    [Fact]
    public async Task Post_NotSetUp_NobodyCanSignIn()
    {
        using var client = portal.SignedOut();
        using var content = new FormUrlEncodedContent([new("UserName", "administrator"), new("Password", "x")]);

        using var answer = await client.PostAsync("/sign-in", content);

        answer.Headers.Location!.OriginalString.ShouldBe("/set-up");
    }

    [Fact]
    public async Task Get_NotSetUp_HealthAndStyleSheetsAnswerAndTheApiIsNotAvailable()
    {
        using var client = portal.SignedOut();

        (await client.GetStringAsync("/health/ready")).ShouldBe("Healthy");
        var page = await client.GetPageAsync("/set-up");
        using var style = await client.GetAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        style.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var api = await client.GetAsync("/api/catalogue/search");
        api.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("/set-up/council")]
    [InlineData("/set-up/nation")]
    [InlineData("/set-up/database")]
    [InlineData("/set-up/starting-point")]
    [InlineData("/set-up/administrator")]
    [InlineData("/set-up/check")]
    [InlineData("/set-up/progress")]
    public async Task Get_WithoutTheCode_EveryQuestionLeadsToTheCode(string url)
    {
        using var stranger = portal.SignedOut();
        stranger.DefaultRequestHeaders.Add("Cookie", "__Host-learningdev-set-up=CfDJ8-made-up");

        using var answer = await stranger.GetAsync(url);

        answer.Headers.Location!.OriginalString.ShouldBe("/set-up");
    }

    [Theory]
    [InlineData("/set-up/starting-point")]
    [InlineData("/set-up/check")]
    [InlineData("/set-up/progress")]
    public async Task Get_TooEarly_LeadsToTheFirstQuestionWithoutAnswer(string url)
    {
        using var client = await portal.OpenedAsync();

        using var answer = await client.GetAsync(url);

        answer.Headers.Location!.OriginalString.ShouldBe("/set-up/council");
    }

    [Fact]
    public async Task Get_AnHourLater_TheVisitIsOver()
    {
        await using var portal = new SetupPortal();
        await portal.InitializeAsync();
        using var client = await portal.AtAsync("/set-up/database");
        portal.Clock.Advance(TimeSpan.FromMinutes(61));

        using var answer = await client.GetAsync("/set-up/database");

        answer.Headers.Location!.OriginalString.ShouldBe("/set-up");
    }
}

/// <summary>Where there is nothing to set up, nothing of set-up is there.</summary>
public class SetupGateClosedTests(ProductionPortal production, SharedPortal demonstration) : IClassFixture<ProductionPortal>, IClassFixture<SharedPortal>
{
    [Theory]
    [InlineData("/set-up")]
    [InlineData("/set-up/council")]
    [InlineData("/set-up/progress")]
    public async Task Get_PortalWithPeople_IsNotFound(string url)
    {
        using var client = production.SignedOut();

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.ReadPageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("Page not found");
    }

    [Fact]
    public async Task Get_Demonstration_IsAnAddressLikeAnyOther()
    {
        using var client = await demonstration.Host.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync("/set-up");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
