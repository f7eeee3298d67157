using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.Listing;

[Requirement("CMS-02")]
public class TypeListTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("employee")]
    [InlineData("democratic-services")]
    public async Task Get_WhoMayNotChangeTypes_IsForbidden(string person) => (await portal.StatusAsync("/content/types", person)).ShouldBe(403);

    [Fact]
    public async Task Get_Editor_SeesEachTypeWithItsItems()
    {
        var page = await portal.GetDocumentAsync("/content/types", "editor");

        var row = page.QuerySelector("a[href='/content/types/Course']")!.Closest("tr")!;
        int.Parse(row.QuerySelector("td:last-child")!.TextContent, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(10);
        row.TextContent.ShouldContain("The module Catalogue relies on it");
    }

    [Fact]
    public async Task Get_TypesCounted_TakesFewQueries()
    {
        using var client = await portal.SignedInAsAsync("editor");
        using var first = await client.GetAsync("/content/types");
        portal.Queries.Restart();

        using var answer = await client.GetAsync("/content/types");

        portal.Queries.Count.ShouldBeLessThan(14);
    }
}
