using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.Notifications;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications.Pure;

[Requirement("ADM-01")]
public class PlaceholderTextTests
{
    [Fact]
    public void Fill_KnownNames_StandForTheirValues() => PlaceholderText.Fill(
        "{{who}} sent {{ what }}, {{ unknown }}", new Dictionary<string, string> { ["who"] = "{{ what }}", ["what"] = "<b>50%</b>" })
        .ShouldBe("{{ what }} sent <b>50%</b>, {{ unknown }}");

    [Fact]
    public void Fill_TextWithoutPlaceholders_LosesNothing() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        PlaceholderText.Fill(text ?? "", new Dictionary<string, string>()).ShouldBe(text ?? "")).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Dear {{ given_name }}", "")]
    [InlineData("{{ nobody }} and {{nobody }}", "{{ nobody }},{{nobody }}")]
    [InlineData("{{ given_name", "{{")]
    [InlineData("{{ given name }}", "{{,}}")]
    [InlineData("{ given_name }", "")]
    [InlineData("{{{ given_name }}}", "")]
    public void Unknown_Text_SaysWhatCannotBeFilled(string text, string unknown) =>
        string.Join(',', PlaceholderText.Unknown(text, ["given_name"])).ShouldBe(unknown);
}
