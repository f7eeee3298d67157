using System.IO.Compression;
using System.Net;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Media;
using LearningDev.MembersHub.Resources;
using LearningDev.Platform.Data;
using LearningDev.Tests.Content.Media;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Resources;

[Requirement("MEM-01")]
public class ResourceTests(HubPortal portal) : IClassFixture<HubPortal>
{
    [Fact]
    public async Task Get_Resource_ShowsFilesEventAndWhatElseCameFromIt()
    {
        await portal.AddFileAsync("hub/slides.pdf", MediaSamples.Pdf());
        await portal.AddFileAsync("hub/again/slides.pdf", MediaSamples.Pdf());
        await portal.AddAsync("Casework A: slides", part =>
        {
            FromCasework(part);
            part.Kind.Text = "presentation";
            part.Files = new MediaField { Paths = ["hub/slides.pdf", "hub/again/slides.pdf"], MediaTexts = ["The slides", ""] };
            part.Link.Url = "https://example.org/casework";
        }, "Read it **slowly**.");
        await portal.AddAsync("Casework B: notes", FromCasework);
        await portal.AddAsync("Casework C: tell us how it was", part =>
        {
            FromCasework(part);
            part.Kind.Text = HubResource.EvaluationForm;
        });
        await portal.AddAsync("Casework of another day", part =>
        {
            FromCasework(part);
            part.EventOn.Value = new DateTime(2026, 7, 1);
        });

        var page = await portal.GetDocumentAsync("/members/resources/casework-a-slides", HubPortal.Councillor);
        var main = page.MainText();

        main.ShouldContain("The slides (PDF, ");
        main.ShouldContain("Casework evening, 9 June 2026");
        main.ShouldContain("Casework B: notes");
        main.ShouldNotContain("Casework of another day");
        page.QuerySelector(".govuk-inset-text a")!.TextContent.ShouldBe("Casework C: tell us how it was");
        page.QuerySelector("a[rel=next]")!.GetAttribute("href").ShouldBe("/members/resources/casework-b-notes");
        page.QuerySelector("a[rel=prev]").ShouldBeNull();
        page.QuerySelector("a[href='/members/resources?kind=evaluation-form']").ShouldNotBeNull();
        page.QuerySelector("a[href='https://example.org/casework']").ShouldNotBeNull();

        using var client = await portal.SignedInAsAsync(HubPortal.Councillor);
        using var answer = await client.GetAsync("/members/resources/casework-a-slides/files.zip");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        zip.Entries.Select(entry => entry.Name).ShouldBe(["About this resource.txt", "slides.pdf", "slides (2).pdf"]);
        using var about = new StreamReader(zip.Entries[0].Open());
        (await about.ReadToEndAsync()).ShouldContain("Read it slowly.");
    }

    [Fact]
    public async Task Get_Video_PlaysWithCaptions()
    {
        await portal.AddFileAsync("hub/film.mp4", MediaSamples.Mp4());
        await using (var scope = portal.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var file = await db.Set<MediaFile>().SingleAsync(one => one.Path == "hub/film.mp4");
            db.Add(new MediaCaptions { FileId = file.Id, Language = "en", Text = MediaSamples.Captions });
            await db.SaveChangesAsync();
        }

        await portal.AddAsync("A film for members", part => part.Files.Paths = ["hub/film.mp4"]);
        var page = await portal.GetDocumentAsync("/members/resources/a-film-for-members", HubPortal.Councillor);
        page.QuerySelector("video track[kind=captions]")!.GetAttribute("src").ShouldStartWith("/media/hub/film.mp4?captions=en");
        using var client = await portal.SignedInAsAsync(HubPortal.Councillor);
        (await client.GetStringAsync(new Uri("/media/hub/film.mp4?captions=en", UriKind.Relative))).ShouldContain("Mind the gap");
    }

    [Theory]
    [InlineData("/members/resources/nothing")]
    [InlineData("/members/resources/nothing/files.zip")]
    public async Task Get_NoSuchResource_IsNotFound(string url)
    {
        using var client = await portal.SignedInAsAsync(HubPortal.Councillor);
        using var answer = await client.GetAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_ResourceWithoutFiles_HasNoZip()
    {
        await portal.AddAsync("Words alone");
        using var client = await portal.SignedInAsAsync(HubPortal.Councillor);
        (await client.GetPageAsync("/members/resources/words-alone")).QuerySelector("#files-title").ShouldBeNull();
        using var answer = await client.GetAsync("/members/resources/words-alone/files.zip");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_EarlierAddress_LeadsToTheNewOne()
    {
        var id = await portal.AddAsync("Moves away");
        await portal.ChangeAsync(id, item => item.Alter<AutoroutePart>(part => part.Path = "members/resources/has-moved"));
        using var client = await portal.SignedInAsAsync(HubPortal.Councillor);
        using var answer = await client.GetAsync("/members/resources/moves-away");
        answer.Headers.Location!.OriginalString.ShouldBe("/members/resources/has-moved");
    }

    [Fact]
    public async Task Get_DemocraticServices_MayEdit()
    {
        var id = await portal.AddAsync("To be edited");
        (await portal.GetDocumentAsync("/members/resources/to-be-edited", HubPortal.DemocraticServices)).QuerySelector($"a[href='/content/{id}']").ShouldNotBeNull();
        (await portal.GetDocumentAsync("/members/resources/to-be-edited", HubPortal.Councillor)).QuerySelector($"a[href='/content/{id}']").ShouldBeNull();
    }

    private static void FromCasework(HubResource part)
    {
        part.EventName.Text = "Casework evening";
        part.EventOn.Value = new DateTime(2026, 6, 9);
    }
}
