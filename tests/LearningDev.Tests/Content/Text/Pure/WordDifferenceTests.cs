using System.Diagnostics;
using LearningDev.Content.Text;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Text.Pure;

public class WordDifferenceTests
{
    [Theory]
    [Requirement("CMS-01")]
    [InlineData("", "", "")]
    [InlineData("the same", "the same", "the same")]
    [InlineData("", "all new", "+all new+")]
    [InlineData("all gone", "", "-all gone-")]
    [InlineData("Two days a year", "Two working days a year", "Two +working +days a year")]
    [InlineData("half a day", "half an hour", "half -a day-+an hour+")]
    [InlineData("Ask your manager.", "Ask your manager!", "Ask your manager-.-+!+")]
    [InlineData("the officer's badge", "the officers' badge", "the -officer's-+officers'+ badge")]
    [InlineData("first\nsecond", "first\n\nsecond", "first\n+\n+second")]
    [InlineData("a 😀 b", "a 😃 b", "a -😀-+😃+ b")]
    public void Between_TwoTexts_MarksWords(string before, string after, string expected) => Marked(WordDifference.Between(before, after)).ShouldBe(expected);

    [Fact]
    public void Between_AnyTexts_RunsMakeUpBoth()
    {
        var random = new Random(20261130);
        string[] words = ["learning", "Kent's", " ", "\n", "**", "day", "-", "é", "e\u0301", "  ", "—"];
        for (var round = 0; round < 500; round++)
        {
            var (before, after) = (Text(random, words), Text(random, words));

            var runs = WordDifference.Between(before, after);

            string.Concat(runs.Where(run => run.Change != TextChange.Added).Select(run => run.Text)).ShouldBe(before);
            string.Concat(runs.Where(run => run.Change != TextChange.Removed).Select(run => run.Text)).ShouldBe(after);
            runs.ShouldAllBe(run => run.Text.Length > 0);
            runs.Zip(runs.Skip(1)).ShouldAllBe(pair => pair.First.Change != pair.Second.Change);
        }
    }

    [Fact]
    public void Between_LongTexts_AreComparedByLinesAndThenByWords()
    {
        var lines = Enumerable.Range(0, 1_500).Select(number => $"This is line {number} of a long text\n").ToList();
        var before = string.Concat(lines);
        lines[700] = "This is another line of a long text\n";

        var runs = WordDifference.Between(before, string.Concat(lines));

        runs.Where(run => run.Change != TextChange.Same).Select(run => run.Text).ShouldBe(["another ", " 700"]);
    }

    [Fact]
    public void Between_LongTextsThatShareNothing_TakesLessThanASecond()
    {
        var random = new Random(1);
        var (before, after) = (Text(random, ["alpha ", "beta\n", "gamma "], 60_000), Text(random, ["delta ", "epsilon\n", "zeta "], 60_000));
        var watch = Stopwatch.StartNew();

        WordDifference.Between(before, after).Count.ShouldBe(2);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    private static string Text(Random random, string[] words, int? count = null) =>
        string.Concat(Enumerable.Range(0, count ?? random.Next(0, 30)).Select(_ => words[random.Next(words.Length)]));

    private static string Marked(IEnumerable<TextRun> runs) => string.Concat(runs.Select(run => run.Change switch
    {
        TextChange.Removed => $"-{run.Text}-",
        TextChange.Added => $"+{run.Text}+",
        _ => run.Text,
    }));
}
