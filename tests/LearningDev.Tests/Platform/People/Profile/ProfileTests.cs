using System.Net;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Profile;

public class ProfileTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private const int MostQueries = 20;

    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Get_Stranger_IsSentToSignIn()
    {
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync("/profile");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_Employee_ShowsTheStaffProfile()
    {
        var page = await portal.GetDocumentAsync("/profile");

        var rows = page.QuerySelectorAll(".govuk-summary-list__row").ToDictionary(
            row => row.QuerySelector("dt")!.TextContent.Trim(), row => row.QuerySelector("dd")!.TextContent.Trim());
        rows["Name"].ShouldBe("Sam Whitfield");
        rows["Job title"].ShouldBe("Performance Analyst");
        rows["Grade"].ShouldBe("NB9");
        rows["Role level"].ShouldBe("Employee");
        rows["Line manager"].ShouldBe("Priya Raman");
        rows["Hours"].ShouldBe("Full time");
        rows["Started"].ShouldBe("9 May 2022");
        rows.Keys.ShouldContain("Team");
        rows.Keys.ShouldContain("Service");
        rows.Keys.ShouldContain("Directorate");
    }

    [Fact]
    public async Task Get_AnyPage_LinksToTheProfile()
    {
        var page = await portal.GetDocumentAsync("/help");

        page.QuerySelector("header a[href='/profile']")!.TextContent.ShouldBe("Your profile");
    }

    [Fact]
    public async Task Get_Employee_TakesFewQueries()
    {
        await using var own = new PortalHost();
        await own.InitializeAsync();
        using var client = await own.SignedInAsAsync("employee");
        own.Queries.Restart();

        using var answer = await client.GetAsync("/profile");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        own.Queries.Count.ShouldBeLessThanOrEqualTo(MostQueries, string.Join(Environment.NewLine, own.Queries.Commands));
    }
}
