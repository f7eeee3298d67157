using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Previewing;

[Requirement("CMS-01")]
public class PreviewItemTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/content/x/preview");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Draft_ShowsItAndSaysThatOnlyEditorsSeeIt()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Not out yet", EditorPages.SaveDraft);

        var page = await client.GetPageAsync($"/content/{id}/preview");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Not out yet");
        page.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("Only editors see it until it is published.");
    }

    [Fact]
    public async Task Get_Draft_ShowsWhatIsFilledInAndNothingHarmful()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("To preview", EditorPages.Publish);
        using var saved = await client.PressAsync(
            (await client.GetPageAsync($"/content/{id}")).ItemForm(), EditorPages.SaveDraft,
            ("Provider.About", "We teach **well**. <script>alert(1)</script>"), ("Provider.Website", "https://example.org/"));

        var page = await client.GetPageAsync($"/content/{id}/preview");

        page.QuerySelector("h1")!.TextContent.ShouldBe("To preview");
        page.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("This is the draft");
        page.QuerySelector(".app-prose strong")!.TextContent.ShouldBe("well");
        page.QuerySelector("main script").ShouldBeNull();
        page.QuerySelector("main a[href='https://example.org/']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_KindsOfPerson_AreThoseThatMayNoMoreThanTheEditor()
    {
        await portal.LetCoachesWriteAsync();
        using var editor = await portal.SignedInAsAsync("editor");
        using var coach = await portal.SignedInAsAsync("coach");

        var toEditor = await KindsAsync(editor);
        var toCoach = await KindsAsync(coach);

        toEditor.ShouldContain("Somebody who is not signed in");
        toEditor.ShouldContain("Employee");
        toEditor.ShouldNotContain("Councillor", "what is for members, editors may not see");
        toEditor.ShouldContain("Editor");
        toEditor.ShouldNotContain("Administrator");
        toCoach.ShouldNotContain("Editor");
    }

    [Fact]
    public async Task Get_TypeWithoutAPage_OffersNone()
    {
        using var client = await portal.SignedInAsAsync("editor");

        (await client.GetPageAsync("/content/topics/preview")).QuerySelector("select[name=as]").ShouldBeNull();
    }

    private static async Task<List<string>> KindsAsync(HttpClient client) =>
        [.. (await client.GetPageAsync("/content/managing-stress/preview")).QuerySelectorAll("select[name=as] option").Select(option => option.TextContent.Trim())];
}
