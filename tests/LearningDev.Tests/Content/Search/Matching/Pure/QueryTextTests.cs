using FsCheck;
using FsCheck.Fluent;
using LearningDev.Content.Search.Index;
using LearningDev.Content.Search.Matching;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Search.Matching.Pure;

[Requirement("CAT-04")]
public class QueryTextTests
{
    [Theory]
    [InlineData("managing stress", "managing stress", "", "")]
    [InlineData("\"political awareness\" course", "course", "political awareness", "")]
    [InlineData("“political awareness”", "", "political awareness", "")]
    [InlineData("\"never closed", "", "never closed", "")]
    [InlineData("leadership -programme", "leadership", "", "programme")]
    [InlineData("leadership -\"step up\"", "leadership", "", "step up")]
    [InlineData("e-learning", "e learning", "", "")]
    [InlineData("- \"\" -", "", "", "")]
    [InlineData("-only", "", "", "only")]
    public void Parse_Text_TakesItApart(string text, string words, string phrase, string excluded)
    {
        var query = QueryText.Parse(text);
        string.Join(' ', query.Words.Select(word => word.Text)).ShouldBe(words);
        string.Join('|', query.Phrases.Select(one => string.Join(' ', one))).ShouldBe(phrase);
        string.Join('|', query.Excluded.Select(one => string.Join(' ', one))).ShouldBe(excluded);
    }

    [Fact]
    public void Parse_Prose_HasNoSigns()
    {
        var query = QueryText.Parse("I would like to know what the \"golden thread\" means -- and why it is not in our plan, please");
        query.IsProse.ShouldBeTrue();
        query.Phrases.ShouldBeEmpty();
        query.Excluded.ShouldBeEmpty();
        query.Words.Count.ShouldBe(19);
    }

    [Fact]
    public void Parse_AnyText_IsLegalAndAsksNothingThatIsNoWord() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        var query = QueryText.Parse(text ?? "");
        var terms = query.Words.Select(word => new SearchClause(new SearchTerm(word.Text))).ToList();
        var phrases = query.Phrases.Select(phrase => new SearchClause(SearchTerm.Phrase(phrase))).ToList();
        foreach (var expression in new[]
        {
            SqliteFullText.Expression(new FullTextQuery(terms, phrases, [], terms), all: true), PostgresFullText.Expression(new FullTextQuery(terms, phrases, [], terms), all: false),
        })
        {
            expression.ShouldAllBe(character => char.IsLetterOrDigit(character) || char.IsSurrogate(character) || char.IsControl(character) == false);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Expression_WordsPhrasesAndExclusions_AreSaidInEachLanguage()
    {
        SearchClause health = new([new SearchTerm("hs"), SearchTerm.Phrase(["health", "safety"])]);
        SearchClause speaking = new(SearchTerm.Phrase(["public", "speaking"]));
        SearchClause course = new(new SearchTerm("cours"));
        var query = new FullTextQuery([health], [speaking], [course], [health]);
        SqliteFullText.Expression(query, all: true).ShouldBe("(\"public speak\" AND (\"hs\" OR \"health safeti\")) NOT (\"cours\")");
        PostgresFullText.Expression(query, all: true).ShouldBe("((('public' <-> 'speak')) & (('hs') | ('health' <-> 'safeti'))) & !(('cours'))");
        SqliteFullText.Expression(query with { Excluded = [] }, all: false).ShouldBe("\"public speak\" AND (\"public speak\" OR (\"hs\" OR \"health safeti\"))");
    }
}
