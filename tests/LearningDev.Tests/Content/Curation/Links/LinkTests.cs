using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.Content.Curation.Links;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Outbox;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Curation.Links;

[Requirement("CMS-04")]
public class LinkTests(LinkPortal portal) : IClassFixture<LinkPortal>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        await portal.PublishAsync("Forbidden", portal.Site.Url("/forbidden"));
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(Page("/forbidden"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoSuchLink_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");
        using var answer = await client.GetAsync(new Uri("/content/links/nothing", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_CheckAgain_IsCheckedByTheOutboxOnce()
    {
        await portal.PublishAsync("Again", portal.Site.Url("/again"));
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync(Page("/again").OriginalString);
        var form = page.HandlerForm("Check");

        using var first = await client.SubmitAsync(form);
        using var second = await client.SubmitAsync(form);

        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.Redirect, HttpStatusCode.Redirect));
        portal.Site.Asked.ShouldNotContain(one => one.Request == "HEAD /again");
        (await client.GetPageAsync(Page("/again").OriginalString)).QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("being checked");
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<OutboxDeliverer>().DeliverDueAsync(CancellationToken.None);
        }

        portal.Site.Asked.Count(one => one.Request == "HEAD /again").ShouldBe(1);
        var link = (await portal.LinkAsync("/again"))!;
        (link.State, link.AskedUtc).ShouldBe((LinkState.Working, null));
        (await portal.EventsAsync(link.Id)).ShouldBe(["LinkCheckAsked"]);
    }

    [Fact]
    public async Task Post_Ignore_NeedsAReasonAndIsNotCheckedAnyMore()
    {
        portal.Answers["/ignored"] = response => response.StatusCode = 404;
        await portal.PublishAsync("Ignored", portal.Site.Url("/ignored"));
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync(Page("/ignored").OriginalString)).HandlerForm("Ignore");

        using var refused = await client.SubmitAsync(form, ("Reason", " "));
        (await refused.ReadPageAsync()).ErrorBeside("Reason").ShouldBe("Enter a reason");
        using var answer = await client.SubmitAsync(form, ("Reason", "It works for staff"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await portal.CheckAsync();
        portal.Site.Asked.ShouldNotContain(one => one.Request.EndsWith("/ignored", StringComparison.Ordinal));
        var link = (await portal.LinkAsync("/ignored"))!;
        (link.IgnoredReason, link.IgnoredBy).ShouldBe(("It works for staff", "Owen Pritchard"));
        (await portal.EventsAsync(link.Id)).ShouldBe(["LinkIgnored"]);

        using var heeded = await client.SubmitAsync((await client.GetPageAsync(Page("/ignored").OriginalString)).HandlerForm("Heed"));
        await portal.CheckAsync();
        (await portal.LinkAsync("/ignored"))!.State.ShouldBe(LinkState.Failing);
    }

    [Theory]
    [InlineData("", "Enter the new address")]
    [InlineData("javascript:alert(1)", "New address must be a web address that begins with https:// or http://")]
    [InlineData("https://me:secret@new.example/", "New address must not hold a user name or password")]
    public async Task Post_ReplaceByNoAddress_ShowsError(string with, string message)
    {
        await portal.PublishAsync("Refused", portal.Site.Url("/refused"));
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync(Page("/refused").OriginalString)).HandlerForm("Replace");

        using var answer = await client.SubmitAsync(form, ("With", with));

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("With").ShouldBe(message);
        page.ValueOf("With").ShouldBe(with);
    }

    [Fact]
    public async Task Post_Replace_ChangesPublishedItemsAndTheirDraftsEverywhere()
    {
        var one = await portal.PublishAsync("Replaced one", portal.Site.Url("/replaced"), $"[Guide]({portal.Site.Url("/replaced")}#part) and {portal.Site.Url("/replaced-not")}");
        var two = await portal.PublishAsync("Replaced two", "", portal.Site.Url("/replaced"));
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var draft = (await items.FindAsync(two, VersionChoice.Latest))!;
            draft.Content["Provider"]!["About"]!["Markdown"] = $"A draft: {portal.Site.Url("/replaced")}";
            await items.SaveDraftAsync(draft);
        }

        var published = (await portal.PublishedAsync(one))!.PublishedUtc;
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync(Page("/replaced").OriginalString)).HandlerForm("Replace");

        using var answer = await client.SubmitAsync(form, ("With", "https://new.example/guide"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync("/content/links")).Banner().ShouldContain("replaced in 2 items");
        var changed = (await portal.PublishedAsync(one))!;
        changed.Content["Provider"]!["Website"]!["Url"]!.ToString().ShouldBe("https://new.example/guide");
        changed.Content["Provider"]!["About"]!["Markdown"]!.ToString().ShouldBe($"[Guide](https://new.example/guide#part) and {portal.Site.Url("/replaced-not")}");
        changed.PublishedUtc.ShouldBe(published);
        (await portal.PublishedAsync(two))!.Content["Provider"]!["About"]!["Markdown"]!.ToString().ShouldBe("https://new.example/guide");
        var latest = (await portal.LatestAsync(two))!;
        (latest.Published, latest.Content["Provider"]!["About"]!["Markdown"]!.ToString()).ShouldBe((false, "A draft: https://new.example/guide"));
        (await portal.EventsAsync(Identifiers.From(portal.Site.Url("/replaced")))).ShouldBe(["LinkReplaced"]);
        var replaced = Identifiers.From(portal.Site.Url("/replaced"));
        await using var end = portal.Scope();
        (await end.ServiceProvider.GetRequiredService<PortalDb>().LinkUses.CountAsync(use => use.LinkId == replaced)).ShouldBe(0);
    }

    private Uri Page(string path) => new($"/content/links/{Identifiers.From(portal.Site.Url(path))}", UriKind.Relative);
}

internal static class HandlerForms
{
    /// <summary>The form that goes to a handler of its page.</summary>
    public static IHtmlFormElement HandlerForm(this IHtmlDocument page, string handler) =>
        page.Forms.Single(form => form.Action.EndsWith($"handler={handler}", StringComparison.Ordinal));
}
