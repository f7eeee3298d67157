using LearningDev.Platform.Notifications;
using LearningDev.Platform.Notifications.Notify;
using LearningDev.Platform.Outbox;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications.Notify;

/// <summary>Text messages and emails from the outbox to a stub that keeps to GOV.UK Notify's documented rules.</summary>
[Requirement("ADM-05")]
public sealed class NotifyHandlerTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly NotificationPortal portal = new();

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        await portal.UseNotifyAsync(email: true);
    }

    public Task DisposeAsync() => portal.DisposeAsync();

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task Deliver_TextAndEmail_AreTakenWithTheirReference()
    {
        var text = await EnqueueAsync("text");
        var email = await EnqueueAsync("email", new NotifyMessage(NotificationChannel.Email, "maya@council.example", "Hello", "Line one\nLine two"));

        (await portal.DeliverAsync()).ShouldBe(2);
        (await portal.DeliverAsync()).ShouldBe(0);

        portal.Notify.Taken.Select(message => (message.Reference, message.To, message.Subject, message.Text)).ShouldBe(
            [(text.Id, "+447700900982", "", "Come at ten"), (email.Id, "maya@council.example", "Hello", "Line one\nLine two")], ignoreOrder: true);
        (await StateAsync(text.Id)).ShouldBe(NotifyState.Accepted);
        (await MessageAsync("text")).State.ShouldBe(OutboxState.Delivered);
        email.About.ShouldBe("m…@council.example");
    }

    [Fact]
    public async Task Deliver_Refused400_IsSetAsideAtOnceInNotifysWordsWithoutTheNumber()
    {
        await EnqueueAsync("landline", new NotifyMessage(NotificationChannel.Text, "+442079460000", "", "Come at ten"));

        await portal.DeliverAsync();

        var message = await MessageAsync("landline");
        (message.State, message.Attempts, message.LastError).ShouldBe(
            (OutboxState.Failed, 1, "GOV.UK Notify said 400 ValidationError: phone_number … is not a valid phone number"));
    }

    [Fact]
    public async Task Deliver_RefusalNamesAnAddress_ShowsNone()
    {
        portal.Notify.FailNext(400, "BadRequestError", "Can't send to maya@council.example using a team-only API key");
        await EnqueueAsync("team", new NotifyMessage(NotificationChannel.Email, "maya@council.example", "Hello", "Text"));

        await portal.DeliverAsync();

        (await MessageAsync("team")).LastError.ShouldBe("GOV.UK Notify said 400 BadRequestError: Can't send to … using a team-only API key");
    }

    [Fact]
    public async Task Deliver_Refused403_IsSetAsideAtOnceAndGoesWhenItIsMended()
    {
        portal.Notify.FailNext(403, "AuthError", "Invalid token: API key not found");
        await EnqueueAsync("key");
        await portal.DeliverAsync();
        var message = await MessageAsync("key");
        (message.State, message.LastError).ShouldBe((OutboxState.Failed, "GOV.UK Notify said 403 AuthError: Invalid token: API key not found"));
        (await portal.GetDocumentAsync($"/admin/messages/{message.Id}", "administrator")).QuerySelector("main")!.TextContent.ShouldContain("API key not found");

        await portal.WithAsync(async services => await services.GetRequiredService<OutboxCare>().RetryAllAsync("notify", CancellationToken.None));
        await portal.DeliverAsync();

        portal.Notify.Taken.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds")]
    [InlineData(500, "Exception", "Internal server error")]
    [InlineData(503, "", "")]
    public async Task Deliver_FailsForNow_IsTriedAgainAndComesOnce(int status, string error, string said)
    {
        portal.Notify.FailNext(status, error, said);
        await EnqueueAsync("later");

        await portal.DeliverAsync();
        var waiting = await MessageAsync("later");
        (waiting.State, waiting.Attempts).ShouldBe((OutboxState.Waiting, 1));
        waiting.LastError.ShouldStartWith($"GOV.UK Notify said {status}");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.DeliverAsync();

        (await MessageAsync("later")).State.ShouldBe(OutboxState.Delivered);
        portal.Notify.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Deliver_AnswerWasLost_IsFoundByItsReferenceAndNotSentTwice()
    {
        portal.Notify.LosesNextAnswer = true;
        var message = await EnqueueAsync("lost");

        await portal.DeliverAsync();
        (await MessageAsync("lost")).State.ShouldBe(OutboxState.Waiting);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.DeliverAsync();

        portal.Notify.Taken.Count.ShouldBe(1);
        (await MessageAsync("lost")).State.ShouldBe(OutboxState.Delivered);
        (await portal.ReadAsync(db => db.Set<NotifyHandOver>().SingleAsync(row => row.Reference == message.Id))).NotifyId.ShouldBe(portal.Notify.Taken.Single().Id);
    }

    [Fact]
    public async Task Deliver_PortalDiedAfterNotifyHadIt_IsNotSentTwiceEvenWhenAttemptsAreCountedAnew()
    {
        var message = await EnqueueAsync("died");
        await portal.DeliverAsync();
        // As a node leaves it that is killed before it has noted the answer.
        await portal.ReadAsync(db => db.Set<NotifyHandOver>().ExecuteUpdateAsync(row => row.SetProperty(x => x.State, NotifyState.Begun).SetProperty(x => x.NotifyId, "")));
        await portal.WithAsync(async services =>
        {
            await services.GetRequiredService<IOutboxHandler<NotifyMessage>>().DeliverAsync(Text, new OutboxDelivery(message.Id, "died", 1), CancellationToken.None);
            return true;
        });

        portal.Notify.Taken.Count.ShouldBe(1);
        (await StateAsync(message.Id)).ShouldBe(NotifyState.Accepted);
    }

    [Fact]
    public async Task Deliver_NotifyAwayForAWhile_LosesNothingAndSendsNothingTwice()
    {
        await portal.Notify.StopAsync();
        for (var number = 0; number < 25; number++)
        {
            await EnqueueAsync($"away {number}");
        }

        for (var attempt = 0; attempt < 3; attempt++)
        {
            await portal.DeliverAsync();
            portal.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        portal.Notify.Taken.ShouldBeEmpty();
        await portal.Notify.StartAsync();
        await portal.DeliverAsync();
        await portal.DeliverAsync();

        portal.Notify.Taken.Select(message => message.Reference).Distinct().Count().ShouldBe(25);
        portal.Notify.Taken.Count.ShouldBe(25);
    }

    private static NotifyMessage Text => new(NotificationChannel.Text, "+447700900982", "", "Come at ten");

    private async Task<OutboxMessage> EnqueueAsync(string key, NotifyMessage? message = null)
    {
        await portal.WithAsync(services => services.GetRequiredService<IOutbox>().EnqueueAsync(message ?? Text, key));
        return await MessageAsync(key);
    }

    private Task<OutboxMessage> MessageAsync(string key) => portal.ReadAsync(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(row => row.Key == key));

    private Task<NotifyState> StateAsync(string reference) => portal.ReadAsync(db => db.Set<NotifyHandOver>().Where(row => row.Reference == reference).Select(row => row.State).SingleAsync());
}
