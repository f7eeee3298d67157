using System.Net;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.SignIn;

public class SignOutTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Get_SignedIn_AsksAndKeepsThePersonSignedIn()
    {
        using var client = await portal.SignedInAsAsync("employee");

        (await client.GetPageAsync("/sign-out")).QuerySelector("h1")!.TextContent.ShouldBe("Sign out");

        (await client.GetPageAsync("/profile")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_FromTheMenuOfAnyPage_SignsOut()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var page = await client.GetPageAsync("/profile");

        using var answer = await client.SubmitAsync(page.Form("/sign-out"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        using var after = await client.GetAsync("/profile");
        after.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        after.Headers.Location!.PathAndQuery.ShouldBe("/sign-in?returnUrl=%2Fprofile");
    }
}
