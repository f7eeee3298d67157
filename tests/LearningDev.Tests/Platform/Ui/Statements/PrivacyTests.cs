using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Statements;

public class PrivacyTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    [Theory]
    [InlineData(null)]
    [InlineData("employee")]
    public async Task Get_Anybody_IsReadable(string? userName)
    {
        var page = await shared.Host.GetDocumentAsync("/privacy", userName);

        page.QuerySelector("h1")!.TextContent.ShouldBe("Privacy notice");
        page.QuerySelector("footer a[href='/privacy']").ShouldNotBeNull();
    }
}
