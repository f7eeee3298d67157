using FsCheck;
using FsCheck.Fluent;
using LearningDev.Content.Fields;
using LearningDev.Content.Search.Synonyms;
using LearningDev.Content.Search.Words;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Search.Synonyms.Pure;

[Requirement("CAT-04")]
public class SearchKnowledgeTests
{
    private static readonly SearchKnowledge Knowledge = new(
        [Synonyms("health and safety\r\nH&S", "h and s\nhasaw"), Synonyms("H&S\nsafety first", ""), Synonyms("neurodiversity", "dyslexia")],
        [Promoted("First aid\nFAW", "a", "b"), Promoted("first aid", "b", "c")]);

    [Theory]
    [InlineData("H&S", 1, "health and safeti", "safeti first")]
    [InlineData("hs", 1, "health and safeti", "safeti first")]
    [InlineData("h and s", 3, "health and safeti", "hs")]
    [InlineData("health and safety training", 3, "hs")]
    [InlineData("safety first", 2, "hs")]
    [InlineData("dyslexia", 1, "neurodivers")]
    public void At_Expression_TellsWhatElseItIsCalled(string text, int words, params string[] others)
    {
        var found = Knowledge.At([.. SearchWords.Of(text)], 0).ShouldNotBeNull();

        found.Words.ShouldBe(words);
        found.Others.Select(term => string.Join(' ', term.Stems)).ShouldBe(others);
    }

    [Fact]
    public void At_BroaderWord_DoesNotFindTheNarrower() =>
        Knowledge.At(["neurodiversity"], 0).ShouldNotBeNull().Others.ShouldBeEmpty();

    [Fact]
    public void At_OtherWords_KnowsNothing() => Knowledge.At(["health", "visitor"], 0).ShouldBeNull();

    [Theory]
    [InlineData("FIRST AIDS")]
    [InlineData("  first   aid ")]
    [InlineData("first-aid")]
    public void PromotedFor_SameWords_GivesAllInOrder(string text) => Knowledge.PromotedFor(text).ShouldBe(["a", "b", "c"]);

    [Fact]
    public void PromotedFor_MoreWords_GivesNothing() => Knowledge.PromotedFor("first aid course").ShouldBeEmpty();

    [Fact]
    public void Lines_AnyText_CanBeASynonym() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().MapFilter(text => text ?? "", _ => true), text =>
        {
            var knowledge = new SearchKnowledge([Synonyms($"telephone\n{text}", text)], [Promoted(text, "a")]);
            foreach (var line in SearchLines.In(text))
            {
                knowledge.HasSynonyms(line).ShouldBeTrue();
                knowledge.PromotedFor(line).ShouldBe(["a"]);
                var words = SearchWords.Of(line).ToList();
                words.ShouldAllBe(word => knowledge.Knows(word));
                knowledge.At(words, 0).ShouldNotBeNull().Words.ShouldBe(words.Count);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static SearchSynonymsPart Synonyms(string words, string also) =>
        new() { Words = new TextField { Text = words }, AlsoTyped = new TextField { Text = also } };

    private static PromotedResultsPart Promoted(string searches, params List<string> entries) =>
        new() { Searches = new TextField { Text = searches }, Entries = new ContentPickerField { ContentItemIds = entries } };
}
