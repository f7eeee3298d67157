using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions.Effective.Pure;

public class PersonPlaceTests
{
    private static readonly PersonPlace Nobody = new("", 0, [], []);

    [Theory]
    [InlineData(RoleRuleKind.LineManagers, "")]
    [InlineData(RoleRuleKind.UnitHeads, "Service")]
    [InlineData(RoleRuleKind.UnitMembers, "HR")]
    [InlineData(RoleRuleKind.RoleLevel, "director")]
    [InlineData(RoleRuleKind.RoleLevel, "")]
    public void Fulfils_PersonWithoutAPlace_IsFalse(RoleRuleKind kind, string value) => Nobody.Fulfils(kind, value).ShouldBeFalse();

    [Fact]
    public void Fulfils_Everyone_IsTrue() => Nobody.Fulfils(RoleRuleKind.Everyone, "").ShouldBeTrue();

    [Theory]
    [InlineData(RoleRuleKind.LineManagers, "", true)]
    [InlineData(RoleRuleKind.UnitHeads, "Service", true)]
    [InlineData(RoleRuleKind.UnitHeads, "directorate", false)]
    [InlineData(RoleRuleKind.UnitMembers, "hr", true)]
    [InlineData(RoleRuleKind.UnitMembers, "IT", false)]
    [InlineData(RoleRuleKind.RoleLevel, "director", true)]
    [InlineData(RoleRuleKind.RoleLevel, "direct", false)]
    public void Fulfils_HeadOfService_IsAsTheStructureSays(RoleRuleKind kind, string value, bool expected) =>
        new PersonPlace("director", 3, [UnitKind.Service], ["HR-LD", "HR", "PP"]).Fulfils(kind, value).ShouldBe(expected);

    [Fact]
    public void IsInForceOn_AnyDays_IsBetweenThem() => Prop.ForAll(
        Days().ToArbitrary(), Days().ToArbitrary(), Days().ToArbitrary(),
        (from, until, day) =>
        {
            var row = new RoleAssignment { StartsOn = from, EndsOn = until };
            row.IsInForceOn(day!.Value).ShouldBe((from is null || from <= day) && (until is null || until >= day));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void IsInForceOn_LeapDay_IsItsOwnDay()
    {
        var leap = new DateOnly(2028, 2, 29);
        var row = new RoleAssignment { StartsOn = leap, EndsOn = leap };

        row.IsInForceOn(leap).ShouldBeTrue();
        row.IsInForceOn(leap.AddDays(-1)).ShouldBeFalse();
        row.IsInForceOn(leap.AddDays(1)).ShouldBeFalse();
    }

    private static Gen<DateOnly?> Days() => Gen.Choose(0, 1500).Select(days => (DateOnly?)new DateOnly(2026, 1, 1).AddDays(days));
}
