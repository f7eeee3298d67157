using FsCheck;
using FsCheck.Fluent;
using LearningDev.Funding.Requests;
using LearningDev.Funding.Requests.Rules;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Rules.Pure;

[Requirement("FUN-01")]
public class MoneyTests
{
    [Theory]
    [InlineData("250", "250")]
    [InlineData(" £1,250.50 ", "1250.50")]
    [InlineData("0.1", "0.1")]
    [InlineData("1 000", "1000")]
    public void Read_AsPeopleWriteIt(string text, string amount) => Money.Read(text).ShouldBe(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("about 20")]
    [InlineData("-5")]
    [InlineData("1.234")]
    [InlineData("1e3")]
    public void Read_NoAmount_IsNothing(string? text) => Money.Read(text).ShouldBeNull();

    [Fact]
    public void Words_WhatWasRead_IsTheSame() => Prop.ForAll(Pence, pence => Money.Read(Money.Words(pence / 100m)).ShouldBe(pence / 100m)).QuickCheckThrowOnFailure();

    [Fact]
    public void Total_AnyLines_IsWhatPenceComeTo() => Prop.ForAll(Pence.Generator.ListOf().ToArbitrary(), all =>
        Money.Total(all.Select(pence => new CostLine { Amount = pence / 100m })).ShouldBe(all.Sum(pence => (long)pence) / 100m)).QuickCheckThrowOnFailure();

    [Fact]
    public void Total_LinesInAnotherOrder_IsTheSame() => Prop.ForAll(Pence.Generator.ListOf().ToArbitrary(), all =>
        Money.Total(Enumerable.Reverse(all).Select(pence => new CostLine { Amount = pence / 100m })).ShouldBe(Money.Total(all.Select(pence => new CostLine { Amount = pence / 100m })))).QuickCheckThrowOnFailure();

    private static Arbitrary<int> Pence => Gen.Choose(0, 100_000_000).ToArbitrary();
}
