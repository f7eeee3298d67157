using System.Net;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Mentoring.Managing;

[Requirement("MEN-01")]
public class ManageTests(MentoringPortal portal) : IClassFixture<MentoringPortal>
{
    [Theory]
    [InlineData("employee")]
    [InlineData("manager")]
    [InlineData("editor")]
    public async Task Get_NotHr_IsForbidden(string userName)
    {
        using var client = await portal.SignedInAsAsync(userName);
        foreach (var url in (string[])["/mentoring/manage", $"/mentoring/manage/{MentoringPortal.Cohort}/matching"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Get_Hr_CountsWhoTakesPartInFewQueries()
    {
        using var client = await portal.SignedInAsAsync("hr");
        var page = await client.GetPageAsync("/mentoring/manage");
        page.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))).ShouldBe(
        [
            "Leadership mentoring|You can join until 31 March 2027|6|4|0", "Mentoring for everybody|You can join all year|1|3|0", "Reverse mentoring trial|You can join all year|0|4|4",
        ]);
        (await portal.QueriesOfAsync(client, "/mentoring/manage")).ShouldBeLessThanOrEqualTo(12);
    }
}
