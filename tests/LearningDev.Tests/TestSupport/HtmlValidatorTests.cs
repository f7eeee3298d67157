using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;
using Xunit.Sdk;

namespace LearningDev.Tests.TestSupport;

public class HtmlValidatorTests
{
    private const string Valid = """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head><meta charset="utf-8"><title>A page</title></head>
        <body><main><h1>A page</h1><p>Some text.</p></main></body>
        </html>
        """;

    private const string ListInParagraph = """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head><meta charset="utf-8"><title>A page</title></head>
        <body><main><h1>A page</h1><p>Some <div>text</div>.</p><img src="/a.png"></main></body>
        </html>
        """;

    [Fact]
    public async Task ValidateAsync_SeveralDocuments_NamesTheFaultyOne()
    {
        var faults = await HtmlValidator.ValidateAsync(new Dictionary<string, string> { ["/good"] = Valid, ["/bad"] = ListInParagraph });

        faults.ShouldAllBe(fault => fault.Document == "/bad" && fault.Line == 4);
        faults.Select(fault => fault.Rule).ShouldContain("wcag/h37");
    }

    [Fact]
    public async Task ShouldBeValidAsync_Fault_FailsWithTheDocumentsName()
    {
        var failure = await Should.ThrowAsync<XunitException>(
            () => HtmlValidator.ShouldBeValidAsync(new Dictionary<string, string> { ["/bad"] = ListInParagraph }));

        failure.Message.ShouldContain("/bad 4:");
    }
}
