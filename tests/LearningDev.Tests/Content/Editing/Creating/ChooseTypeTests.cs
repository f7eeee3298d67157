using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Creating;

[Requirement("CMS-01")]
public class ChooseTypeTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/content/new");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Editor_OffersTypesWithDescriptions()
    {
        var page = await portal.GetDocumentAsync("/content/new", "editor");

        page.QuerySelector("a[href='/content/new/Course']")!.Closest("li")!.TextContent.ShouldContain("Taught learning");
        page.QuerySelector("a[href='/content/new/Topic']").ShouldBeNull();
    }
}
