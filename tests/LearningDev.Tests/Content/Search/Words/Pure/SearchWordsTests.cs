using FsCheck;
using FsCheck.Fluent;
using LearningDev.Content.Search.Words;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Search.Words.Pure;

[Requirement("CAT-04")]
public class SearchWordsTests
{
    [Theory]
    [InlineData("Managing stress", "managing stress")]
    [InlineData("the manager's part, the managers’ part", "the manager part the managers part")]
    [InlineData("don't O’Neill", "dont oneill")]
    [InlineData("H&S, R&D and health & safety", "hs rd and health safety")]
    [InlineData("C# C++ F#", "csharp cplusplus fsharp")]
    [InlineData("Café, naïve, ﬁre, ①", "cafe naive fire 1")]
    [InlineData("e-learning 24/7", "e learning 24 7")]
    [InlineData("ILM Level 5", "ilm level 5")]
    [InlineData("会议 ok", "会 议 ok")]
    [InlineData("التعلم", "التعلم")]
    [InlineData("\uD83D \uFFFE \u0000", "")]
    [InlineData("", "")]
    public void Of_Text_GivesItsWords(string text, string words) => string.Join(' ', SearchWords.Of(text)).ShouldBe(words);

    [Fact]
    public void In_ScriptWithoutSpaces_SaysWhatStandsTogether() =>
        SearchWords.In("会议 议会").Select(word => word.JoinsPrevious).ShouldBe([false, true, false, true]);

    [Fact]
    public void In_AnyText_PlacesStandInItInOrderAndLeaveNoLetterOut() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        var end = 0;
        foreach (var word in SearchWords.In(text ?? ""))
        {
            word.Text.Length.ShouldBeInRange(1, SearchWords.MaximumLength);
            word.Start.ShouldBeGreaterThanOrEqualTo(end);
            end = word.Start + word.Length;
            end.ShouldBeLessThanOrEqualTo(text!.Length);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void In_Beginnings_GivesTheWordsThatBeginSo() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        SearchWords.In(text ?? "", "aeg").ShouldBe(SearchWords.In(text ?? "").Where(word => word.Text[0] is 'a' or 'e' or 'g'))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("managing", "management")]
    [InlineData("neurodiverse", "neurodiversity")]
    [InlineData("minutes", "minute")]
    [InlineData("taking", "takes")]
    public void Stem_FormsOfAWord_AreOne(string one, string other) => Stems.Of(one).ShouldBe(Stems.Of(other));

    [Fact]
    public void Stem_AnyWord_BeginsAsTheWordDoes() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        foreach (var word in SearchWords.Of(text ?? ""))
        {
            Stems.Of(word)[0].ShouldBe(word[0]);
        }
    }).QuickCheckThrowOnFailure();
}
