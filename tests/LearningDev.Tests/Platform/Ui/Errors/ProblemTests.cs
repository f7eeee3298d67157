using LearningDev.Platform.Ui.Errors;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Errors;

public sealed class ProblemTests
{
    [Theory]
    [InlineData(400, "This page could not be used")]
    [InlineData(403, "You cannot see this page")]
    [InlineData(404, "Page not found")]
    [InlineData(409, "Somebody else changed this at the same time")]
    [InlineData(413, "The file is too big")]
    [InlineData(418, "This could not be done")]
    [InlineData(429, "Too many attempts")]
    [InlineData(500, "Sorry, there is a problem with the service")]
    [InlineData(502, "Sorry, there is a problem with the service")]
    [InlineData(503, "The service is not available")]
    public void Of_StatusCode_HasATitle(int code, string title) => Problem.Of(code).Title.ShouldBe(title);

    [Fact]
    public void Of_EveryStatusCode_SaysWhatCanBeDone() =>
        Enumerable.Range(400, 200).Where(code => Problem.Of(code).Paragraphs.Count == 0).ShouldBeEmpty();
}
