using System.Net;
using LearningDev.Content.Media;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Media.Describing;

[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class DescribeFilesTests(MediaPortal portal)
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(MediaLinks.DescribeMany);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoPictures_LeadsToTheLibrary()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(MediaLinks.Describe(["none"]));

        answer.Headers.Location!.OriginalString.ShouldBe(MediaLinks.Library);
    }

    [Fact]
    public async Task Post_OneWithoutWords_ShowsErrorAndLosesNothing()
    {
        var (one, two) = await TwoAsync("refused");
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync(MediaLinks.Describe([one.Id, two.Id]))).Form();

        using var answer = await client.SubmitAsync(form, ("Pictures[0].Text", "A depot"));

        var page = await answer.ReadPageAsync();
        page.Errors().ShouldBe(["Enter what b.png shows, or tick that it only decorates"]);
        page.ValueOf("Pictures[0].Text").ShouldBe("A depot");
        (await portal.FindAsync(one.Path))!.AlternativeText.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_WordsAndDecorates_AreBothRefusedTogether()
    {
        var (one, _) = await TwoAsync("both");
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync(MediaLinks.Describe([one.Id]))).Form();

        using var answer = await client.SubmitAsync(form, ("Pictures[0].Text", "A depot"), ("Pictures[0].Decorates", "true"));

        (await answer.ReadPageAsync()).Errors().ShouldBe(["Either enter what a.png shows or tick that it only decorates, not both"]);
    }

    [Fact]
    public async Task Post_AllDescribed_IsSaved()
    {
        var (one, two) = await TwoAsync("described");
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync(MediaLinks.Describe([one.Id, two.Id]))).Form();

        using var answer = await client.SubmitAsync(form, ("Pictures[0].Text", "A depot"), ("Pictures[1].Decorates", "true"));

        answer.Headers.Location!.OriginalString.ShouldBe(MediaLinks.Folder("described"));
        (await portal.FindAsync(one.Path))!.AlternativeText.ShouldBe("A depot");
        (await portal.FindAsync(two.Path))!.IsDecorative.ShouldBeTrue();
        (await portal.LastEventAsync("MediaDescribed")).SubjectName.ShouldStartWith("described/");
    }

    private async Task<(MediaFile One, MediaFile Two)> TwoAsync(string folder) =>
        (await portal.AddAsync($"{folder}/a.png", MediaSamples.Picture(width: 71), new MediaWords()), await portal.AddAsync($"{folder}/b.png", MediaSamples.Picture(width: 72), new MediaWords()));
}
