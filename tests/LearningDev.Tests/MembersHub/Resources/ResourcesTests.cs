using System.Net;
using LearningDev.MembersHub.Resources;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Content.Editing;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Resources;

public class ResourcesPortal : HubPortal
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await AddAsync("Zonal planning explained", part =>
        {
            part.Kind.Text = "presentation";
            part.Committees.Values = ["planning"];
            part.Topics.TaxonomyContentItemId = HubResource.TopicsTaxonomy;
            part.Topics.TermContentItemIds = ["member-topic-planning"];
            part.EventName.Text = "Zonal seminar";
            part.EventOn.Value = new DateTime(2019, 3, 4);
        });
        await AddAsync("Zonal chairing workbook", part =>
        {
            part.Kind.Text = "workbook";
            part.Offices.Values = ["chair"];
            part.ForCoOptees.Value = true;
        });
        await AddAsync("Zonal scrutiny questions", part => part.Committees.Values = ["overview-and-scrutiny"]);
    }
}

[Requirement("MEM-01")]
public class ResourcesTests(ResourcesPortal portal) : IClassFixture<ResourcesPortal>
{
    [Fact]
    public async Task Get_Staff_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");
        foreach (var url in (string[])["/members/resources", "/members/resources/zonal-planning-explained", "/members/resources/nothing", "/members/resources/nothing/files.zip", "/api/members/suggest?q=zonal"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, url);
        }
    }

    [Theory]
    [InlineData("?q=zonal", 3)]
    [InlineData("?q=zonal&kind=workbook", 1)]
    [InlineData("?q=zonal&committee=planning&committee=overview-and-scrutiny", 2)]
    [InlineData("?q=zonal&topic=member-topic-planning", 1)]
    [InlineData("?q=zonal&office=chair", 1)]
    [InlineData("?q=zonal&year=2019", 1)]
    [InlineData("?q=zonall", 3)]
    [InlineData("?q=zonal&page=999", 3)]
    [InlineData("?q=zonal&sort=nonsense&page=-3", 3)]
    public async Task Get_WordsAndFacets_NarrowIt(string query, int count) =>
        (await portal.GetDocumentAsync($"/members/resources{query}", HubPortal.Councillor)).QuerySelectorAll(".app-results__title").Length.ShouldBe(count);

    [Fact]
    public async Task Get_ForMe_ListsWhatOwnRolesNeed()
    {
        var titles = (await portal.GetDocumentAsync("/members/resources?for=me&q=zonal", HubPortal.Councillor)).Titles();
        titles.ShouldContain("Zonal planning explained");
        titles.ShouldNotContain("Zonal scrutiny questions");
    }

    [Fact]
    public async Task Get_ByTitle_IsInOrder() => (await portal.GetDocumentAsync("/members/resources?q=zonal&sort=title", HubPortal.Councillor)).Titles()
        .ShouldBe(["Zonal chairing workbook", "Zonal planning explained", "Zonal scrutiny questions"]);

    [Theory]
    [InlineData("?q=xyzzyplugh")]
    [InlineData("?year=1066")]
    [InlineData("?kind=nothing")]
    public async Task Get_NothingFits_SaysSo(string query) => (await portal.GetDocumentAsync($"/members/resources{query}", HubPortal.Councillor)).MainText().ShouldContain("Nothing found");

    [Fact]
    [Requirement("MEM-11")]
    public async Task Get_CoOptee_SeesTheirCommitteesAndWhatIsForAll()
    {
        using var client = await portal.SignedInAsAsync(HubPortal.CoOpteeOfScrutiny);

        (await client.GetPageAsync("/members/resources?q=zonal&sort=title")).Titles().ShouldBe(["Zonal chairing workbook", "Zonal scrutiny questions"]);
        (await client.GetPageAsync("/members/resources?q=zonal")).QuerySelector("input[value=planning]").ShouldBeNull();
        using var others = await client.GetAsync("/members/resources/zonal-planning-explained");
        others.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetStringAsync(new Uri("/api/members/suggest?q=zonal+p", UriKind.Relative))).ShouldNotContain("planning");
        (await portal.GetDocumentAsync("/members/resources?q=zonal", HubPortal.CoOpteeOfStandards)).Titles().ShouldBe(["Zonal chairing workbook"]);
    }

    [Fact]
    public async Task Get_Suggestions_CompleteTitles()
    {
        using var client = await portal.SignedInAsAsync(HubPortal.Councillor);
        (await client.GetStringAsync(new Uri("/api/members/suggest?q=zonal+pl", UriKind.Relative))).ShouldContain("Zonal planning explained");
    }

    [Fact]
    public async Task Post_DemocraticServicesWriteOneInTheEditor_IsPublishedForMembers()
    {
        using var client = await portal.SignedInAsAsync(HubPortal.DemocraticServices);
        (await client.GetPageAsync("/content/new")).QuerySelector("a[href='/content/new/HubResource']").ShouldNotBeNull();
        var page = await client.GetPageAsync("/content/new/HubResource");
        page.QuerySelectorAll("input[name='HubResource.Committees']").Select(box => box.GetAttribute("value")).ShouldContain("licensing");

        using var answer = await client.PressAsync(
            page.ItemForm(), EditorPages.Publish, ("TitlePart.Title", "Written by Democratic Services"), ("HubResource.Summary", "In the ordinary editor."), ("HubResource.Kind", "guide"),
            ("CurationPart.QualityAssurance", "checked"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        EditorPages.Banner(await client.GetPageAsync(answer.Headers.Location!.OriginalString)).ShouldContain("is published");
        (await portal.GetDocumentAsync("/members/resources/written-by-democratic-services", HubPortal.Councillor)).MainText().ShouldContain("In the ordinary editor.");
    }

    [Fact]
    [Requirement("MEM-11")]
    public async Task Get_NewResource_IsNotOfferedToOtherEditors()
    {
        using var client = await portal.SignedInAsAsync("editor");
        (await client.GetPageAsync("/content/new")).QuerySelector("a[href='/content/new/HubResource']").ShouldBeNull();
        using var answer = await client.GetAsync("/content/new/HubResource");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_List_AsksTheDatabaseFewTimes()
    {
        using var client = await portal.SignedInAsAsync(HubPortal.Councillor);
        (await portal.QueriesOfAsync(client, "/members/resources")).ShouldBeLessThanOrEqualTo(20);
    }
}
