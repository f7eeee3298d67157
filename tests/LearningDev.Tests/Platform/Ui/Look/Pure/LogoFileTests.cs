using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.Ui.Look;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Look.Pure;

[Requirement("ADM-01")]
public class LogoFileTests
{
    [Theory]
    [InlineData("png", "image/png", 320, 96)]
    [InlineData("jpeg", "image/jpeg", 640, 200)]
    [InlineData("webp", "image/webp", 300, 100)]
    [InlineData("webp-lossless", "image/webp", 300, 100)]
    [InlineData("webp-extended", "image/webp", 300, 100)]
    public void Read_Picture_IsItsKindAndSize(string kind, string contentType, int width, int height)
    {
        var file = LogoFile.Read(Pictures.Of(kind, width, height));

        file.ShouldBe(new LogoFile(contentType, width, height));
        LogoFile.Refusal(Pictures.Of(kind, width, height)).ShouldBeNull();
    }

    [Fact]
    public void Refusal_WhatCannotBeShown_SaysWhy()
    {
        LogoFile.Refusal([]).ShouldBe("The selected file is empty");
        LogoFile.Refusal(new byte[LogoFile.MostBytes + 1]).ShouldBe("The selected file must be smaller than 200KB");
        LogoFile.Refusal("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray()).ShouldBe("The selected file must be a PNG, JPEG or WebP");
        LogoFile.Refusal(Pictures.Of("png", 5000, 100)).ShouldBe("The picture must be 2000 pixels wide and high or less");
        LogoFile.Refusal(Pictures.Of("png", 100, 20)).ShouldBe("The picture must be 48 pixels high or more");
        LogoFile.Refusal(Pictures.Of("png", 0, 20)).ShouldBe("The selected file must be a PNG, JPEG or WebP");
    }

    [Fact]
    public void Read_AnyBytesAfterAnyBeginning_NeverFails() => Prop.ForAll(
        Gen.Elements("png", "jpeg", "webp", "webp-lossless", "webp-extended").ToArbitrary(), Gen.Choose(0, 60).ToArbitrary(), ArbMap.Default.ArbFor<byte[]>(),
        (kind, length, rest) =>
        {
            byte[] file = [.. Pictures.Of(kind, 100, 100).Take(length), .. rest ?? []];
            return LogoFile.Read(file) is null or { Width: > 0, Height: > 0 };
        }).QuickCheckThrowOnFailure();
}
