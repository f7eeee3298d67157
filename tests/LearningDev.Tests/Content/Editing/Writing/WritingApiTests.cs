using System.Net;
using System.Net.Http.Json;
using LearningDev.Content.Editing.Fields.Picking;
using LearningDev.Content.Markdown;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Writing;

/// <summary>What a box for Markdown asks the portal for.</summary>
[Requirement("CMS-01")]
public class WritingApiTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Root = "/api/content/writing";

    [Theory]
    [InlineData("preview")]
    [InlineData("paste")]
    public async Task Post_Employee_IsForbidden(string what)
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.PostAsync($"{Root}/{what}", new FormUrlEncodedContent([]));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("paste")]
    public async Task Post_NoForm_IsRefused(string what)
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.PostAsync($"{Root}/{what}", new StringContent("x"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task PostPreview_Markdown_IsWhatThePageShows()
    {
        const string markdown = "## A heading\n\n- **one**\n- <script>alert(1)</script>\n\n| a | b |\n| --- | --- |\n| 1 | 2 |";
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Previewed");
        using var saved = await client.PressAsync((await client.GetPageAsync($"/content/{id}")).ItemForm(), EditorPages.SaveDraft, ("Provider.About", markdown));

        using var answer = await client.PostAsync($"{Root}/preview", await TextAsync(client, markdown));

        var preview = (await answer.ReadPageAsync()).Body!.InnerHtml.Trim();
        preview.ShouldContain("&lt;script&gt;");
        (await client.GetPageAsync($"/content/{id}/preview")).QuerySelector(".app-prose")!.InnerHtml.Trim().ShouldBe(preview);
        using var pressed = await client.PressAsync((await client.GetPageAsync($"/content/{id}")).ItemForm(), "Preview of About the provider");
        (await pressed.ReadPageAsync()).QuerySelector("section[aria-label='Preview of About the provider']:not([hidden]) .app-prose")!.InnerHtml.Trim().ShouldBe(preview);
    }

    [Fact]
    public async Task PostPaste_Html_IsMarkdownWithAddressesOfThePortal()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.PostAsync($"{Root}/paste", await TextAsync(client, "<p>See <a href='http://localhost/catalogue/x'>this</a><script>alert(1)</script></p>"));

        (await answer.Content.ReadFromJsonAsync<PastedMarkdown>())!.Markdown.ShouldBe("See [this](/catalogue/x)");
    }

    [Fact]
    public async Task GetPages_Words_FindsPublishedItemsWithTheirAddresses()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddProviderAsync("Managing drafts only");

        var answer = await client.GetFromJsonAsync<PickMatches>($"{Root}/pages?q=managing%20stress");

        answer!.Picks.ShouldContain(pick => pick.Id == "/catalogue/managing-stress");
        (await client.GetFromJsonAsync<PickMatches>($"{Root}/pages?q=managing%20drafts"))!.Picks.ShouldBeEmpty();
        (await client.GetFromJsonAsync<PickMatches>($"{Root}/pages?q=%00%25"))!.Picks.ShouldBeEmpty();
    }

    private static async Task<FormUrlEncodedContent> TextAsync(HttpClient client, string text) => new(
    [
        KeyValuePair.Create("text", text),
        KeyValuePair.Create("__RequestVerificationToken", (await client.GetPageAsync("/content/new/Provider")).ItemForm().QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!),
    ]);
}
