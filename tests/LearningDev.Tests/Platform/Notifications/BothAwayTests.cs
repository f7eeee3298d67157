using LearningDev.Platform.Notifications;
using LearningDev.Platform.Outbox;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Mail;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications;

/// <summary>A mail server over a real connection and GOV.UK Notify are both away for a while: what people are told meanwhile comes later, once.</summary>
[Requirement("ADM-05")]
public sealed class BothAwayTests : IAsyncLifetime, IAsyncDisposable
{
    private const int Told = 20;

    private readonly PortalWithMail portal = new();

    public Task InitializeAsync() => portal.InitializeAsync();

    public Task DisposeAsync() => portal.DisposeAsync();

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task Notify_WhileBothAreAway_LosesNothingAndSendsNothingTwice()
    {
        var employee = await portal.IdAsync("employee");
        await portal.UseNotifyAsync();
        await portal.PreferAsync(employee, textNumber: "+447700900982", choices: [(NotificationPortal.Usual, NotificationChannel.Text, true)]);
        await portal.Notify.StopAsync();
        for (var number = 0; number < Told; number++)
        {
            await portal.TellAsync(NotificationPortal.Something($"away {number}", employee) with { Words = new NotificationWords($"Letter {number}", "Text {{ thing }}", "Letter") });
        }

        await TryForAWhileAsync();
        await portal.Notify.StartAsync();
        await using var mail = await SmtpServer.StartAsync(new SmtpServerOptions(OffersStartTls: false, Port: portal.MailPort));
        await TryForAWhileAsync();

        (await portal.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(message => message.State != OutboxState.Delivered))).ShouldBe(0);
        portal.Notify.Taken.Select(message => message.Reference).ShouldBeUnique();
        portal.Notify.Taken.Count.ShouldBe(Told);
        var letters = await mail.StopAsync();
        letters.Count.ShouldBe(Told);
        letters.Select(letter => letter.Source.Split('\n').First(line => line.StartsWith("Message-Id", StringComparison.OrdinalIgnoreCase))).ShouldBeUnique();
    }

    private async Task TryForAWhileAsync()
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await portal.DeliverAsync();
            portal.Clock.Advance(TimeSpan.FromMinutes(5));
        }
    }

    private sealed class PortalWithMail : NotificationPortal
    {
        // The stub's port has been free; the mail server comes to one of its own that nobody listens on yet.
        public int MailPort { get; } = new Notify.NotifyStub(() => default).Port;

        protected override void Configuration(IDictionary<string, string?> settings)
        {
            base.Configuration(settings);
            settings["Email:From"] = "portal@council.example";
            settings["Email:Smtp:Host"] = "127.0.0.1";
            settings["Email:Smtp:Port"] = $"{MailPort}";
            settings["Email:Smtp:Security"] = "None";
        }
    }
}
