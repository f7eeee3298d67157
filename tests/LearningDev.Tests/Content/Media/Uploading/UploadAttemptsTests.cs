using System.Net;
using System.Text;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace LearningDev.Tests.Content.Media.Uploading;

/// <summary>Files that are made to harm, and others that cannot be used: each is refused or made harmless, in words.</summary>
[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class UploadAttemptsTests(MediaPortal portal)
{
    public static TheoryData<string, byte[], string> Refused { get; } = new()
    {
        { "logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(), "SVG pictures can hold script" },
        { "page.jpg", "<!doctype html><script>alert(1)</script>"u8.ToArray(), "the content is no JPG file" },
        { "page.html", "<p>"u8.ToArray(), "Web pages and scripts are not taken" },
        { "program.exe", "MZ"u8.ToArray(), "It is not a kind of file that can be used" },
        { "bomb.docx", MediaSamples.BombDocx(64), "unpacks to much more than it seems" },
        { "report.docm", MediaSamples.Docx(), "Office files with macros are not taken" },
        { "macro.docx", MediaSamples.Docx(("word/vbaProject.bin", [1, 2, 3])), "has macros or other active parts" },
        { "enabled.docx", MediaSamples.Zip(("[Content_Types].xml", MediaSamples.ContentTypes("application/vnd.ms-word.document.macroEnabled.main+xml"))), "has macros or other active parts" },
        { "climbing.docx", MediaSamples.Docx(("../../etc/passwd", [1])), "names that no Office program gives" },
        { "archive.docx", MediaSamples.Zip(("readme.txt", [1])), "the content is no DOCX file" },
        { "table.xlsx", MediaSamples.Docx(), "the content is no XLSX file" },
        { "behind.docx", [.. MediaSamples.Docx(), .. "<script>"u8], "the content is no DOCX file" },
        { "before.docx", [.. "<script>"u8, .. MediaSamples.Docx()], "the content is no DOCX file" },
        { "entity.docx", MediaSamples.Zip(("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><Types>&b;</Types>"u8.ToArray())), "is damaged: it cannot be opened" },
        { "huge.png", MediaSamples.HugePng(60_000, 60_000), "60,000 by 60,000 pixels, which is too many" },
        { "cut.png", MediaSamples.Picture(SKEncodedImageFormat.Png, 400, 400)[..300], "is damaged" },
        { "page.pdf", "<html>%PDF-1.7 %%EOF"u8.ToArray(), "the content is no PDF file" },
        { "cut.pdf", "%PDF-1.7 and then nothing"u8.ToArray(), "the content is no PDF file" },
        { "film.mp4", [.. MediaSamples.Mp4(), .. "<html><script>alert(1)</script>"u8], "the content is no MP4 file" },
        { "film2.mp4", "\0\0\0\u0010ftypisom"u8.ToArray(), "the content is no MP4 file" },
        { "song.mp3", "ID3 but then words and no sound at all"u8.ToArray(), "the content is no MP3 file" },
        { "film.webm", MediaSamples.Mp4(), "the content is no WEBM file" },
        { "words.vtt", "00:01.000 --> 00:02.000\nHello"u8.ToArray(), "first line must be WEBVTT" },
        { "nothing.png", [], "The file is empty" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Post_HarmfulFile_IsRefusedInWords(string name, byte[] content, string message)
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await MediaPortal.UploadAsync(client, "", (name, content));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        page.ErrorBeside("Files")!.ShouldContain(message);
        page.ErrorBeside("Files")!.ShouldStartWith($"{name} cannot be used. ");
        (await portal.FindAsync(name)).ShouldBeNull();
    }

    [Fact]
    public async Task Post_JpegThatIsAPageAndAnArchive_KeepsOnlyItsPixels()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var file = MediaSamples.Polyglot();
        Encoding.Latin1.GetString(file).ShouldContain("<script>");

        using var answer = await MediaPortal.UploadAsync(client, "", ("polyglot.jpg", file));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var kept = Encoding.Latin1.GetString(await portal.ReadAsync("polyglot.jpg"));
        kept.ShouldNotContain("script");
        kept.ShouldNotContain("PK\u0003\u0004");
        kept.ShouldNotContain("evil.js");
        using var served = await client.GetAsync("/media/polyglot.jpg");
        served.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        served.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        served.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; sandbox");
    }

    [Fact]
    public async Task Post_PhotographWithPlace_LosesThePlaceAndStandsUpright()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await MediaPortal.UploadAsync(client, "", ("IMG 0041.jpeg", MediaSamples.PhotographWithPlace()));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var bytes = await portal.ReadAsync("img-0041.jpeg");
        Encoding.Latin1.GetString(bytes).ShouldNotContain("GPS");
        Encoding.Latin1.GetString(bytes).ShouldNotContain("Exif");
        using var picture = SKBitmap.Decode(bytes);
        (picture.Width, picture.Height).ShouldBe((32, 64));
        // What was left is at the top when the camera was held so (orientation 6).
        picture.GetPixel(16, 8).Red.ShouldBeGreaterThan((byte)200);
        picture.GetPixel(16, 56).Blue.ShouldBeGreaterThan((byte)200);
    }

    [Theory]
    [InlineData("../../../etc/passwd.png", "passwd.png")]
    [InlineData("..\\..\\Windows\\Ŵave & Co!.PNG", "wave-co.png")]
    [InlineData("....png", "file.png")]
    [InlineData("con\u202Egnp.png", "con-gnp.png")]
    public async Task Post_NameWithFolders_KeepsACleanName(string name, string path)
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await MediaPortal.UploadAsync(client, "", (name, MediaSamples.Picture(width: 50 + name.Length)));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.FindAsync(path)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_MovingGif_IsRefusedAndAStillOneBecomesAPng()
    {
        using var client = await portal.SignedInAsAsync("editor");
        byte[] header = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255];
        byte[] frame = [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];

        using var moving = await MediaPortal.UploadAsync(client, "", ("moving.gif", [.. header, .. frame, .. frame, 0x3B]));
        using var still = await MediaPortal.UploadAsync(client, "", ("still.gif", [.. header, .. frame, 0x3B]));

        (await moving.ReadPageAsync()).ErrorBeside("Files")!.ShouldContain("Moving pictures are not taken");
        still.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.FindAsync("still.png"))!.ContentType.ShouldBe("image/png");
    }
}
