using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Matching;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Matching.Pure;

[Requirement("COA-02")]
public class ReasonsTests
{
    private static readonly CoachWords Words = new(
        new Dictionary<CoachValueKind, IReadOnlyList<(string, string)>>
        {
            [CoachValueKind.Pool] = [],
            [CoachValueKind.Theme] = [("change", "Leading change"), ("confidence", "Confidence")],
            [CoachValueKind.Day] = [("tuesday", "Tuesday"), ("evening", "Evenings")],
            [CoachValueKind.Language] = [("polish", "Polish")],
            [CoachValueKind.Place] = [("online", "Online")],
            [CoachValueKind.Approach] = [("goals", "GROW and goals")],
        },
        [("7", "Level 7")]);

    [Fact]
    public void Of_SeveralFits_SaysThemInPlainWords() => Reasons.Of(
        [
            new Fit(FitKind.Theme, "confidence"), new Fit(FitKind.Theme, "change"), new Fit(FitKind.Day, "tuesday"), new Fit(FitKind.Day, "evening"), new Fit(FitKind.Language, "polish"),
            new Fit(FitKind.Place, "online"), new Fit(FitKind.Approach, "goals"), new Fit(FitKind.Level, "7"), new Fit(FitKind.OtherDirectorate, ""),
        ],
        QualificationWords.Short("ILM", Words.Level("7")), Words)
        .ShouldBe("Coaches on leading change and confidence; free on Tuesdays and evenings; speaks Polish; can meet here: online; works like this: GROW and goals; ILM level 7; works in another directorate");

    [Fact]
    public void Of_Nothing_IsEmpty() => Reasons.Of([], "", Words).ShouldBe("");

    [Theory]
    [InlineData("ILM", "Level 7", "ILM level 7")]
    [InlineData("Own programme", "Foundation course", "Foundation course, Own programme")]
    [InlineData("ILM", "", "ILM")]
    [InlineData("", "Level 5", "Level 5")]
    public void Short_BodyAndLevel_AreJoined(string body, string level, string words) => QualificationWords.Short(body, level).ShouldBe(words);
}
