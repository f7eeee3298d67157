using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Offer;
using LearningDev.Content.Definitions;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Offer.Pure;

[Requirement("CAT-06")]
public class OfferCostsTests
{
    private static readonly FieldWords Words = new((ContentPartDefinition?)null);

    [Fact]
    public void Costs_SeveralPayers_AreRangesByPayer() => OfferService.Costs(
    [
        Entry(6000, 10000, "levy"), Entry(18000, 22000, "levy"), Entry(null, null, "levy"),
        Entry(250, 250, "service"), Entry(0, 0, "service"), Entry(null, null, "free"), Entry(null, null, ""), Entry(null, null, "member-budget"),
    ], Words).ShouldBe(["levy: £6,000 to £22,000 per person", "service: £250 per person", "member-budget: cost not given", "Free: 2 of 8"]);

    [Fact]
    public void Costs_AllFree_SaySo() => OfferService.Costs([Entry(0, 0, "free"), Entry(null, 0, "")], Words).ShouldBe(["All of it is free"]);

    [Fact]
    public void Costs_None_AreNone() => OfferService.Costs([], Words).ShouldBeEmpty();

    [Theory]
    [InlineData(1895, 1895, "service", "£1,895 per person, service")]
    [InlineData(null, null, "levy", "Levy")]
    [InlineData(0, 0, "corporate-budget", "Free")]
    [InlineData(null, null, "free", "Free")]
    [InlineData(null, null, "", null)]
    [InlineData(200, 750, "", "£200 to £750 per person")]
    public void CostWords_Any_SayWhatAndWhoPays(int? from, int? to, string payer, string? words) =>
        OfferService.CostWords(Entry(from, to, payer), Words).ShouldBe(words);

    private static CatalogueEntry Entry(decimal? from, decimal? to, string payer) =>
        new() { ContentItemId = "x", ContentType = "Course", CostFrom = from, CostTo = to, FundedBy = payer };
}
