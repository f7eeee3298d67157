using System.Net;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Requests.Listing;

[Requirement("MEM-05")]
public class ListTests(RequestPortal portal) : IClassFixture<RequestPortal>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync("/members/requests");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Member_ShowsOwnRequestsOnly()
    {
        (await portal.GetDocumentAsync("/members/requests", "democratic-services")).MainText().ShouldContain("You have asked for no training yet");
        await portal.DraftAsync("My draft");
        await portal.SentAsync("Sent by somebody else", userName: "cllr.judith.penrose");
        var text = (await portal.GetDocumentAsync("/members/requests?p=99", "councillor")).MainText();
        text.ShouldContain("My draft Draft £100.00");
        text.ShouldNotContain("Sent by somebody else");
    }
}
