using LearningDev.Catalogue;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Offer;

/// <summary>What a council decides about its offer.</summary>
[Requirement("CAT-06")]
public class OfferSettingsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_CouncilThatChoseAPillar_ShowsItUntilAnotherIsChosen()
    {
        await SaveAsync(new CatalogueSettings { OfferTopic = "", OfferPillar = "professional" });

        (await portal.GetDocumentAsync("/catalogue/offer")).QuerySelector("caption")!.TextContent.ShouldBe("Professional development");
        (await portal.GetDocumentAsync("/catalogue/offer?topic=topic-finance")).QuerySelector("caption")!.TextContent.ShouldBe("Finance, procurement and commissioning");
    }

    [Fact]
    public async Task Get_CouncilForWhichQualificationsAreItsOwn_ShowsThoseOfUnknownProvidersThere()
    {
        const string Offer = "/catalogue/offer?topic=topic-qualifications&level=everyone";
        var before = await CellAsync(Offer, 0);

        await SaveAsync(new CatalogueSettings { ExternalKinds = [] });

        (await CellAsync(Offer, 0)).Count.ShouldBeLessThan(before.Count);
        (await CellAsync(Offer, 1)).ShouldContain("Solicitor");
        before.ShouldContain("Solicitor");
    }

    private async Task<List<string>> CellAsync(string url, int cell) =>
        [.. (await portal.GetDocumentAsync(url)).QuerySelector("tbody tr")!.QuerySelectorAll("td")[cell].QuerySelectorAll("li a").Select(link => link.TextContent)];

    private async Task SaveAsync(CatalogueSettings wanted)
    {
        await using var scope = portal.Scope();
        var settings = scope.ServiceProvider.GetRequiredService<ISettings>();
        var (_, version) = await settings.ReadAsync<CatalogueSettings>();
        await settings.SaveAsync(wanted, version);
    }
}
