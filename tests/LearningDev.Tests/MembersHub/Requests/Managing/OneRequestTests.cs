using System.Net;
using LearningDev.MembersHub.Requests;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Requests.Managing;

[Requirement("MEM-05")]
public class OneRequestTests(RequestPortal portal) : IClassFixture<RequestPortal>
{
    [Fact]
    public async Task Get_NotDemocraticServicesOrDraft_IsRefused()
    {
        var id = await portal.DraftAsync("Draft");
        using var councillor = await portal.SignedInAsAsync("councillor");
        using var forbidden = await councillor.GetAsync($"/members/manage/requests/{id}");
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var officer = await portal.SignedInAsAsync("democratic-services");
        using var none = await officer.GetAsync($"/members/manage/requests/{id}");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_Cancel_TellsTheMember()
    {
        await portal.WholeBudgetsAsync();
        var id = await portal.AgreedAsync("Called off");
        using var client = await portal.SignedInAsAsync("democratic-services");
        var form = (await client.GetPageAsync($"/members/manage/requests/{id}")).FormWith("Cancel the training");
        using var refused = await client.SubmitAsync(form);
        (await refused.ReadPageAsync()).Errors().ShouldContain("Enter why");
        using var answer = await client.SubmitAsync(form, ("Reason", "The provider called it off"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.RequestAsync(id)).State.ShouldBe(MemberRequestState.Cancelled);
        (await client.GetPageAsync($"/members/manage/requests/{id}")).MainText().ShouldContain("Cancelled Asked by Ruth Callaghan");
    }
}
