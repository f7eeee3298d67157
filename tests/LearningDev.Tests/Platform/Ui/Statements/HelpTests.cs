using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Statements;

public class HelpTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    [Theory]
    [InlineData(null)]
    [InlineData("employee")]
    public async Task Get_Anybody_IsReadable(string? userName)
    {
        var page = await shared.Host.GetDocumentAsync("/help", userName);

        page.QuerySelector("h1")!.TextContent.ShouldBe("Help");
        page.QuerySelector("footer a[href='/help']").ShouldNotBeNull();
    }
}
