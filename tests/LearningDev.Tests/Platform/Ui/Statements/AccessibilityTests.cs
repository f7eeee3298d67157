using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Statements;

public class AccessibilityTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    [Theory]
    [InlineData(null)]
    [InlineData("employee")]
    public async Task Get_Anybody_IsReadable(string? userName)
    {
        var page = await shared.Host.GetDocumentAsync("/accessibility", userName);

        page.QuerySelector("h1")!.TextContent.ShouldBe("Accessibility statement for Northbourne learning");
        page.QuerySelector("footer a[href='/accessibility']").ShouldNotBeNull();
    }
}
