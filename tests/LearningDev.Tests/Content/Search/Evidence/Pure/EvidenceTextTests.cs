using FsCheck;
using FsCheck.Fluent;
using LearningDev.Content.Search.Evidence;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Search.Evidence.Pure;

[Requirement("CAT-04")]
public class EvidenceTextTests
{
    [Theory]
    [InlineData("  First\tAID\r\n at  work ", "first aid at work")]
    [InlineData("H&S", "h&s")]
    [InlineData("ISO 45001", "iso 45001")]
    [InlineData("budget 2026/27", "budget 2026/27")]
    [InlineData("levels 2, 3, 4 and 5", "levels 2, 3, 4 and 5")]
    [InlineData("ÉTÉ", "été")]
    public void Of_Words_KeepsThemInOneForm(string typed, string kept) => EvidenceText.Of(typed).ShouldBe(kept);

    [Theory]
    [InlineData("Jane.Smith@council.gov.uk", "[email address]")]
    [InlineData("course for jane@council.gov.uk please", "course for [email address] please")]
    [InlineData("020 7946 0958", "[number]")]
    [InlineData("ring (01632) 960-001 now", "ring [number] now")]
    [InlineData("+44 7700 900123", "[number]")]
    [InlineData("employee 1234567", "employee [number]")]
    [InlineData("123456", "[number]")]
    [InlineData("born 01/02/1980", "born [number]")]
    [InlineData("QQ 12 34 56 C", "[number]")]
    public void Of_WhatIsAPersons_LeavesItOut(string typed, string kept)
    {
        EvidenceText.Of(typed).ShouldBe(kept);
        EvidenceText.IsAsTyped(kept).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("%%% !!!")]
    public void Of_NoWord_IsNothing(string typed) => EvidenceText.Of(typed).ShouldBeNull();

    [Fact]
    public void Of_AnyText_FitsTheTableAndIsKeptAsItIs() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().MapFilter(text => string.Concat(Enumerable.Repeat(text ?? "", 30)), _ => true), typed =>
        {
            if (EvidenceText.Of(typed) is { } kept)
            {
                kept.Length.ShouldBeInRange(1, SearchEvidenceRow.MaximumLength);
                kept.ShouldNotContain("\0");
                kept.EnumerateRunes().ShouldNotContain(rune => char.IsSurrogate((char)Math.Min(rune.Value, char.MaxValue)) && rune.IsBmp);
                kept.Trim().ShouldBe(kept);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("first aid", "first aid")]
    [InlineData("chairs, tables", "\"chairs, tables\"")]
    [InlineData("the \"best\" course", "\"the \"\"best\"\" course\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44", "'+44")]
    [InlineData("-stress", "'-stress")]
    [InlineData("@sum(a1)", "'@sum(a1)")]
    [InlineData("=hyperlink(\"http://x\",\"y\")", "\"'=hyperlink(\"\"http://x\"\",\"\"y\"\")\"")]
    public void Cell_AnyText_IsOneCellAndNoFormula(string text, string cell) => SearchesCsv.Cell(text).ShouldBe(cell);
}
