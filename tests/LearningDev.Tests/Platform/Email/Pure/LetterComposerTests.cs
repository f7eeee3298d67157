using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.Email;
using LearningDev.Platform.Outbox;
using MimeKit;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Email.Pure;

public class LetterComposerTests
{
    private static readonly EmailOptions Options = new() { From = "learning@council.example", ReplyTo = "help@council.example" };

    [Fact]
    public void Compose_Letter_HasTheHeadersOfAnAutomaticLetter()
    {
        var message = Compose(new Letter("maya@council.example", "Maya Øst", "Your course – café", "Line one\nLine two"));

        message.MessageId.ShouldBe("01abc@council.example");
        message.Subject.ShouldBe("Your course – café");
        message.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        message.From.ToString().ShouldBe("\"Staff learning\" <learning@council.example>");
        message.ReplyTo.ToString().ShouldBe("help@council.example");
        message.TextBody!.ReplaceLineEndings("\n").ShouldBe("Line one\nLine two");
    }

    [Fact]
    public void Compose_AnyText_AddsNoHeaderAndNoRecipient() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((subject, name) =>
        {
            var message = Reread(Compose(new Letter("maya@council.example", name.Get + "\r\nBcc: x@y.example", subject.Get + "\r\nBcc: x@y.example\n\nBody", "Text")));
            return message.Bcc.Count == 0 && message.To.Count == 1 && message.Headers.Count == Reread(Compose(new Letter("maya@council.example", "M", "S", "T"))).Headers.Count
                && message.TextBody?.TrimEnd() == "Text";
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("Name <a@b.example>")]
    public void Compose_NoAddress_IsUndeliverable(string address) =>
        Should.Throw<UndeliverableException>(() => Compose(new Letter(address, "", "Subject", "Text")));

    [Theory]
    [InlineData("maya@council.example", "m…@council.example")]
    [InlineData("nonsense", "nonsense")]
    public void Masked_Address_ShowsItsBeginningAndDomain(string address, string masked) => LetterComposer.Masked(address).ShouldBe(masked);

    private static MimeMessage Compose(Letter letter) => LetterComposer.Compose(letter, "01abc", Options, "Staff learning", new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    private static MimeMessage Reread(MimeMessage message)
    {
        using var written = new MemoryStream();
        message.WriteTo(written);
        written.Position = 0;
        return MimeMessage.Load(written);
    }
}
