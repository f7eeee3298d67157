using System.Net;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Opportunities;

[Requirement("VOL-01")]
public class OpportunitiesTests(VolunteeringPortal portal) : IClassFixture<VolunteeringPortal>
{
    [Fact]
    public async Task Get_All_ListsOpportunitiesWithWhatTellsThemApart()
    {
        var page = await portal.GetDocumentAsync("/volunteering");
        page.Titles().Count.ShouldBe(12);
        page.Titles().ShouldContain("Sorting food at the food bank");
        page.MainText().ShouldContain("12 opportunities");
        page.MainText().ShouldContain("Riverside Food Bank");
        page.QuerySelectorAll("select[name=skill] option").Length.ShouldBe(13);
        page.QuerySelector("a[href='/volunteering/manage']").ShouldBeNull();
    }

    [Theory]
    [InlineData("?q=telephones", "Telephone friend")]
    [InlineData("?skill=vol-skill-governance", "Trustee with an interest in money")]
    [InlineData("?place=Millbrook", "Reading with children")]
    [InlineData("?place=Westgate&skill=vol-skill-languages", "Community garden")]
    public async Task Get_WordsSkillAndPlace_NarrowIt(string query, string title) => (await portal.GetDocumentAsync($"/volunteering{query}")).Titles().ShouldBe([title]);

    [Theory]
    [InlineData("?q=zzzz")]
    [InlineData("?place=Atlantis")]
    [InlineData("?skill=nothing&p=-7")]
    public async Task Get_NothingFits_SaysSo(string query) => (await portal.GetDocumentAsync($"/volunteering{query}")).MainText().ShouldContain("Nothing found");

    [Fact]
    public async Task Get_PageBeyondTheEnd_IsTheLast() => (await portal.GetDocumentAsync("/volunteering?p=999")).Titles().Count.ShouldBe(12);

    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        foreach (var url in (string[])["/volunteering", "/volunteering/mine", "/volunteering/opportunities/digital-buddy", "/volunteering/claims/new/about", "/volunteering/claims/a",
            "/volunteering/claims/a/time", "/volunteering/claims/a/learning", "/volunteering/claims/a/leave", "/volunteering/claims/a/check", "/volunteering/claims/a/delete",
            "/volunteering/claims/a/reverse", "/volunteering/claims/a/taken/b", "/volunteering/manage", "/volunteering/manage?handler=Csv"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, url);
        }
    }

    [Fact]
    public async Task Get_AsEditor_LeadsToANewOne() =>
        (await portal.GetDocumentAsync("/volunteering", "editor")).QuerySelector("a[href='/content/new/VolunteeringOpportunity']").ShouldNotBeNull();
}
