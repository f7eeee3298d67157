using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.SignIn;

public class SignInTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Anybody_ShowsTheForm()
    {
        var page = await portal.GetDocumentAsync("/sign-in", null);

        page.QuerySelector("h1")!.TextContent.ShouldBe("Sign in");
        portal.Queries.Count.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task SignedInAs()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var style = await client.GetAsync(new Uri("/admin", UriKind.Relative));
        ((int)style.StatusCode).ShouldBe(404);
    }
}
