using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Requests.Relevance;

/// <summary>What the step does is tested with the whole way by <see cref="Starting.NewTests"/>.</summary>
[Requirement("MEM-05")]
public class RelevanceTests(RequestPortal portal) : IClassFixture<RequestPortal>
{
    [Fact]
    public async Task Get_Draft_ShowsWhatIsSavedAndNoOtherIsFound()
    {
        var id = await portal.DraftAsync("Saved before");
        using var client = await portal.SignedInAsAsync("councillor");
        (await client.GetPageAsync($"/members/requests/{id}/relevance")).QuerySelector("main")!.TextContent.ShouldContain("Saved before");
        using var none = await client.GetAsync("/members/requests/nothing/relevance");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
