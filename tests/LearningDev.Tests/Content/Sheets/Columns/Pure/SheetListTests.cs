using FsCheck;
using FsCheck.Fluent;
using LearningDev.Content.Sheets.Columns;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Columns.Pure;

public class SheetListTests
{
    [Theory]
    [InlineData("Health; Safety", new[] { "Health", "Safety" })]
    [InlineData("Health;Safety;", new[] { "Health", "Safety" })]
    [InlineData("Health\nSafety", new[] { "Health", "Safety" })]
    [InlineData("\"Health; safety\"; First aid", new[] { "Health; safety", "First aid" })]
    [InlineData("12\" screens; Say \"no\"", new[] { "12\" screens", "Say \"no\"" })]
    [InlineData("\"No\" means no", new[] { "\"No\" means no" })]
    [InlineData("  ", new string[0])]
    public void Split_AsPeopleWriteIt(string text, string[] values) => SheetList.Split(text).ShouldBe(values);

    [Fact]
    public void Split_EmptyValuesThatHaveAPlace_StayWhereTheyAre() => SheetList.Split("; a chart", keepEmpty: true).ShouldBe(["", "a chart"]);

    [Fact]
    public void Split_WhatWasJoined_IsTheSame() => Prop.ForAll(ArbMap.Default.ArbFor<string[]>(), some =>
    {
        var values = (some ?? []).Select(text => (text ?? "").Replace("\r", "", StringComparison.Ordinal).Trim()).Where(text => text.Length > 0).ToList();
        SheetList.Split(SheetList.Join(values)).ShouldBe(values);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a;b", "c")]
    [InlineData("\"", "\"\"")]
    [InlineData("\";", "x\"y")]
    public void Split_HardOnesThatWereJoined_AreTheSame(string one, string other) => SheetList.Split(SheetList.Join([one, other])).ShouldBe([one, other]);
}
