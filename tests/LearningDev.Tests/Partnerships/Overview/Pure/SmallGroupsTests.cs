using FsCheck;
using FsCheck.Fluent;
using LearningDev.Partnerships.Overview;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Overview.Pure;

[Requirement("COA-03")]
public class SmallGroupsTests
{
    [Theory]
    [InlineData(0, "fewer than 5")]
    [InlineData(4, "fewer than 5")]
    [InlineData(5, "5 to 9")]
    [InlineData(9, "5 to 9")]
    [InlineData(123, "120 to 124")]
    public void Band_Count_IsOneOfFive(int count, string words) => SmallGroups.Band(count).ShouldBe(words);

    [Theory]
    [InlineData("12 8 7", "12 8 7")]
    [InlineData("12 8 3 2", "12 8 5")]
    [InlineData("12 8 3", "12 11")]
    [InlineData("3 1", "")]
    [InlineData("9 4", "13")]
    [InlineData("", "")]
    [InlineData("30 4 4 4 4 4", "50")]
    public void Together_SmallGroups_ArePutTogetherUntilTheyAreLargeEnough(string people, string shown) =>
        string.Join(' ', SmallGroups.Together(Groups(people)).Select(group => group.People)).ShouldBe(shown);

    [Fact]
    public void Together_AnyGroups_NoCountBelowFiveCanBeWorkedOut() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 14).ListOf().ToArbitrary(),
        counts =>
        {
            var groups = counts.Select((people, index) => new Group($"Group {index}", people)).ToList();
            var shown = SmallGroups.Together(groups);
            if (shown.Count == 0)
            {
                return;
            }

            shown.Sum(group => group.People).ShouldBe(groups.Sum(group => group.People));
            shown.ShouldAllBe(group => group.People >= SmallGroups.Smallest);
            // Whoever knows that a group is not named knows no more than that all of these together lie in a band: what is left open for each is never one number below five.
            var named = shown.Where(group => group.Name != SmallGroups.Others).Select(group => group.Name).ToHashSet();
            var hidden = groups.Where(group => group.People > 0 && !named.Contains(group.Name)).ToList();
            if (hidden.Count > 0 && hidden.All(group => group.People < SmallGroups.Smallest))
            {
                var low = SmallGroups.Low(hidden.Sum(group => group.People));
                var least = Math.Max(1, low - ((hidden.Count - 1) * (SmallGroups.Smallest - 1)));
                least.ShouldBeLessThan(SmallGroups.Smallest - 1);
            }
        }));

    private static IEnumerable<Group> Groups(string people) =>
        people.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((count, index) => new Group($"Group {index}", int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)));
}
