using LearningDev.TestSupport.Browser;
using Shouldly;
using Xunit;
using Xunit.Sdk;

namespace LearningDev.BrowserTests.TestSupport;

public sealed class ChromiumTests : IAsyncLifetime
{
    private Chromium chromium = null!;

    public async Task InitializeAsync() => chromium = await Chromium.LaunchAsync();

    public async Task DisposeAsync() => await chromium.DisposeAsync();

    [Fact]
    public async Task VisitAsync_Page_IsShownToABritishVisitor()
    {
        await using var visit = await chromium.VisitAsync(new Uri("http://localhost/"));
        var page = await visit.NewPageAsync();
        await page.SetContentAsync("<button>Press</button>");

        (await page.EvaluateAsync<string>("navigator.language")).ShouldBe("en-GB");
        (await page.EvaluateAsync<string>("Intl.DateTimeFormat().resolvedOptions().timeZone")).ShouldBe("Europe/London");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
    }

    [Fact]
    public async Task ShouldFindNothingAsync_SoundPage_Passes()
    {
        await using var visit = await chromium.VisitAsync(new Uri("http://localhost/"));
        var page = await visit.NewPageAsync();
        await page.SetContentAsync(
            "<!DOCTYPE html><html lang=en-GB><head><title>A page</title></head><body><main><h1>A page</h1></main></body></html>");

        await Axe.ShouldFindNothingAsync(page);
    }

    [Fact]
    public async Task ShouldFindNothingAsync_FieldWithoutLabel_FailsAndNamesIt()
    {
        await using var visit = await chromium.VisitAsync(new Uri("http://localhost/"));
        var page = await visit.NewPageAsync();
        await page.SetContentAsync(
            "<!DOCTYPE html><html lang=en-GB><head><title>A page</title></head><body><main><h1>A page</h1><input id=bare></main></body></html>");

        var failure = await Should.ThrowAsync<XunitException>(() => Axe.ShouldFindNothingAsync(page));

        failure.Message.ShouldContain("label (critical)");
        failure.Message.ShouldContain("id=\"bare\"");
    }
}
