using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Home;

public class HomePanelsTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task Get_Home_GreetsAndOffersSearchMandatoryAndNewLearning()
    {
        var page = await portal.Host.GetDocumentAsync("/");
        page.QuerySelector("h1")!.TextContent.ShouldStartWith("Hello, ");
        page.QuerySelector(".app-hero form[action='/catalogue'] input[name=q]").ShouldNotBeNull();
        page.QuerySelectorAll(".app-panel__title").Select(title => title.TextContent)
            .ShouldBe(["Waiting for you", "Mandatory learning", "New in the catalogue", "Browse by topic"], ignoreOrder: true);
    }

    [Fact]
    public async Task Get_HomeOfAManager_RecommendsWhatIsForTheirLevel() =>
        (await portal.Host.GetDocumentAsync("/", "manager")).QuerySelector("section[aria-labelledby=home-for-you]")!.TextContent
            .ShouldContain("For your level: Service manager");

    [Fact]
    public async Task Get_AnotherPage_HasTheSearchInTheMasthead() =>
        (await portal.Host.GetDocumentAsync("/catalogue/managing-stress")).QuerySelector("header form[action='/catalogue'] input[name=q]").ShouldNotBeNull();
}
