using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Duplicating;

[Requirement("CMS-01")]
public class DuplicateItemTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/content/x/duplicate");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoItem_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync("/content/no-such-item/duplicate");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_ClickedTwice_MakesOneDraftWithAnAddressOfItsOwn()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Original", EditorPages.Publish);
        var page = await client.GetPageAsync($"/content/{id}/duplicate");
        page.ValueOf("Title").ShouldBe("Copy of Original");
        var form = page.Form($"/content/{id}/duplicate");

        using var answer = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        again.Headers.Location.ShouldBe(answer.Headers.Location);
        var copyId = answer.Headers.Location!.OriginalString.Split('/')[^1];
        var copy = (await portal.LatestAsync(copyId))!;
        (copy.DisplayText, copy.Published, copy.Note, copy.Number).ShouldBe(("Copy of Original", false, "Copied from Original", 1));
        copy.Content["AutoroutePart"]!["Path"]!.ToString().ShouldBe("providers/copy-of-original");
        (await portal.EventsAsync(copyId)).ShouldBe(["ContentDraftSaved"]);
        (await client.GetPageAsync($"/content/{copyId}")).Banner().ShouldContain("This is the copy");
    }

    [Theory]
    [InlineData("", "Enter a title for the copy")]
    [InlineData("long", "Title must be 200 characters or fewer")]
    public async Task Post_TitleIsNotRight_ShowsError(string title, string message)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync($"Original {title}");

        using var answer = await client.ConfirmAsync(id, "duplicate", ("Title", title == "long" ? new string('a', 201) : title));

        (await answer.ReadPageAsync()).ErrorBeside("Title").ShouldBe(message);
    }

    [Fact]
    public async Task Post_Taxonomy_TermsGetIdsOfTheirOwnAndTheAliasStays()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.ConfirmAsync("topics", "duplicate");

        var copy = (await portal.LatestAsync(answer.Headers.Location!.OriginalString.Split('/')[^1]))!;
        copy.Content["AliasPart"]!["Alias"]!.ToString().ShouldBeEmpty();
        var original = (await portal.LatestAsync("topics"))!.Content["TaxonomyPart"]!["Terms"]!.AsArray();
        var terms = copy.Content["TaxonomyPart"]!["Terms"]!.AsArray();
        terms.Count.ShouldBe(original.Count);
        terms.Select(term => term!["DisplayText"]!.ToString()).ShouldBe(original.Select(term => term!["DisplayText"]!.ToString()));
        terms.Select(term => term!["ContentItemId"]!.ToString()).Intersect(original.Select(term => term!["ContentItemId"]!.ToString())).ShouldBeEmpty();
    }
}
