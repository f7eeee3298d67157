using LearningDev.Content.Media;
using LearningDev.Content.Media.Storing;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Media;

[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class MediaLibraryTests(MediaPortal portal)
{
    [Theory]
    [InlineData("a.exe", "is not a kind of file")]
    [InlineData("a.svg", "SVG pictures can hold script")]
    [InlineData("../a.png", "is not a file name")]
    [InlineData("a/../../b.png", "is not a file name")]
    [InlineData("a.jpg", "the content is no JPG file")]
    [InlineData("a.pdf", "the content is no PDF file")]
    public async Task Save_NameAndBytesThatDoNotFit_AreRefused(string path, string reason)
    {
        await using var scope = portal.Scope();
        var library = scope.ServiceProvider.GetRequiredService<MediaLibrary>();

        var refused = await Should.ThrowAsync<MediaRefusedException>(() => library.SaveAsync(path, MediaSamples.Picture()));

        refused.Message.ShouldContain(reason);
    }

    [Fact]
    public async Task Save_TooLargeOrEmpty_IsRefused()
    {
        await using var scope = portal.Scope();
        var library = scope.ServiceProvider.GetRequiredService<MediaLibrary>();

        await Should.ThrowAsync<MediaRefusedException>(() => library.SaveAsync("empty.png", []));
        (await Should.ThrowAsync<MediaRefusedException>(() => library.SaveAsync("big.png", new byte[(20 * 1024 * 1024) + 1]))).Message.ShouldContain("must be smaller than 20MB");
    }

    [Fact]
    public async Task Save_SameBytesAgain_ChangesNothing()
    {
        await using var scope = portal.Scope();
        var library = scope.ServiceProvider.GetRequiredService<MediaLibrary>();
        var photograph = MediaSamples.PhotographWithPlace();

        (await library.SaveAsync("again/photo.jpg", photograph, new MediaWords("A bridge"))).ShouldBeTrue();
        (await library.SaveAsync("again/photo.jpg", photograph)).ShouldBeFalse();
        (await library.SaveAsync("again/photo.jpg", photograph, new MediaWords("A new bridge"))).ShouldBeTrue();
        (await library.SaveAsync("again/photo.jpg", (await library.ReadAsync("again/photo.jpg"))!)).ShouldBeFalse();

        (await library.FindAsync("again/photo.jpg"))!.AlternativeText.ShouldBe("A new bridge");
    }

    [Fact]
    public async Task Save_OverAnother_LeavesNoPieceOfItBehind()
    {
        var before = await portal.AddAsync("pieces.mp4", MediaSamples.Mp4((MediaBlobs.ChunkLength * 2) + 17));
        var long1 = MediaSamples.Mp4((MediaBlobs.ChunkLength * 2) + 17);
        (await portal.ReadAsync("pieces.mp4")).ShouldBe(long1);

        var after = await portal.AddAsync("pieces.mp4", MediaSamples.Mp4(100));

        after.Id.ShouldBe(before.Id);
        after.Version.ShouldNotBe(before.Version);
        (await portal.ReadAsync("pieces.mp4")).ShouldBe(MediaSamples.Mp4(100));
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<MediaChunk>().AnyAsync(piece => piece.BlobId == before.BlobId)).ShouldBeFalse();
    }
}
