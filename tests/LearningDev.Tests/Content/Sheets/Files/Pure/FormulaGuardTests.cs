using FsCheck;
using FsCheck.Fluent;
using LearningDev.Content.Sheets.Files;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Files.Pure;

public class FormulaGuardTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"https://example.org\")", "'=HYPERLINK(\"https://example.org\")")]
    [InlineData("+44 20", "'+44 20")]
    [InlineData("- a list", "'- a list")]
    [InlineData("@all", "'@all")]
    [InlineData("'=known", "''=known")]
    [InlineData("'tis the season", "'tis the season")]
    [InlineData("plain", "plain")]
    public void Guard_WhatASpreadsheetWouldRun_BecomesText(string text, string guarded)
    {
        FormulaGuard.Guard(text).ShouldBe(guarded);
        FormulaGuard.Restore(guarded).ShouldBe(text);
    }

    [Fact]
    public void Restore_AnyTextThatWasGuarded_IsTheSame() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        FormulaGuard.Restore(FormulaGuard.Guard(text ?? "")).ShouldBe(text ?? "");
        FormulaGuard.Restore(FormulaGuard.GuardText(text ?? "")).ShouldBe(text ?? "");
    }).QuickCheckThrowOnFailure();
}
