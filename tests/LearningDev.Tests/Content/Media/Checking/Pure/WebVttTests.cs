using LearningDev.Content.Media.Checking;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Media.Checking.Pure;

[Requirement("CMS-03")]
public class WebVttTests
{
    [Theory]
    [InlineData(MediaSamples.Captions)]
    [InlineData("WEBVTT - a title\n\nSTYLE\n::cue { color: lime }\n\n1\n00:00:01.000 --> 00:00:02.000 align:start line:0\n<v Ada>Hello\nthere\n")]
    public void Fault_GoodCaptions_IsNone(string text) => WebVtt.Fault(text).ShouldBeNull();

    [Theory]
    [InlineData("WEBVTTX\n\n00:01.000 --> 00:02.000\nA")]
    [InlineData("WEBVTT\n\n00:01.000-->00:02.000\nA")]
    [InlineData("WEBVTT\n\n00:61.000 --> 01:02.000\nA")]
    [InlineData("WEBVTT\n\n00:05.000 --> 00:06.000\nA\n\n00:01.000 --> 00:02.000\nB")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\n\nA")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000")]
    public void Fault_BadCaptions_IsSaid(string text) => WebVtt.Fault(text).ShouldNotBeNull();

    [Fact]
    public void Read_BytesThatAreNoText_IsNothing()
    {
        WebVtt.Read([0xFF, 0xFE, 0x00]).ShouldBeNull();
        WebVtt.Read("\uFEFFWEBVTT\r\n"u8).ShouldBe("WEBVTT\n");
    }
}
