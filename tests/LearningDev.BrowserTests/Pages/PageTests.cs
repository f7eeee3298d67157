using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Pages;

/// <summary>What must hold of every page, on a wide window and on a telephone's.</summary>
[Collection(nameof(PagesPortal))]
public class PageTests(PagesPortal portal)
{
    // WCAG 2.2, 1.4.10: a page of 1280 pixels at 400 per cent is one of 320.
    internal const int Narrowest = 320;

    public static TheoryData<string> Names => new(PortalPages.All.Select(page => page.Name));

    [Theory]
    [MemberData(nameof(Names))]
    [Requirement("ADM-04")]
    public Task Page_InTheDefaultTheme_IsAccessibleAndFits(string name) => ShouldBeSoundAsync(portal, Named(name));

    internal static PortalPage Named(string name) => PortalPages.All.Single(page => page.Name == name);

    internal static async Task ShouldBeSoundAsync(BrowserPortal portal, PortalPage page)
    {
        await using var visit = await portal.VisitAgainAsync(page.Person);
        await page.OpenAsync(visit);
        visit.Status.ShouldBe(page.Status);
        await Axe.ShouldFindNothingAsync(visit.Page);
        await visit.ShouldFitTheWidthAsync(Narrowest);
        if (page.IsMain)
        {
            await visit.ShouldFitTheWidthAsync(390);
            await Axe.ShouldFindNothingAsync(visit.Page);
        }

        visit.ShouldBeWithoutComplaints();
    }
}

/// <summary>The main pages in the second theme.</summary>
[Collection(nameof(BrowserPortal))]
public class CoastThemeTests(BrowserPortal portal) : IAsyncLifetime
{
    public static TheoryData<string> Names => new(PortalPages.All.Where(page => page.IsMain).Select(page => page.Name));

    public Task InitializeAsync() => portal.UseThemeAsync("coast");

    public Task DisposeAsync() => portal.UseThemeAsync("council");

    [Theory]
    [MemberData(nameof(Names))]
    [Requirement("ADM-04")]
    public async Task Page_InTheSecondTheme_IsReadableAndFits(string name)
    {
        var page = PageTests.Named(name);
        await using var visit = await portal.VisitAgainAsync(page.Person);
        await page.OpenAsync(visit);
        await visit.ShouldFitTheWidthAsync(PageTests.Narrowest);
        await Axe.ShouldFindNoFaultOfLookAsync(visit.Page);
        visit.ShouldBeWithoutComplaints();
    }
}
