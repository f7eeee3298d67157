using LearningDev.Content.Items;
using LearningDev.Mentoring;
using LearningDev.Mentoring.Programmes;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Mentoring.Programmes.Pure;

[Requirement("MEN-01")]
public class ProgrammeTests
{
    private static readonly DateOnly Today = new(2026, 12, 1);

    [Fact]
    public void Terms_LastDay_LooksBackHalfWay()
    {
        var terms = Made(part =>
        {
            (part.StartsOn.Value, part.EndsOn.Value, part.MidPoint.Value) = (new DateTime(2027, 1, 1), new DateTime(2027, 7, 1), true);
            (part.QuietAfterDays.Value, part.MostHours.Value, part.Agreement.Markdown) = (42, 9.5m, "We meet.");
        }).Terms(Today);
        (terms.SourceId, terms.SourceName, terms.Agreement).ShouldBe(("p", "Programme", "We meet."));
        terms.EndsOn.ShouldBe(new DateOnly(2027, 7, 1));
        terms.ReviewOn.ShouldBe(new DateOnly(2027, 4, 1));
        (terms.QuietAfterDays, terms.MostHours).ShouldBe((42, 9.5m));
    }

    [Fact]
    public void Terms_Months_CountFromToday()
    {
        var terms = Made(part => (part.Months.Value, part.MidPoint.Value) = (6, true)).Terms(Today);
        terms.EndsOn.ShouldBe(new DateOnly(2027, 6, 1));
        terms.ReviewOn.ShouldBe(new DateOnly(2027, 3, 2));
    }

    [Fact]
    public void Terms_NoEnd_HaveNoMidPoint() => Made(part => part.MidPoint.Value = true).Terms(Today).ShouldSatisfyAllConditions(terms => terms.EndsOn.ShouldBeNull(), terms => terms.ReviewOn.ShouldBeNull());

    [Fact]
    public void Joining_Days_ArePartOfTheWindow()
    {
        var programme = Made(part => (part.JoinFrom.Value, part.JoinTo.Value, part.EndsOn.Value) = (new DateTime(2026, 12, 1), new DateTime(2026, 12, 31), new DateTime(2027, 6, 30)));
        programme.JoiningOn(new DateOnly(2026, 11, 30)).ShouldBe(Joining.NotYet);
        programme.JoiningOn(new DateOnly(2026, 12, 1)).ShouldBe(Joining.Open);
        programme.JoiningOn(new DateOnly(2026, 12, 31)).ShouldBe(Joining.Open);
        programme.JoiningOn(new DateOnly(2027, 1, 1)).ShouldBe(Joining.Closed);
        programme.JoiningOn(new DateOnly(2027, 7, 1)).ShouldBe(Joining.Ended);
    }

    [Fact]
    public void Admits_Levels_CountForTheirRole()
    {
        var programme = Made(part => (part.MentorLevels.Values, part.MenteeLevels.Values) = (["director"], ["employee"]));
        programme.Admits(MentoringRole.Mentor, "director").ShouldBeTrue();
        programme.Admits(MentoringRole.Mentor, "employee").ShouldBeFalse();
        programme.Admits(MentoringRole.Mentee, "employee").ShouldBeTrue();
        programme.Admits(MentoringRole.Peer, "employee").ShouldBeFalse();
        Made(_ => { }).Admits(MentoringRole.Peer, "").ShouldBeTrue();
    }

    [Theory]
    [InlineData("mentoring", nameof(ProgrammeKind.Mentoring), 2)]
    [InlineData("reverse", nameof(ProgrammeKind.Reverse), 2)]
    [InlineData("peer", nameof(ProgrammeKind.Peer), 1)]
    public void Roles_Kinds_HaveTheirs(string value, string kind, int roles)
    {
        var programme = Made(part => part.Kind.Text = value);
        programme.Kind.ToString().ShouldBe(kind);
        programme.Roles.Count.ShouldBe(roles);
    }

    private static Programme Made(Action<MentoringProgramme> change)
    {
        var item = new ContentItem { ContentItemId = "p", ContentType = MentoringProgramme.Type, DisplayText = "Programme" };
        item.Alter(change);
        return new Programme(item);
    }
}
