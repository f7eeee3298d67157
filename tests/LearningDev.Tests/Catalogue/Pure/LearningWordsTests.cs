using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LearningDev.Catalogue;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Pure;

public class LearningWordsTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("0", null)]
    [InlineData("1", "1 minute")]
    [InlineData("45", "45 minutes")]
    [InlineData("60", "1 hour")]
    [InlineData("90", "1 hour 30 minutes")]
    [InlineData("210", "Half a day")]
    [InlineData("420", "1 day")]
    [InlineData("630", "1½ days")]
    [InlineData("840", "2 days")]
    public void Length_Minutes_AreSaidAsPeopleDo(string minutes, string? words) =>
        LearningWords.Length(Number(minutes), 420).ShouldBe(words);

    [Theory]
    [InlineData("", "", null)]
    [InlineData("0", "0", "Free")]
    [InlineData("0", "", "Free")]
    [InlineData("1895", "1895", "£1,895 per person")]
    [InlineData("1267.50", "", "£1,267.50 per person")]
    [InlineData("18000", "22000", "£18,000 to £22,000 per person")]
    [InlineData("0", "500", "Up to £500 per person")]
    [InlineData("", "500", "Up to £500 per person")]
    public void Cost_Range_IsSaidAsPeopleDo(string from, string to, string? words) =>
        LearningWords.Cost(Number(from), Number(to)).ShouldBe(words);

    [Fact]
    [Requirement("CAT-05")]
    public void Lengths_AnyMinutes_FallIntoOneBandAndShortOnesIntoTwo() => Prop.ForAll(
        Gen.Choose(1, 5000).ToArbitrary(),
        minutes =>
        {
            var bands = CatalogueFacets.Lengths(minutes, new CatalogueSettings());
            return bands.Count == (minutes < 15 ? 2 : 1)
                && bands.Contains(CatalogueFacets.LengthHalfDay) == (minutes >= 210)
                && bands.Contains(CatalogueFacets.LengthUnderAnHour) == (minutes < 60);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Costs_AnyPounds_FallIntoOneBand() => Prop.ForAll(
        Gen.Choose(0, 3_000_000).ToArbitrary(),
        pence => CatalogueFacets.Costs(pence / 100m, null, new CatalogueSettings()).Count == 1).QuickCheckThrowOnFailure();

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
