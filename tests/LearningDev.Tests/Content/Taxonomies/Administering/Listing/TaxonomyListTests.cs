using LearningDev.Tests.Content.Definitions;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Taxonomies.Administering.Listing;

[Requirement("CMS-02")]
public class TaxonomyListTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.Host.StatusAsync("/content/taxonomies", "employee")).ShouldBe(403);

    [Fact]
    public async Task Get_Editor_SeesTopics() =>
        (await portal.Host.GetDocumentAsync("/content/taxonomies", "editor")).QuerySelector("a[href='/content/taxonomies/topics']")!.TextContent.ShouldBe("Topics");
}
