using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using LearningDev.Web.Setup.Opening;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Setup.Opening.Pure;

public partial class SetupCodeTests
{
    [Fact]
    public void New_Many_AreAllDifferentAndEasyToType()
    {
        string[] codes = [.. Enumerable.Range(0, 1000).Select(_ => SetupCode.New())];

        codes.ShouldBeUnique();
        codes.ShouldAllBe(code => Form().IsMatch(code));
    }

    [Theory]
    [InlineData("WDJB-MJHT-BCFX-RNQK-ZPLV", true)]
    [InlineData("wdjbmjhtbcfxrnqkzplv", true)]
    [InlineData("  wdjb mjht bcfx rnqk zplv ", true)]
    [InlineData("WDJB–MJHT–BCFX–RNQK–ZPLV", true)]
    [InlineData("WDJB-MJHT-BCFX-RNQK-ZPLW", false)]
    [InlineData("WDJB-MJHT-BCFX-RNQK-ZPL", false)]
    [InlineData("", false)]
    public void Matches_AsTyped(string typed, bool expected) => SetupCode.Matches(typed, SetupCode.Hash("WDJB-MJHT-BCFX-RNQK-ZPLV")).ShouldBe(expected);

    [Fact]
    public void Matches_AnyText_IsRefusedWithoutAFault() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(), typed => !SetupCode.Matches(typed ?? "", SetupCode.Hash("WDJB-MJHT-BCFX-RNQK-ZPLV"))).QuickCheckThrowOnFailure();

    [GeneratedRegex("^[BCDFGHJ-NP-TVWXZ]{4}(-[BCDFGHJ-NP-TVWXZ]{4}){4}$")]
    private static partial Regex Form();
}
