using LearningDev.MembersHub.Plans;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Plans.Pure;

[Requirement("MEM-03")]
public class PlanStandingTests
{
    private static readonly DateOnly TermFrom = new(2026, 5, 7);

    [Theory]
    [InlineData(null, "2026-08-05", "Due", "2026-08-05")]
    [InlineData(null, "2026-08-06", "Overdue", "2026-08-05")]
    [InlineData("2026-05-06", "2026-06-01", "Due", "2026-08-05")]
    [InlineData("2026-05-07", "2026-06-01", "Complete", "2027-05-07")]
    [InlineData("2026-06-10", "2027-05-26", "Complete", "2027-06-10")]
    [InlineData("2026-06-10", "2027-05-27", "ReviewDue", "2027-06-10")]
    [InlineData("2026-06-10", "2027-06-11", "ReviewOverdue", "2027-06-10")]
    public void Of_TermAndPlan_SaysWhatIsNext(string? completed, string today, string stage, string due) =>
        PlanStanding.Of(TermFrom, completed is null ? null : Day(completed), Day(today), new MemberPlanSettings()).ShouldBe(new PlanStanding(Enum.Parse<PlanStage>(stage), Day(due)));

    [Theory]
    [InlineData("Due", false, false)]
    [InlineData("Overdue", false, false)]
    [InlineData("Complete", true, true)]
    [InlineData("ReviewOverdue", false, true)]
    [InlineData("ReviewOverdue", true, false)]
    public void OpensBudget_OverdueReview_ClosesItOnlyWhereTheSettingSaysSo(string stage, bool closes, bool expected) =>
        new PlanStanding(Enum.Parse<PlanStage>(stage), TermFrom).OpensBudget(new MemberPlanSettings { LapsedReviewClosesBudget = closes }).ShouldBe(expected);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
