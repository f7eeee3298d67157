using System.Net;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Home;

public class HomeTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task Get_Stranger_IsSentToSignIn()
    {
        using var client = shared.Host.SignedOut();

        using var answer = await client.GetAsync("/");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.PathAndQuery.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Get_Employee_GreetsByGivenName()
    {
        var page = await shared.Host.GetDocumentAsync("/");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Hello, Sam");
    }
}
