using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.Retiring;

[Requirement("CMS-02")]
public class RetireTypeTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/types/Conference/retire", "employee")).ShouldBe(403);

    [Theory]
    [InlineData("/content/types/Nothing/retire")]
    [InlineData("/content/types/Topic/retire")]
    public async Task Get_TypeThatCannotBeRetired_IsNotFound(string url) => (await portal.StatusAsync(url, "editor")).ShouldBe(404);

    [Fact]
    public async Task Get_Type_SaysWhatStays() =>
        (await portal.GetDocumentAsync("/content/types/Programme/retire", "editor")).Body!.TextContent.ShouldContain("stay as they are");

    [Fact]
    public async Task Post_RetiredAndBack_TakesNoNewItemsMeanwhile()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Stays");

        using var retired = await client.SubmitAsync((await client.GetPageAsync("/content/types/Provider/retire")).Form());

        ((int)retired.StatusCode).ShouldBe(302);
        (await portal.StatusAsync("/content/new/Provider", "editor")).ShouldBe(404);
        (await portal.StatusAsync($"/content/{id}", "editor")).ShouldBe(200);
        (await portal.SummariesAsync("Provider"))[0].ShouldBe("Retired the content type Provider");
        using var back = await client.SubmitAsync((await client.GetPageAsync("/content/types/Provider/retire")).Form());
        (await portal.StatusAsync("/content/new/Provider", "editor")).ShouldBe(200);
    }
}
