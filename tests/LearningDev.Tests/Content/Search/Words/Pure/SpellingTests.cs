using LearningDev.Content.Search;
using LearningDev.Content.Search.Words;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Search.Words.Pure;

[Requirement("CAT-04")]
public class SpellingTests
{
    private static readonly SearchReader Staff = new(["Employee"]);
    private static readonly SearchReader Councillor = new(["Councillor"]);

    private static readonly Vocabulary Vocabulary = Vocabulary.Empty.With(
    [
        new("leadership", "", 90), new("leaders", "", 20), new("management", "", 60), new("taking", "", 30), new("talking", "", 2), new("data", "", 40),
        new("protection", "", 12), new("form", "", 8), new("probity", "Councillor", 3),
    ]);

    [Theory]
    [InlineData("leadershp", "leadership")]
    [InlineData("laedership", "leadership")]
    [InlineData("leadershipp", "leadership")]
    [InlineData("mangement", "management")]
    [InlineData("takeing", "taking")]
    [InlineData("takking", "taking")]
    [InlineData("dataprotection", "data protection")]
    [InlineData("frm", null)]
    [InlineData("zzzzzz", null)]
    [InlineData("st0384", null)]
    public void Mend_Word_GivesWhatWasProbablyMeant(string typed, string? meant) => Spelling.Mend(typed, Vocabulary, Staff).ShouldBe(meant);

    [Fact]
    public void Mend_WordOfARole_IsTheRolesAlone()
    {
        Spelling.Mend("probty", Vocabulary, Councillor).ShouldBe("probity");
        Spelling.Mend("probty", Vocabulary, new SearchReader([], SeesEverything: true)).ShouldBe("probity");
        Spelling.Mend("probty", Vocabulary, Staff).ShouldBeNull();
        Vocabulary.HasStem("probity", Staff).ShouldBeFalse();
    }

    [Fact]
    public void With_WordThatIsGone_IsKnownNoMore()
    {
        var later = Vocabulary.With([new("leadership", "", 0)]);
        later.HasStem("leadership", Staff).ShouldBeFalse();
        Spelling.Mend("leadershp", later, Staff).ShouldNotBe("leadership");
        Vocabulary.HasStem("leadership", Staff).ShouldBeTrue();
    }
}
