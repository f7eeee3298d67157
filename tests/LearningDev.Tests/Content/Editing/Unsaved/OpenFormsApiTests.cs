using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Content.Editing.Unsaved;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Unsaved;

/// <summary>What was typed and not saved: kept for one person, brought back, thrown away, and gone when it is saved.</summary>
[Requirement("CMS-01")]
public class OpenFormsApiTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Keep_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.PostAsync($"/api/content/forms/{Identifiers.New()}?item=x&type=Provider", new FormUrlEncodedContent([]));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Keep_SignedOut_AsksToSignIn()
    {
        using var client = portal.SignedOut();

        using var answer = await client.PostAsync($"/api/content/forms/{Identifiers.New()}?item=x&type=Provider", new FormUrlEncodedContent([]));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Keep_WithoutToken_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.PostAsync($"/api/content/forms/{Identifiers.New()}?item=x&type=Provider", new FormUrlEncodedContent([]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Keep_FormOfSomebodyElse_IsNotFoundAndStaysAsItWas()
    {
        using var editor = await portal.SignedInAsAsync("editor");
        using var other = await portal.SignedInAsAsync("administrator");
        var id = await editor.AddProviderAsync("Not for others");
        var form = (await editor.GetPageAsync($"/content/{id}")).ItemForm();
        using var kept = await KeepAsync(editor, form, ("Provider.About", "Mine"));
        var theirs = (await other.GetPageAsync($"/content/{id}")).ItemForm();

        using var answer = await KeepAsync(other, theirs, Api(form), ("Provider.About", "Theirs"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await editor.GetPageAsync(BringBack(await editor.GetPageAsync($"/content/{id}")))).ValueOf("Provider.About").ShouldBe("Mine");
    }

    [Fact]
    public async Task Keep_MoreThanIsKept_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Provider")).ItemForm();

        using var answer = await KeepAsync(client, form, ("Provider.About", new string('a', 2_100_000)));

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Keep_ItemThatIsThere_SaysWhenAndOffersItTheNextTime()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Half written");
        var form = (await client.GetPageAsync($"/content/{id}")).ItemForm();

        using var answer = await KeepAsync(client, form, ("Provider.About", "Half a sentence"), ("TitlePart.Title", ""));

        (await answer.Content.ReadFromJsonAsync<FormNewsAnswer>())!.Kept!.ShouldMatch(@"^(\d{1,2}(:\d\d)?(am|pm)|midday|midnight)$");
        (await portal.EventsAsync(id)).ShouldBe(["ContentDraftSaved"]);
        (await portal.LatestAsync(id))!.DisplayText.ShouldBe("Half written");
        var page = await client.GetPageAsync($"/content/{id}");
        page.QuerySelector(".govuk-notification-banner")!.TextContent.ShouldContain("You have unsaved work on this from");
        page.ValueOf("Provider.About").ShouldBeEmpty();
        var back = await client.GetPageAsync(BringBack(page));
        back.ValueOf("Provider.About").ShouldBe("Half a sentence");
        back.ValueOf("TitlePart.Title").ShouldBeEmpty();
        back.QuerySelectorAll(".govuk-notification-banner").ShouldBeEmpty();
        back.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("It is not saved yet");
    }

    [Fact]
    public async Task Keep_SomethingThatCannotBeRead_BringsItBackAsItWasTyped()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Course")).ItemForm();
        using var answer = await KeepAsync(client, form, ("LearningPart.DurationMinutes", "about an hour"), ("TitlePart.Title", "Never saved"));

        var page = await client.GetPageAsync("/content/new/Course");

        page.QuerySelector(".govuk-notification-banner")!.TextContent.ShouldContain("a new course, “Never saved”, from");
        var back = await client.GetPageAsync(BringBack(page));
        back.ValueOf("LearningPart.DurationMinutes").ShouldBe("about an hour");
        back.ValueOf("ItemId").ShouldBe(form.Elements["ItemId"]!.GetAttribute("value"));
        using var saved = await client.PressAsync(back.ItemForm(), EditorPages.SaveDraft, ("LearningPart.DurationMinutes", "60"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync("/content/new/Course")).QuerySelectorAll(".govuk-notification-banner").ShouldBeEmpty();
    }

    [Fact]
    public async Task Keep_SomebodyElse_IsOfferedNothing()
    {
        using var client = await portal.SignedInAsAsync("editor");
        using var other = await portal.SignedInAsAsync("administrator");
        var id = await client.AddProviderAsync("Personal");
        using var answer = await KeepAsync(client, (await client.GetPageAsync($"/content/{id}")).ItemForm(), ("Provider.About", "Mine alone"));
        var address = BringBack(await client.GetPageAsync($"/content/{id}"));

        (await other.GetPageAsync($"/content/{id}")).QuerySelectorAll(".govuk-notification-banner").ShouldBeEmpty();
        (await other.GetPageAsync(address)).ValueOf("Provider.About").ShouldBeEmpty();
        await using var scope = portal.Scope();
        var row = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OpenForm>().SingleAsync(form => form.ContentItemId == id && form.KeptUtc != null);
        System.Text.Encoding.UTF8.GetString(row.Fields!).ShouldNotContain("Mine alone");
    }

    [Fact]
    public async Task ThrowAway_Unsaved_IsGone()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Thrown away");
        using var kept = await KeepAsync(client, (await client.GetPageAsync($"/content/{id}")).ItemForm(), ("Provider.About", "Rubbish"));
        var page = await client.GetPageAsync($"/content/{id}");

        using var answer = await client.PressAsync(page.Forms.Single(form => form.Action.Contains("throw-away", StringComparison.Ordinal)), "Throw it away");

        answer.Headers.Location!.OriginalString.ShouldBe($"/content/{id}");
        (await client.GetPageAsync($"/content/{id}")).QuerySelectorAll(".govuk-notification-banner").ShouldBeEmpty();
        (await client.GetPageAsync(BringBack(page))).ValueOf("Provider.About").ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_AfterKeeping_LeavesNothingUnsaved()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Saved after all");
        var form = (await client.GetPageAsync($"/content/{id}")).ItemForm();
        using var kept = await KeepAsync(client, form, ("Provider.About", "Done"));

        using var answer = await client.PressAsync(form, EditorPages.SaveDraft, ("Provider.About", "Done"));
        // What was under way when the form was sent says nothing new.
        using var late = await KeepAsync(client, form, ("Provider.About", "Done"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        late.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetPageAsync($"/content/{id}")).QuerySelector(".govuk-notification-banner")!.TextContent.ShouldNotContain("unsaved work");
    }

    [Fact]
    public async Task Keep_ManyTimes_IsOneRowAndFewQueries()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Kept often");
        var form = (await client.GetPageAsync($"/content/{id}")).ItemForm();
        using var first = await KeepAsync(client, form, ("Provider.About", "1"));
        portal.Queries.Restart();

        using var second = await KeepAsync(client, form, ("Provider.About", "2"));

        portal.Queries.Count.ShouldBeLessThanOrEqualTo(5);
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OpenForm>().CountAsync(row => row.ContentItemId == id && row.KeptUtc != null)).ShouldBe(1);
    }

    [Fact]
    public async Task Get_ItemThatOthersHaveOpen_SaysWhoAndSinceWhen()
    {
        using var editor = await portal.SignedInAsAsync("editor");
        using var other = await portal.SignedInAsAsync("administrator");
        var id = await editor.AddProviderAsync("Two at it");
        var form = (await editor.GetPageAsync($"/content/{id}")).ItemForm();
        await SetOpenedAsync(id, minutesAgo: 5);

        var page = await other.GetPageAsync($"/content/{id}");

        page.QuerySelector("[data-form-others]")!.TextContent.Trim().ShouldBe("Owen Pritchard opened this 5 minutes ago");
        using var heard = await SendAsync(editor, form, $"{Api(form)}/here");
        (await heard.Content.ReadFromJsonAsync<FormNewsAnswer>())!.Others.ShouldHaveSingleItem().ShouldEndWith("opened this just now");
        using var closed = await SendAsync(editor, form, $"{Api(form)}/closed");
        closed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await other.GetPageAsync($"/content/{id}")).QuerySelector("[data-form-others]")!.TextContent.Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task Here_SomebodySavedMeanwhile_IsTold()
    {
        using var editor = await portal.SignedInAsAsync("editor");
        using var other = await portal.SignedInAsAsync("administrator");
        var id = await editor.AddProviderAsync("Saved meanwhile");
        var form = (await editor.GetPageAsync($"/content/{id}")).ItemForm();
        using var saved = await other.PressAsync((await other.GetPageAsync($"/content/{id}")).ItemForm(), EditorPages.SaveDraft, ("Provider.About", "Theirs"));

        using var heard = await SendAsync(editor, form, $"{Api(form)}/here");

        (await heard.Content.ReadFromJsonAsync<FormNewsAnswer>())!.Newer!.ShouldContain("saved this at");
    }

    [Fact]
    [Requirement("ADM-02")]
    public async Task Here_ForLonger_DoesNotKeepTheSessionFromEnding()
    {
        using var editor = await portal.SignedInAsAsync("editor");
        var form = (await editor.GetPageAsync("/content/new/Provider")).ItemForm();
        for (var hours = 0; hours < 10; hours++)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(59));
            using var heard = await SendAsync(editor, form, $"{Api(form)}/here");
            heard.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        using var late = await SendAsync(editor, form, $"{Api(form)}/here");

        late.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    internal static string Api(IHtmlFormElement form) => form.GetAttribute("data-open-form")!;

    internal static Task<HttpResponseMessage> KeepAsync(HttpClient client, IHtmlFormElement form, params (string Name, string Value)[] values) =>
        KeepAsync(client, form, Api(form), values);

    private static Task<HttpResponseMessage> KeepAsync(HttpClient client, IHtmlFormElement form, string api, params (string Name, string Value)[] values) =>
        SendAsync(client, form, api, values);

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, IHtmlFormElement form, string address, params (string Name, string Value)[] values)
    {
        var fields = form.Elements.OfType<IHtmlElement>()
            .Where(field => field is IHtmlInputElement { Type: "hidden" or "text" } or IHtmlTextAreaElement)
            .Select(field => (Name: field.GetAttribute("name") ?? "", Value: field is IHtmlTextAreaElement area ? area.Value : ((IHtmlInputElement)field).Value))
            .Where(field => field.Name.Length > 0 && !values.Any(value => value.Name == field.Name))
            .Concat(values.Select(value => (value.Name, value.Value)));
        return client.PostAsync(address + form.GetAttribute("data-open-form-query"), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    internal static string BringBack(IHtmlDocument page) =>
        page.QuerySelectorAll<IHtmlAnchorElement>(".govuk-notification-banner a").First(link => link.TextContent.Contains("Bring it back", StringComparison.Ordinal)).GetAttribute("href")!;

    private async Task SetOpenedAsync(string itemId, int minutesAgo)
    {
        await using var scope = portal.Scope();
        var opened = portal.Clock.GetUtcNow().UtcDateTime.AddMinutes(-minutesAgo).AddSeconds(-5);
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OpenForm>().Where(form => form.ContentItemId == itemId)
            .ExecuteUpdateAsync(form => form.SetProperty(row => row.OpenedUtc, opened));
    }
}
