using System.Net;
using LearningDev.Platform.Outbox;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Outbox;

public sealed class MessageTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly OutboxPortal portal = new();

    public Task InitializeAsync() => portal.InitializeAsync();

    public Task DisposeAsync() => portal.DisposeAsync();

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(await FailedAsync("one"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Unknown_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync("/admin/messages/no-such-message");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Failed_ShowsWhyAndNoContent()
    {
        var page = await portal.GetDocumentAsync(await FailedAsync("one"), "administrator");

        var main = page.QuerySelector("main")!.TextContent;
        main.ShouldContain("No such person.");
        main.ShouldNotContain("A secret");
    }

    [Fact]
    public async Task PostRetry_Failed_IsDeliveredAndInTheAudit()
    {
        var url = await FailedAsync("one");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(url)).Forms.Single(form => form.Action.EndsWith("Retry", StringComparison.Ordinal));

        using var answer = await client.SubmitAsync(form);

        answer.Headers.Location!.OriginalString.ShouldBe(url);
        portal.Answer = _ => Task.CompletedTask;
        (await portal.DeliverAsync()).ShouldBe(1);
        (await portal.EventsAsync(url.Split('/')[^1])).ShouldBe(["MessageRetried"]);
        using var late = await client.SubmitAsync(form);
        (await client.GetPageAsync(url)).Banner().ShouldContain("Nothing was changed");
    }

    [Fact]
    public async Task PostGiveUp_NoReason_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(await FailedAsync("one"))).Forms.Single(form => form.Action.EndsWith("GiveUp", StringComparison.Ordinal));

        using var answer = await client.SubmitAsync(form);

        (await answer.ReadPageAsync()).ErrorBeside("Reason").ShouldBe("Enter why you give it up");
        (await portal.MessageAsync("one")).State.ShouldBe(OutboxState.Failed);
    }

    [Fact]
    public async Task PostGiveUp_Reason_DeletesTheContentAndIsInTheAudit()
    {
        var url = await FailedAsync("one");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(url)).Forms.Single(form => form.Action.EndsWith("GiveUp", StringComparison.Ordinal));

        using var answer = await client.SubmitAsync(form, ("Reason", "They have left"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var message = await portal.MessageAsync("one");
        (message.State, message.Payload).ShouldBe((OutboxState.GivenUp, null));
        (await portal.EventsAsync(url.Split('/')[^1])).ShouldBe(["MessageGivenUp"]);
        (await client.GetPageAsync(url)).QuerySelectorAll("main form").ShouldBeEmpty();
    }

    private async Task<string> FailedAsync(string key)
    {
        portal.Answer = _ => throw new UndeliverableException("No such person.");
        var message = await portal.EnqueueAsync(key);
        await portal.DeliverAsync();
        return $"/admin/messages/{message.Id}";
    }
}
