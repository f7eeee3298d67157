using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.Permissions;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions.Effective.Pure;

public class AdministratorTermTests
{
    private static readonly DateOnly Today = new(2028, 2, 28);

    [Fact]
    public void IsCovered_NobodyAtAll_IsFalse() => LastAdministrator.IsCovered(Today, []).ShouldBeFalse();

    [Fact]
    public void IsCovered_OneWithoutEnd_IsTrue() => LastAdministrator.IsCovered(Today, [Term(0, null)]).ShouldBeTrue();

    [Fact]
    public void IsCovered_OneBeginsTheDayAfterTheOtherEnds_IsTrue() => LastAdministrator.IsCovered(Today, [Term(-10, 1), Term(2, null)]).ShouldBeTrue();

    [Fact]
    public void IsCovered_ADayBetween_IsFalse() => LastAdministrator.IsCovered(Today, [Term(-10, 1), Term(3, null)]).ShouldBeFalse();

    [Fact]
    public void IsCovered_AnyTerms_IsWhatCountingTheDaysSays() => Prop.ForAll(
        Gen.ListOf(Terms()).ToArbitrary(),
        terms =>
        {
            var days = Enumerable.Range(0, 60).All(day => terms.Any(term => term.From <= Today.AddDays(day) && term.Until >= Today.AddDays(day)))
                && terms.Any(term => term.Until == DateOnly.MaxValue);
            LastAdministrator.IsCovered(Today, [.. terms]).ShouldBe(days);
        }).QuickCheckThrowOnFailure();

    private static AdministratorTerm Term(int from, int? until) => new("x", Today.AddDays(from), until is { } days ? Today.AddDays(days) : DateOnly.MaxValue);

    private static Gen<AdministratorTerm> Terms() =>
        from start in Gen.Choose(-20, 40)
        from length in Gen.Choose(0, 19)
        from endless in Gen.Choose(0, 3)
        select Term(start, endless == 0 ? null : Math.Min(start + length, 59));
}
