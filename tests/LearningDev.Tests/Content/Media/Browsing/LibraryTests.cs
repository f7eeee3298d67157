using System.Net;
using LearningDev.Content.Media;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Media.Browsing;

[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class LibraryTests(MediaPortal portal)
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(MediaLinks.Library);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_UnknownFolder_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(MediaLinks.Folder("no/such"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Folder_ShowsItsFilesAndFolders()
    {
        await portal.AddAsync("parks/spring.png", MediaSamples.Picture());
        await portal.AddAsync("parks/2026/summer.png", MediaSamples.Picture());

        var page = await portal.GetDocumentAsync(MediaLinks.Folder("parks"), "democratic-services");

        page.QuerySelectorAll(".app-media-folders__link").Select(link => link.TextContent).ShouldBe(["2026"]);
        page.QuerySelectorAll(".app-media-card__link").Select(link => link.TextContent).ShouldBe(["spring.png"]);
        page.QuerySelector(".app-media-card img")!.GetAttribute("src")!.ShouldStartWith("/media/parks/spring.png?v=");
        // Who may not change the library is offered nothing that does.
        MediaPortal.TextOf(page).ShouldNotContain("New folder");
    }

    [Fact]
    public async Task Get_WordsAndKind_SearchAllFolders()
    {
        await portal.AddAsync("searched/deep/one.png", MediaSamples.Picture(), new MediaWords("The Victorian pumping station"));
        await portal.AddAsync("searched/two.docx", MediaSamples.Docx());

        (await NamesAsync("?q=victorian+PUMP")).ShouldBe(["one.png"]);
        (await NamesAsync("?q=searched&kind=Document")).ShouldBe(["two.docx"]);
        (await NamesAsync("?folder=searched%2Fdeep&q=two")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_WhatIsMissing_FindsThoseThatLackIt()
    {
        await portal.AddAsync("lacking/undescribed.png", MediaSamples.Picture(), new MediaWords());
        await portal.AddAsync("lacking/silent.mp4", MediaSamples.Mp4());
        await portal.AddAsync("lacking/used.docx", MediaSamples.Docx());
        await portal.SaveNoticeAsync("See [this](/media/lacking/used.docx).");

        (await NamesAsync("?folder=lacking&lacks=Description")).ShouldBe(["undescribed.png"]);
        (await NamesAsync("?folder=lacking&lacks=Captions")).ShouldBe(["silent.mp4"]);
        (await NamesAsync("?folder=lacking&lacks=Transcript")).ShouldBe(["silent.mp4"]);
        (await NamesAsync("?folder=lacking&lacks=Use")).ShouldBe(["undescribed.png", "silent.mp4"], ignoreOrder: true);
    }

    [Fact]
    public async Task Get_ManyFiles_AreShownInPagesWithFewQueries()
    {
        for (var number = 0; number < 25; number++)
        {
            await portal.AddAsync($"many/file-{number:00}.png", MediaSamples.Picture(width: 100 + number));
        }

        using var client = await portal.SignedInAsAsync("editor");
        await client.GetPageAsync(MediaLinks.Folder("many"));
        portal.Queries.Restart();
        var first = await client.GetPageAsync(MediaLinks.Folder("many"));
        var queries = portal.Queries.Count;
        var last = await client.GetPageAsync(MediaLinks.Folder("many") + "&p=2");

        MediaPortal.TextOf(first).ShouldContain("25 files");
        first.QuerySelectorAll(".app-media-card").Length.ShouldBe(20);
        last.QuerySelectorAll(".app-media-card").Length.ShouldBe(5);
        queries.ShouldBeLessThan(12);
    }

    private async Task<List<string>> NamesAsync(string query) =>
        [.. (await portal.GetDocumentAsync(MediaLinks.Library + query, "editor")).QuerySelectorAll(".app-media-card__link").Select(link => link.TextContent)];
}
