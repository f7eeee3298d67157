using System.Net;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Requests.Managing;

[Requirement("MEM-05")]
public class RequestsTests(RequestsTests.ManagePortal portal) : IClassFixture<RequestsTests.ManagePortal>
{
    public sealed class ManagePortal : RequestPortal
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.DraftAsync("Nobody's business");
            await this.SentAsync("=Sent");
            await this.AgreedAsync("Agreed one");
        }
    }

    [Theory]
    [InlineData("employee")]
    [InlineData("councillor")]
    public async Task Get_NotDemocraticServices_IsForbidden(string person)
    {
        using var client = await portal.SignedInAsAsync(person);
        foreach (var url in (string[])["/members/manage/requests", "/members/manage/requests?handler=Csv"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("?state=nonsense&funding=x&member=y&p=9", "2 requests")]
    [InlineData("?state=Agreed", "1 request ")]
    [InlineData("?state=Draft", "2 requests")]
    [InlineData("?funding=corporate", "There are no requests")]
    public async Task Get_Filtered_ShowsWhatFits(string query, string expected)
    {
        var text = (await portal.GetDocumentAsync($"/members/manage/requests{query}", "democratic-services")).MainText();
        text.ShouldContain(expected);
        text.ShouldNotContain("Nobody's business");
    }

    [Fact]
    public async Task Get_MoreRequests_AsksTheDatabaseNoMoreOften()
    {
        using var officer = await portal.SignedInAsAsync("democratic-services");
        using var member = await portal.SignedInAsAsync("councillor");
        var few = await portal.QueriesOfAsync(officer, "/members/manage/requests?state=Agreed&member=nobody");
        var fewOwn = await portal.QueriesOfAsync(member, "/members/requests");
        (await portal.QueriesOfAsync(officer, "/members/manage/requests")).ShouldBeLessThanOrEqualTo(few + 1);
        await portal.DraftAsync("One more that nobody else sees");
        (await portal.QueriesOfAsync(member, "/members/requests")).ShouldBe(fewOwn);
    }

    [Fact]
    public async Task Get_Csv_HasNoFormula()
    {
        using var client = await portal.SignedInAsAsync("democratic-services");
        var text = await client.GetStringAsync("/members/manage/requests?handler=Csv");
        text.ShouldContain("Ruth Callaghan,'=Sent,Somebody,Waiting for signatures,personal,2026-12-01,100.00,,");
    }
}
