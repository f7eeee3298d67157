using System.Net;
using System.Text.Json.Nodes;
using LearningDev.Platform.Permissions;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Changing;

[Requirement("CMS-01")]
public class EditItemTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var editor = await portal.SignedInAsAsync("editor");
        var id = await editor.AddProviderAsync("For editors only");
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync($"/content/{id}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/content/nosuchitem")]
    [InlineData("/content/nosuchitem/versions")]
    [InlineData("/content/nosuchitem/versions/nosuchversion")]
    [InlineData("/content/nosuchitem/preview")]
    [InlineData("/content/nosuchitem/remove")]
    [InlineData("/content/nosuchitem/unpublish")]
    public async Task Get_UnknownId_IsNotFound(string url)
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_Publish_ShowsItToEverybodyAndLinksToIt()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Publish me");
        var form = (await client.GetPageAsync($"/content/{id}")).ItemForm();

        using var answer = await client.PressAsync(form, EditorPages.Publish, ("Provider.About", "We teach **well**."));

        answer.Headers.Location!.OriginalString.ShouldBe($"/content/{id}");
        (await portal.PublishedAsync(id))!.Content["Provider"]!["About"]!["Markdown"]!.ToString().ShouldBe("We teach **well**.");
        (await portal.EventsAsync(id)).ShouldBe(["ContentDraftSaved", "ContentPublished"]);
        var page = await client.GetPageAsync($"/content/{id}");
        page.Banner().ShouldBe("Publish me is published");
        page.QuerySelector("a[href='/providers/publish-me']")!.TextContent.ShouldBe("See it on the portal");
    }

    [Fact]
    public async Task Post_UntouchedForm_ChangesNothingInTheItem()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var course = (await client.GetPageAsync("/content?type=Programme&state=Published")).QuerySelector("tbody th a")!.GetAttribute("href")!;
        var id = course.Split('/')[^1];
        var before = (await portal.LatestAsync(id))!.Content;

        using var answer = await client.PressAsync((await client.GetPageAsync(course)).ItemForm(), EditorPages.SaveDraft);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = (await portal.LatestAsync(id))!;
        after.Published.ShouldBeFalse();
        after.Content.ToJsonString().ShouldBe(before.ToJsonString());
    }

    [Fact]
    public async Task Post_PartsAndPropertiesTheFormDoesNotKnow_Stay()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var item = await portal.PublishAsync("Provider", JsonNode.Parse("""
            { "TitlePart": { "Title": "From elsewhere", "Extra": 1 }, "BagPart": { "ContentItems": [ { "a": 1 } ] },
              "Provider": { "Website": { "Url": "https://example.org/", "Target": "_blank" }, "OldField": { "Text": "kept" } } }
            """)!.AsObject());
        var form = (await client.GetPageAsync($"/content/{item.ContentItemId}")).ItemForm();

        using var answer = await client.PressAsync(form, EditorPages.Publish, ("TitlePart.Title", "From elsewhere, renamed"), ("Provider.Website.Text", "Home"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var content = (await portal.LatestAsync(item.ContentItemId))!.Content;
        content["TitlePart"]!.ToJsonString().ShouldBe("""{"Title":"From elsewhere, renamed","Extra":1}""");
        content["BagPart"]!.ToJsonString().ShouldBe("""{"ContentItems":[{"a":1}]}""");
        content["Provider"]!["OldField"]!["Text"]!.ToString().ShouldBe("kept");
        content["Provider"]!["Website"]!.ToJsonString().ShouldBe("""{"Url":"https://example.org/","Target":"_blank","Text":"Home"}""");
    }

    [Fact]
    public async Task Post_TwoEditors_SecondSeesBothAndLosesNothing()
    {
        using var first = await portal.SignedInAsAsync("editor");
        using var second = await portal.SignedInAsAsync("administrator");
        var id = await first.AddProviderAsync("Two at once", EditorPages.Publish);
        var form = (await second.GetPageAsync($"/content/{id}")).ItemForm();
        using var saved = await first.PressAsync((await first.GetPageAsync($"/content/{id}")).ItemForm(), EditorPages.SaveDraft, ("Provider.About", "Theirs"));

        using var answer = await second.PressAsync(form, EditorPages.SaveDraft, ("Provider.About", "Mine"));

        answer.Headers.Location!.OriginalString.ShouldStartWith($"/content/{id}/merge?form=");
        About(await portal.LatestAsync(id)).ShouldBe("Theirs");
        var both = await second.GetPageAsync(answer.Headers.Location.OriginalString);
        both.QuerySelector("main")!.TextContent.ShouldContain("Owen Pritchard saved this");
        using var chosen = await second.SubmitAsync(both.MergeForm(), ("choice.Provider.About", "Yours"));
        var page = await second.GetPageAsync(chosen.Headers.Location!.OriginalString);
        page.ValueOf("Provider.About").ShouldBe("Mine");

        using var again = await second.PressAsync(page.ItemForm(), EditorPages.SaveDraft);
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        About(await portal.LatestAsync(id)).ShouldBe("Mine");
        var versions = await second.GetPageAsync($"/content/{id}/versions");
        versions.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Post_ItemRemovedMeanwhile_SaysSoAndKeepsWhatWasTyped()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Gone meanwhile");
        var form = (await client.GetPageAsync($"/content/{id}")).ItemForm();
        using var removed = await client.SubmitAsync((await client.GetPageAsync($"/content/{id}/remove")).Form($"/content/{id}/remove"));

        using var answer = await client.PressAsync(form, EditorPages.SaveDraft, ("Provider.About", "Typed"));

        var page = await answer.ReadPageAsync();
        page.QuerySelector(".govuk-warning-text")!.TextContent.ShouldContain("removed this item");
        page.ValueOf("Provider.About").ShouldBe("Typed");
        (await portal.LatestAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task Post_SameFormTwice_IsSavedOnce()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Saved once");
        var form = (await client.GetPageAsync($"/content/{id}")).ItemForm();

        using var first = await client.PressAsync(form, EditorPages.Publish, ("Provider.About", "Once"));
        using var second = await client.PressAsync(form, EditorPages.Publish, ("Provider.About", "Once"));

        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.EventsAsync(id)).ShouldBe(["ContentDraftSaved", "ContentPublished"]);
    }

    [Fact]
    public async Task Post_WithoutPermissionToPublish_SavesDraftsOnly()
    {
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<Roles>().SaveAsync("Coach", null, ["EditContent"], PermissionBehavior.Add);
        }

        using var client = await portal.SignedInAsAsync("coach");
        var id = await client.AddProviderAsync("By a coach");
        var page = await client.GetPageAsync($"/content/{id}");
        var form = page.ItemForm();
        page.QuerySelectorAll("button").Select(button => button.TextContent.Trim()).ShouldNotContain(EditorPages.Publish);
        form.QuerySelector("button[name=action][value=save]")!.SetAttribute("value", "publish");

        using var answer = await client.PressAsync(form, EditorPages.SaveDraft);
        using var remove = await client.GetAsync($"/content/{id}/remove");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        remove.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.PublishedAsync(id)).ShouldBeNull();
    }

    private static string? About(LearningDev.Content.Items.ContentItem? item) => item?.Content["Provider"]?["About"]?["Markdown"]?.ToString();
}
