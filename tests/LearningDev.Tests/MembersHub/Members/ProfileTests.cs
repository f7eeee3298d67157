using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Members;

[Requirement("MEM-02")]
public class ProfileTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Get_NoMember_IsNotFound() => await portal.ShouldNotBeThereAsync("councillor", "/members/people/none", $"/members/people/{await portal.PersonIdAsync("employee")}");

    [Fact]
    public async Task Get_Councillor_ShowsWardGroupLeaderWhipAndTimeline()
    {
        var page = await portal.GetDocumentAsync($"/members/people/{await portal.PersonIdAsync("cllr.judith.penrose")}", "councillor");
        var words = page.Words();
        words.ShouldContain("Member as Councillor Ward Old Town Political group Forward Northbourne Leader of the group Farida Begum Whip of the group Harpreet Gill This term since 8 May 2023");
        words.ShouldContain("Chair, Planning Committee Now 17 May 2023");
        words.ShouldContain("Member, Planning Committee 20 May 2015 16 May 2023");
        words.ShouldContain("Councillor for Old Town Re-elected 27 May 2014 10 May 2015");
        words.ShouldNotContain("What you can");
    }

    [Fact]
    public async Task Get_Whip_IsNotSaidToHaveThemselves()
    {
        var words = (await portal.GetDocumentAsync($"/members/people/{await portal.PersonIdAsync("cllr.harpreet.gill")}", "councillor")).Words();
        words.ShouldContain("Leader of the group Farida Begum");
        words.ShouldNotContain("Whip of the group");
        words.ShouldContain("Group whip, Forward Northbourne");
    }

    [Fact]
    public async Task Get_FormerMember_IsShownAsSuch()
    {
        var words = (await portal.GetDocumentAsync($"/members/people/{await portal.PersonIdAsync("cllr.peter.hollis")}", "councillor")).Words();
        words.ShouldContain("Peter Hollis is a former member, until 31 July 2026.");
        words.ShouldContain("Resigned");
    }

    [Fact]
    public async Task Get_DemocraticServices_CanChange()
    {
        var id = await portal.PersonIdAsync("coopted.lena.fischer");
        var page = await portal.GetDocumentAsync($"/members/people/{id}", "democratic-services");
        page.QuerySelector($"a[href='/members/manage/people/{id}/appoint']").ShouldNotBeNull();
        page.QuerySelector($"a[href='/members/manage/people/{id}/end']").ShouldNotBeNull();
        page.QuerySelector($"a[href='/members/manage/people/{id}/group']").ShouldBeNull();
    }
}
