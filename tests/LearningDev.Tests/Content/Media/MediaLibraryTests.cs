using LearningDev.Content.Media;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Media;

[Requirement("CMS-03")]
public class MediaLibraryTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1];

    [Theory]
    [InlineData("a.exe", "is not a kind of file")]
    [InlineData("a.svg", "is not a kind of file")]
    [InlineData("../a.png", "is not a file name")]
    [InlineData("a/../../b.png", "is not a file name")]
    [InlineData("a.jpg", "the content is no JPG file")]
    [InlineData("a.pdf", "the content is no PDF file")]
    public async Task Save_NameAndBytesThatDoNotFit_AreRefused(string path, string reason)
    {
        await using var scope = portal.Scope();
        var library = scope.ServiceProvider.GetRequiredService<MediaLibrary>();

        var refused = await Should.ThrowAsync<MediaRefusedException>(() => library.SaveAsync(path, Png, null));

        refused.Message.ShouldContain(reason);
    }

    [Fact]
    public async Task Save_TooLargeOrEmpty_IsRefused()
    {
        await using var scope = portal.Scope();
        var library = scope.ServiceProvider.GetRequiredService<MediaLibrary>();

        await Should.ThrowAsync<MediaRefusedException>(() => library.SaveAsync("empty.png", [], null));
        await Should.ThrowAsync<MediaRefusedException>(() => library.SaveAsync("big.png", new byte[MediaLibrary.MaximumLength + 1], null));
    }

    [Fact]
    public async Task Add_SameNameOtherBytes_TakesNobodysPlace()
    {
        await using var scope = portal.Scope();
        var library = scope.ServiceProvider.GetRequiredService<MediaLibrary>();

        var first = await library.AddAsync("Plan of the hall.png", Png, "The hall");
        var same = await library.AddAsync("plan of the hall.PNG", Png, null);
        var other = await library.AddAsync("Plan of the hall.png", [.. Png, 2], null);

        first.ShouldBe("added/plan-of-the-hall.png");
        same.ShouldBe(first);
        other.ShouldBe("added/plan-of-the-hall-2.png");
        (await library.FindAsync(first))!.AlternativeText.ShouldBe("The hall");
    }

    [Fact]
    public async Task Get_File_CannotActAsThePortal()
    {
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<MediaLibrary>().SaveAsync("served.png", Png, null);
        }

        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync("/media/served.png");
        using var stranger = await portal.SignedOut().GetAsync("/media/served.png");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; sandbox");
        ((int)stranger.StatusCode).ShouldBe(302);
    }
}
