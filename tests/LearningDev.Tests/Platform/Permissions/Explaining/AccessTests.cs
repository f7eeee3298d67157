using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions.Explaining;

[Requirement("ADM-01")]
public class AccessTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        (await client.GetAsync("/admin/access")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("helen", "Helen Okafor")]
    [InlineData("zzzz", "Nobody found")]
    [InlineData("", "Who can do this?")]
    public async Task Get_Search_FindsPeopleAndListsPermissions(string words, string expected)
    {
        using var client = await portal.SignedInAsAsync("administrator");

        (await client.GetPageAsync($"/admin/access?q={words}")).QuerySelector("main")!.TextContent.ShouldContain(expected);
    }
}
