using FsCheck;
using FsCheck.Fluent;
using LearningDev.Content.Search;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Search.Pure;

[Requirement("CAT-04")]
public class MarkedTextTests
{
    private static readonly HashSet<string> Stress = ["stress", "manag"];

    [Fact]
    public void Mark_Words_MarksTheirForms()
    {
        var marked = MarkedText.Mark("Managing stress: a manager’s guide", Stress);
        marked.Pieces.Where(piece => piece.IsMarked).Select(piece => piece.Text).ShouldBe(["Managing", "stress", "manager"]);
        marked.HasMarks.ShouldBeTrue();
    }

    [Fact]
    public void Mark_AnyText_LosesNothing() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        MarkedText.Mark(text ?? "", new HashSet<string> { "a", "b", "stress" }).ToString().ShouldBe(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Extract_LongText_ShowsTheSentencesThatHaveMost()
    {
        var text = string.Concat(Enumerable.Repeat("Nothing of the kind is said here. ", 20)) + "Managing stress is said here. " + string.Concat(Enumerable.Repeat("And on it goes. ", 20));
        var extract = MarkedText.Extract(text, Stress).ShouldNotBeNull();
        extract.ToString().ShouldContain("Managing stress is said here.");
        extract.ToString().ShouldStartWith("… ");
        extract.ToString().ShouldEndWith(" …");
        extract.ToString().Length.ShouldBeLessThan(300);
    }

    [Fact]
    public void Extract_TextWithoutTheWords_IsNone() => MarkedText.Extract("Nothing of the kind is said here.", Stress).ShouldBeNull();
}
