using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Recognition.Home;

[Requirement("REC-01")]
public class HomeWallPanelTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Panel = "section[aria-labelledby=home-wall]";

    [Fact]
    public async Task Get_Home_ShowsTheNewestThreeOnceThereAreAny()
    {
        (await portal.GetDocumentAsync("/")).QuerySelector(Panel).ShouldBeNull();
        var start = new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc);
        await portal.WriteAsync(db => db.AddRange(Enumerable.Range(1, 4).Select(day => WallPages.Row($"Person {day}", "Excel", start.AddDays(day)))));

        var panel = (await portal.GetDocumentAsync("/")).QuerySelector(Panel)!;

        panel.QuerySelectorAll(".app-card__title").Select(title => title.TextContent).ShouldBe(["Person 4", "Person 3", "Person 2"]);
        panel.QuerySelector("a[href='/recognition']").ShouldNotBeNull();
    }
}
