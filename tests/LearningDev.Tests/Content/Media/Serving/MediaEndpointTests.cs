using System.Net;
using System.Net.Http.Headers;
using LearningDev.Content.Media;
using LearningDev.Platform.Data;
using LearningDev.Tests.Catalogue.Pathways;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace LearningDev.Tests.Content.Media.Serving;

[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class MediaEndpointTests(MediaPortal portal)
{
    [Fact]
    public async Task Get_Picture_CannotActAsThePortal()
    {
        await portal.AddAsync("served/picture.png", MediaSamples.Picture());
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/media/served/picture.png");
        using var stranger = await portal.SignedOut().GetAsync("/media/served/picture.png");
        using var nothing = await client.GetAsync("/media/served/nothing.png");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; sandbox");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Content.Headers.ContentDisposition.ShouldBeNull();
        stranger.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        nothing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Document_IsDownloaded()
    {
        await portal.AddAsync("served/ŵave.pdf", MediaSamples.Pdf());
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/media/served/%C5%B5ave.pdf");

        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("ŵave.pdf");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; sandbox");
    }

    [Fact]
    public async Task Get_SameBytesAgain_AreNotSentAgain()
    {
        var file = await portal.AddAsync("served/kept.png", MediaSamples.Picture());
        using var client = await portal.SignedInAsAsync("employee");
        using var first = await client.GetAsync("/media/served/kept.png");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/media/served/kept.png");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await client.SendAsync(request);
        using var versioned = await client.GetAsync(MediaLinks.Of(file));

        first.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        versioned.Headers.GetValues("Cache-Control").Single().ShouldContain("immutable");
    }

    [Theory]
    [InlineData(0L, 99L)]
    [InlineData((1024L * 1024) - 10, (1024L * 1024) + 9)]
    [InlineData(2_500_000L, null)]
    public async Task Get_Range_SendsThatPart(long from, long? to)
    {
        var film = MediaSamples.Mp4(3_000_000);
        await portal.AddAsync("served/film.mp4", film);
        using var client = await portal.SignedInAsAsync("employee");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/media/served/film.mp4");
        request.Headers.Range = new RangeHeaderValue(from, to);

        using var answer = await client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(film[(int)from..(int)((to + 1) ?? film.Length)]);
    }

    [Fact]
    public async Task Head_Film_SaysItsLength()
    {
        await portal.AddAsync("served/head.mp4", MediaSamples.Mp4(3000));
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/media/served/head.mp4"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentLength.ShouldBe(MediaSamples.Mp4(3000).Length);
    }

    [Fact]
    public async Task Get_Width_SendsASmallerPictureThatIsMadeOnce()
    {
        var file = await portal.AddAsync("served/wide.png", MediaSamples.Picture(width: 1000, height: 500));
        using var client = await portal.SignedInAsAsync("employee");

        foreach (var (asked, width) in new[] { (300, 320), (320, 320), (700, 960), (961, 1000), (99999, 1000) })
        {
            using var answer = await client.GetAsync($"/media/served/wide.png?w={asked}");
            using var picture = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync());
            picture.Width.ShouldBe(width);
            picture.Height.ShouldBe(width / 2);
        }

        using var odd = await client.GetAsync("/media/served/wide.png?w=-1");
        odd.StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<MediaVariant>().Where(variant => variant.BlobId == file.BlobId).Select(variant => variant.Width).Order().ToListAsync())
            .ShouldBe([320, 960]);
    }

    [Fact]
    public async Task Get_FileOfRestrictedContent_FollowsItsRights()
    {
        await portal.AddAsync("restricted/secret.docx", MediaSamples.Docx());
        await portal.PublishProgrammeAsync("media-restricted", ["managing-stress"], roles: ["Councillor"]);
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<LearningDev.Content.Items.ContentItems>();
            var item = (await items.FindAsync("media-restricted", LearningDev.Content.Items.VersionChoice.Latest))!;
            item.Content["MarkdownBodyPart"] = new System.Text.Json.Nodes.JsonObject { ["Markdown"] = "[Papers](/media/restricted/secret.docx)" };
            await items.PublishAsync(item);
        }

        (await StatusAsync("employee", "restricted/secret.docx")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync("councillor", "restricted/secret.docx")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("editor", "restricted/secret.docx")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync("administrator", "restricted/secret.docx")).ShouldBe(HttpStatusCode.OK);
        await portal.SaveNoticeAsync("[Papers for all](/media/restricted/secret.docx)");
        (await StatusAsync("employee", "restricted/secret.docx")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_FileOfADraft_IsForThoseWhoWrite()
    {
        await portal.AddAsync("restricted/draft.docx", MediaSamples.Docx());
        await portal.SaveNoticeAsync("", ["restricted/draft.docx"], publish: false);

        (await StatusAsync("employee", "restricted/draft.docx")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync("editor", "restricted/draft.docx")).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpStatusCode> StatusAsync(string userName, string path)
    {
        using var client = await portal.SignedInAsAsync(userName);
        using var answer = await client.GetAsync(MediaLinks.Of(path));
        return answer.StatusCode;
    }
}
