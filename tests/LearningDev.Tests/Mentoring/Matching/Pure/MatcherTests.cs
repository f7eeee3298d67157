using FsCheck;
using FsCheck.Fluent;
using LearningDev.Mentoring;
using LearningDev.Mentoring.Matching;
using LearningDev.Mentoring.Programmes;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Mentoring.Matching.Pure;

[Requirement("MEN-01")]
public class MatcherTests
{
    private static readonly DateTime Morning = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Match_Shuffled_GivesTheSame() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
    {
        var random = new Random(seed);
        List<Candidate> mentees = [.. Enumerable.Range(0, random.Next(1, 12)).Select(number => Somebody($"e{number}", random, 0))];
        List<Candidate> mentors = [.. Enumerable.Range(0, random.Next(1, 9)).Select(number => Somebody($"o{number}", random, random.Next(0, 3)))];
        List<(string, string)> pinned = [.. mentees.Where(_ => random.Next(6) == 0).Select(mentee => (mentee.PersonId, mentors[random.Next(mentors.Count)].PersonId))];
        var rules = Rules();
        var first = Matcher.Match(mentees, mentors, (mentee, mentor) => FitRules.Avoid(mentee, mentor) ? null : rules.Points(mentee, mentor), pinned);
        var again = Matcher.Match(Shuffled(mentees), Shuffled(mentors), (mentee, mentor) => FitRules.Avoid(mentee, mentor) ? null : rules.Points(mentee, mentor), Shuffled(pinned));
        Words(again).ShouldBe(Words(first));
        (first.Pairs.Count + first.LeftOver.Count).ShouldBe(mentees.Count);
        first.Pairs.ShouldAllBe(pair => !FitRules.Avoid(pair.Mentee, pair.Mentor));
        first.Pairs.GroupBy(pair => pair.Mentor.PersonId).ShouldAllBe(group => group.Count() <= group.First().Mentor.Capacity);

        List<T> Shuffled<T>(List<T> all) => [.. all.OrderBy(_ => random.Next())];
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Match_Tie_TakesTheEarlierRequestAndSaysSo()
    {
        var result = Matcher.Match([Asking("Late", 2), Asking("Early", 1)], [Offering("Mentor", 0)], (_, _) => 10, []);
        var pair = result.Pairs.ShouldHaveSingleItem();
        pair.Mentee.PersonId.ShouldBe("Early");
        pair.Tie.ShouldBe("Another result is equally good, in which Early has no mentor. The one with the earlier request was taken.");
        result.LeftOver.ShouldHaveSingleItem().Why.ShouldBe("All places of the mentors who suit are taken");
    }

    [Fact]
    public void Match_TwoMentorsAlike_TakesWhoOfferedFirst()
    {
        var result = Matcher.Match([Asking("Sam", 3)], [Offering("Second", 2), Offering("First", 1)], (_, _) => 10, []);
        var pair = result.Pairs.ShouldHaveSingleItem();
        pair.Mentor.PersonId.ShouldBe("First");
        pair.Tie.ShouldBe("Another result is equally good, in which Second is the mentor. First offered first, so that one was taken.");
        result.Free.ShouldHaveSingleItem().Mentor.PersonId.ShouldBe("Second");
    }

    [Fact]
    public void Match_Pinned_ComesFirstButNeverAgainstARule()
    {
        List<Candidate> mentees = [Asking("Ann", 1), Asking("Bob", 2)];
        List<Candidate> mentors = [Offering("Mia", 1)];
        Matcher.Match(mentees, mentors, (_, _) => 1, [("Bob", "Mia")]).Pairs.ShouldHaveSingleItem().ShouldSatisfyAllConditions(pair => pair.Mentee.Name.ShouldBe("Bob"), pair => pair.IsPinned.ShouldBeTrue());
        var refused = Matcher.Match(mentees, mentors, (mentee, _) => mentee.Name == "Bob" ? null : 1, [("Bob", "Mia")]);
        refused.Pairs.ShouldHaveSingleItem().Mentee.Name.ShouldBe("Ann");
        refused.LeftOver.ShouldHaveSingleItem().Why.ShouldBe("None of the mentors can be offered");
    }

    [Fact]
    public void Match_PinnedOverCapacity_KeepsTheEarlierRequest() =>
        Matcher.Match([Asking("Ann", 1), Asking("Bob", 2)], [Offering("Mia", 1)], (_, _) => 1, [("Bob", "Mia"), ("Ann", "Mia")]).Pairs.ShouldHaveSingleItem().Mentee.Name.ShouldBe("Ann");

    [Fact]
    public void Match_Peers_AreNeverTheirOwnMentor()
    {
        List<Candidate> peers = [Asking("Ann", 1) with { Capacity = 1 }, Asking("Bob", 2) with { Capacity = 1 }, Asking("Cy", 3) with { Capacity = 1 }];
        var result = Matcher.Match(peers, peers, (_, _) => 1, []);
        result.Pairs.Count.ShouldBe(3);
        result.Pairs.ShouldAllBe(pair => pair.Mentee.PersonId != pair.Mentor.PersonId);
    }

    [Fact]
    public void Explain_EverythingShared_SaysEachPartInWords()
    {
        var mentee = Asking("Sam", 1) with { Themes = ["a", "b"], Languages = ["pl"], Days = ["tue"], Places = ["online"], Wished = ["Priya"], Level = 7, Directorate = "x" };
        var mentor = Offering("Priya", 1) with { Themes = ["b", "a"], Languages = ["pl"], Days = ["tue", "wed"], Places = ["online"], Wished = ["Sam"], Level = 5, Directorate = "y" };
        var fit = Rules().Explain(mentee, mentor);
        fit.Parts.Select(part => part.Words).ShouldBe(
        [
            "Both named Leading change and Careers", "Sam asked for Priya", "Priya asked for Sam", "Both speak Polish", "Both free on Tuesdays", "Suits both: online",
            "Priya is two levels above", "Work in different directorates",
        ]);
        fit.Points.ShouldBe(fit.Parts.Sum(part => part.Points));
        fit.Points.ShouldBe(Rules().Points(mentee, mentor));
        Rules().Points(Asking("Nobody", 1), Offering("Else", 1)).ShouldBe(0);
    }

    [Theory]
    [InlineData(nameof(ProgrammeKind.Mentoring), 5, 3, 10)]
    [InlineData(nameof(ProgrammeKind.Mentoring), 8, 3, 5)]
    [InlineData(nameof(ProgrammeKind.Mentoring), 3, 3, 0)]
    [InlineData(nameof(ProgrammeKind.Mentoring), 3, 5, 0)]
    [InlineData(nameof(ProgrammeKind.Reverse), 1, 7, 10)]
    [InlineData(nameof(ProgrammeKind.Reverse), 1, 2, 5)]
    [InlineData(nameof(ProgrammeKind.Reverse), 7, 1, 0)]
    [InlineData(nameof(ProgrammeKind.Peer), 4, 4, 10)]
    [InlineData(nameof(ProgrammeKind.Peer), 4, 5, 5)]
    [InlineData(nameof(ProgrammeKind.Peer), 4, 7, 0)]
    public void Points_Levels_CountByTheKindOfProgramme(string kind, int mentee, int mentor, int points) =>
        new FitRules(new MentoringSettings(), Enum.Parse<ProgrammeKind>(kind), new FitWords(new Dictionary<string, string>()))
            .Points(Asking("Sam", 1) with { Level = mentee }, Offering("Priya", 1) with { Level = mentor }).ShouldBe(points);

    private static Candidate Asking(string name, int hour) => new(name, name, Morning.AddHours(hour));

    private static Candidate Offering(string name, int hour) => new(name, name, Morning.AddHours(hour)) { Capacity = 1 };

    private static Candidate Somebody(string id, Random random, int capacity) => new(id, id, Morning.AddHours(random.Next(0, 4)))
    {
        Themes = [.. "abcd".Where(_ => random.Next(2) == 0).Select(letter => $"{letter}")],
        Days = [.. "tw".Where(_ => random.Next(2) == 0).Select(letter => $"{letter}")],
        Avoided = random.Next(4) == 0 ? [$"o{random.Next(0, 9)}", $"e{random.Next(0, 9)}"] : [],
        Wished = random.Next(4) == 0 ? [$"o{random.Next(0, 9)}"] : [],
        Capacity = capacity,
    };

    private static FitRules Rules() => new(
        new MentoringSettings(), ProgrammeKind.Mentoring,
        new FitWords(new Dictionary<string, string> { ["a"] = "Leading change", ["b"] = "Careers", ["pl"] = "Polish", ["tue"] = "Tuesdays", ["wed"] = "Wednesdays", ["online"] = "online" }));

    private static List<string> Words(MatchResult result) =>
        [.. result.Pairs.Select(pair => $"{pair.Mentee.PersonId}-{pair.Mentor.PersonId}:{pair.Points}{pair.Tie}"), .. result.LeftOver.Select(left => $"{left.Mentee.PersonId}:{left.Why}"), .. result.Free.Select(free => $"{free.Mentor.PersonId}:{free.Places}")];
}
