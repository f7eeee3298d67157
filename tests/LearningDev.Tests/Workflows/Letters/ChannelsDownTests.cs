using LearningDev.Platform.Notifications;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Platform.Notifications.Notify;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Mail;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Letters;

/// <summary>The mail server and GOV.UK Notify are both away for a while: cases go on, and what they say comes once when the two are back.</summary>
[Requirement("WFL-04")]
public class ChannelsDownTests(ChannelsDownTests.DownPortal portal) : IClassFixture<ChannelsDownTests.DownPortal>
{
    private const int Cases = 3;

    [Fact]
    public async Task Deliver_BothChannelsAreDownForAWhile_LosesNothingAndSendsNothingTwice()
    {
        for (var number = 1; number <= Cases; number++)
        {
            await portal.AskAsync("employee", $"Told {number}");
        }

        (await portal.ReadAsync(db => db.Cases.CountAsync(row => row.TypeId == "down" && row.Status == CaseStatus.Finished))).ShouldBe(Cases);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await portal.DeliverLaterAsync();
            (await portal.ReadAsync(db => db.Set<OutboxMessage>().Select(message => new { message.State, message.Attempts }).Distinct().ToListAsync())).Select(one => (one.State, one.Attempts))
                .ShouldBe([(OutboxState.Waiting, attempt)]);
        }

        List<SmtpServerLetter> letters = [];
        await using (var mail = await portal.StartMailAsync())
        {
            await portal.DeliverLaterAsync();
            letters.AddRange(await mail.StopAsync());
        }

        (letters.Count, portal.Notify.Taken.Count).ShouldBe((Cases, 0));
        await portal.Notify.StartAsync();
        portal.Notify.LosesNextAnswer = true;
        await portal.AskAsync("employee", "Told when the mail server is away again");
        await portal.DeliverLaterAsync();
        await using (var mail = await portal.StartMailAsync())
        {
            await portal.DeliverLaterAsync();
            await portal.DeliverLaterAsync();
            letters.AddRange(await mail.StopAsync());
        }

        (await portal.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(message => message.State == OutboxState.Delivered))).ShouldBe(2 * (Cases + 1));
        letters.Select(letter => Header(letter, "Subject: ").Split(" goes on")[0]).Order().ShouldBe(["Told 1", "Told 2", "Told 3", "Told when the mail server is away again"]);
        letters.Select(letter => Header(letter, "Message-Id: ")).ShouldBeUnique();
        portal.Notify.Taken.Count.ShouldBe(Cases + 1);
        portal.Notify.Taken.Select(message => message.Reference).ShouldBeUnique();
    }

    private static string Header(SmtpServerLetter letter, string name) => letter.Source.Split('\n').First(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase))[name.Length..].Trim();

    /// <summary>A portal whose mail server and whose Notify are away until they are started.</summary>
    public sealed class DownPortal : PortalHost
    {
        private readonly int port = SmtpServer.FreePort();

        public DownPortal() => Notify = new NotifyStub(() => Clock.GetUtcNow());

        public NotifyStub Notify { get; }

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.ImportedAsync(WorkflowPortal.Type("down", ["tell|NotifyPeopleTask|{\"To\":\"Owner\",\"Subject\":\"{{ item.name }} goes on\",\"Text\":\"It goes on.\"}"], ["start|Done|tell"]));
            var employee = await this.PersonIdAsync("employee");
            await using var scope = Scope();
            await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(new NotificationSettings { QuietFrom = 0, QuietUntil = 0, TextTemplateId = NotifyStub.TextTemplate });
            await this.WriteAsync(db =>
            {
                db.Add(new NotificationPreference { PersonId = employee, TextNumber = "+447700900982", ProvedNumber = "+447700900982" });
                db.Add(new NotificationChoice { PersonId = employee, Kind = "workflow-message", Channel = NotificationChannel.Text, IsOn = true });
            });
        }

        public override async Task DisposeAsync()
        {
            await Notify.DisposeAsync();
            await base.DisposeAsync();
        }

        public Task<SmtpServer> StartMailAsync() => SmtpServer.StartAsync(new SmtpServerOptions(OffersStartTls: false, Port: port));

        /// <summary>Delivers what is due an hour later.</summary>
        public async Task DeliverLaterAsync()
        {
            Clock.Advance(TimeSpan.FromHours(1));
            await using var scope = Scope();
            await scope.ServiceProvider.GetRequiredService<OutboxDeliverer>().DeliverDueAsync();
        }

        protected override void Configuration(IDictionary<string, string?> settings)
        {
            settings["Email:Smtp:Host"] = "127.0.0.1";
            settings["Email:Smtp:Port"] = $"{port}";
            settings["Email:Smtp:Security"] = "None";
            settings["Email:From"] = "learning@council.example";
            settings["Notify:BaseAddress"] = Notify.Address;
            settings["Notify:ApiKey"] = NotifyStub.Key;
        }
    }
}
