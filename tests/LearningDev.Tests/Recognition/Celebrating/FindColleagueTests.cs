using System.Net;
using LearningDev.Platform.People;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Recognition.Celebrating;

[Requirement("REC-01")]
public class FindColleagueTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/recognition/new";

    [Fact]
    public async Task Get_NobodyLookedFor_ShowsTheFieldAlone()
    {
        var page = await portal.GetDocumentAsync(Url);
        page.QuerySelector("main input[name=q]").ShouldNotBeNull();
        page.QuerySelector("main .govuk-error-summary, main .app-empty, main [role=status]").ShouldBeNull();
    }

    [Fact]
    public async Task Get_PartOfAName_TellsPeopleOfOneNameApart()
    {
        await portal.ChangePersonAsync("ellie.marsh", person => (person.GivenName, person.FamilyName) = ("Sam", "Whitfield"));
        var page = await portal.GetDocumentAsync(Url + "?q=sam+whit", "editor");
        var found = page.QuerySelectorAll("main a[href^='/recognition/new/']");
        found.Select(link => link.TextContent).ShouldBe(["Sam Whitfield", "Sam Whitfield"]);
        found.Select(link => link.NextElementSibling!.TextContent)
            .ShouldBe(["Social Worker, Assessment and Early Help", "Performance Analyst, Performance and Insight"], ignoreOrder: true);
        (await portal.GetDocumentAsync(found[0].GetAttribute("href")!, "editor")).QuerySelector("h1")!.TextContent.ShouldBe("Celebrate Sam Whitfield");
    }

    [Fact]
    public async Task Get_PeopleOfOneNameAndPlace_AreToldApartByTheirAddress()
    {
        await portal.WriteAsync(db => db.AddRange(
            Somebody("twin.one", "Robin", "Twin", person => person.JobTitle = "Planner"), Somebody("twin.two", "Robin", "Twin", person => person.JobTitle = "Planner")));
        var page = await portal.GetDocumentAsync(Url + "?q=robin+twin");
        page.QuerySelectorAll("main .govuk-list .govuk-hint").Select(hint => hint.TextContent)
            .ShouldBe(["Planner, twin.one@northbourne.example", "Planner, twin.two@northbourne.example"], ignoreOrder: true);
    }

    [Fact]
    public async Task Get_OneselfAndWhoHasLeft_AreNotFound()
    {
        await portal.WriteAsync(db => db.Add(Somebody("gone", "Winifred", "Goneaway", person => person.LeavesOn = new DateOnly(2020, 1, 1))));
        foreach (var name in (string[])["whitfield+sam+performance", "goneaway"])
        {
            (await portal.GetDocumentAsync($"{Url}?q={name}")).QuerySelector(".app-empty__title")!.TextContent.ShouldBe("Nobody of that name works here at present");
        }
    }

    [Theory]
    [InlineData("?q=")]
    [InlineData("?q=a")]
    [InlineData("?q=%20b%20")]
    public async Task Get_FewerThanTwoLetters_ShowsErrorBesideTheField(string query)
    {
        var page = await portal.GetDocumentAsync(Url + query);
        page.QuerySelector("#q-error")!.TextContent.ShouldContain("Type at least 2 letters");
        page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe("#q");
        page.Title!.ShouldStartWith("Error: ");
    }

    [Theory]
    [InlineData("%00%00%00")]
    [InlineData("%25_%5C'%22")]
    public async Task Get_StrangeWords_AreAnswered(string words)
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync($"{Url}?q={words}");
        using var tooLong = await client.GetAsync($"{Url}?q={new string('w', 3000)}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        tooLong.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_ManyOfOneName_ShowsTheFirstAndSaysThereAreMore()
    {
        await portal.WriteAsync(db => db.AddRange(Enumerable.Range(10, 21).Select(number => Somebody($"many.{number}", "Zebedee", $"Many{number}"))));
        using var client = await portal.SignedInAsAsync("employee");
        var page = await client.GetPageAsync(Url + "?q=zebedee");
        page.QuerySelectorAll("main a[href^='/recognition/new/']").Length.ShouldBe(20);
        page.QuerySelector("main [role=status]")!.TextContent.ShouldStartWith("More than 20 people found");
    }

    private static Person Somebody(string userName, string given, string family, Action<Person>? change = null)
    {
        var email = $"{userName}@northbourne.example";
        var person = new Person
        {
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            GivenName = given,
            FamilyName = family,
        };
        change?.Invoke(person);
        return person;
    }
}
