using LearningDev.Content.Curation.Links;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Curation.Links.Pure;

[Requirement("CMS-04")]
public class LinkResultsTests
{
    private static readonly DateTime Now = new(2028, 2, 28, 9, 0, 0, DateTimeKind.Utc);
    private static readonly LinkSettings Rules = new() { DeadAfterDays = 3, CheckEveryDays = 7 };
    private static readonly LinkAnswer Gone = new(LinkVerdict.Fails, "The page is not there any more", 404);
    private static readonly LinkAnswer There = new(LinkVerdict.Works, "", 200);

    private readonly LinkRow link = new() { Id = "a", Url = "https://a.example/", Host = "a.example" };

    [Fact]
    public void Apply_FailuresOnThreeDays_IsDead()
    {
        Day(0, Gone);
        Day(0, Gone);
        Day(0, Gone);
        (link.State, link.FailedDays).ShouldBe((LinkState.Failing, 1));
        link.NextUtc.ShouldBe(Now.AddDays(1));

        Day(1, Gone);
        link.State.ShouldBe(LinkState.Failing);
        Day(2, Gone);

        (link.State, link.FailedDays, link.FailingSince).ShouldBe((LinkState.Dead, 3, new DateOnly(2028, 2, 28)));
        link.NextUtc.ShouldBe(Now.AddDays(2 + 7));
    }

    [Fact]
    public void Apply_WorksInBetween_CountsAnew()
    {
        Day(0, Gone);
        Day(1, Gone);
        Day(2, There);
        (link.State, link.FailedDays, link.FailingSince).ShouldBe((LinkState.Working, 0, null));

        Day(3, Gone);
        Day(4, Gone);

        link.State.ShouldBe(LinkState.Failing);
    }

    [Fact]
    public void Apply_AskedToWait_SaysNothingOfTheLink()
    {
        Day(0, Gone);

        Day(1, new LinkAnswer(LinkVerdict.Later, "The site asks to be left alone for a while", 429) { Wait = TimeSpan.FromHours(5) });

        (link.State, link.FailedDays, link.NextUtc).ShouldBe((LinkState.Failing, 1, Now.AddDays(1).AddHours(5)));
    }

    [Fact]
    public void Apply_Refused_IsNeverDead()
    {
        foreach (var day in Enumerable.Range(0, 5))
        {
            Day(day, new LinkAnswer(LinkVerdict.Refused, "It is inside a network"));
        }

        (link.State, link.FailedDays).ShouldBe((LinkState.Refused, 0));
    }

    private void Day(int day, LinkAnswer answer) => LinkResults.Apply(link, answer, Rules, DateOnly.FromDateTime(Now.AddDays(day)), Now.AddDays(day));
}
