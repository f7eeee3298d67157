using LearningDev.MembersHub.Cycle;
using LearningDev.Platform.Calendar;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Cycle.Pure;

[Requirement("MEM-07")]
public class CycleStepTests
{
    private static readonly CalendarSettings Calendar = new();

    [Theory]
    [InlineData("strategy-working-group", "2026-11-06")]
    [InlineData("strategy-leadership-team", "2027-01-06")]
    [InlineData("strategy-standards-committee", "2027-03-06")]
    [InlineData("induction-working-group", "2026-11-06")]
    [InlineData("induction-standards-committee", "2027-03-06")]
    [InlineData("presented", "2027-08-06")]
    [InlineData("plan-2-working-group", "2028-04-17")]
    [InlineData("plan-2-standards-committee", "2028-05-17")]
    [InlineData("plan-3-standards-committee", "2029-05-16")]
    [InlineData("plan-4-standards-committee", "2030-05-15")]
    [InlineData("review", "2029-05-05")]
    public void Of_CycleFromTheElectionOf2027_HasEachStepOnItsDay(string key, string day) =>
        Steps(new DateOnly(2027, 6, 1)).Single(step => step.Key == key).DueOn.ToString("yyyy-MM-dd", null).ShouldBe(day);

    [Fact]
    public void Of_AnyCycle_IsInTheOrderOfTheDaysAndNamesEachStepOnce()
    {
        var steps = Steps(new DateOnly(2024, 2, 29));
        steps.Count.ShouldBe(13);
        steps.Select(step => step.DueOn).ShouldBeInOrder();
        steps.Select(step => step.Key).ShouldBeUnique();
    }

    [Fact]
    public void Of_AnnualMeetingOnAnotherDay_MovesThePlanOfThatYear()
    {
        var calendar = new CalendarSettings { AnnualMeetings = [new AnnualMeeting { Date = new DateOnly(2028, 5, 24) }] };
        var steps = CycleStep.Of(NamedYear.Electoral(calendar, new DateOnly(2027, 6, 1)), calendar, new MemberCycleSettings());
        steps.Single(step => step.Key == "plan-2-standards-committee").DueOn.ShouldBe(new DateOnly(2028, 5, 24));
        steps.Single(step => step.Key == "plan-2-working-group").DueOn.ShouldBe(new DateOnly(2028, 4, 24));
    }

    [Fact]
    public void Of_FiveYearsBetweenElections_HasAPlanForEachYearAfterTheFirst()
    {
        var calendar = new CalendarSettings { ElectionEveryYears = 5 };
        CycleStep.Of(NamedYear.Electoral(calendar, new DateOnly(2023, 6, 1)), calendar, new MemberCycleSettings())
            .Select(step => step.Document?.PlanYear).OfType<int>().Max().ShouldBe(5);
    }

    [Theory]
    [InlineData(6, 6, 2, nameof(MemberCycleSettings.WorkingGroupMonths))]
    [InlineData(6, 2, 2, nameof(MemberCycleSettings.LeadershipTeamMonths))]
    public void Validate_LaterBodyNotLater_IsAProblem(int group, int team, int committee, string field)
    {
        var settings = new MemberCycleSettings { WorkingGroupMonths = group, LeadershipTeamMonths = team, StandardsCommitteeMonths = committee };
        settings.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(settings)).ShouldHaveSingleItem().MemberNames.ShouldBe([field]);
    }

    private static IReadOnlyList<CycleStep> Steps(DateOnly day) => CycleStep.Of(NamedYear.Electoral(Calendar, day), Calendar, new MemberCycleSettings());
}
