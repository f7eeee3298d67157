using LearningDev.Platform.Email;
using LearningDev.Platform.Outbox;
using LearningDev.Tests.Platform.Outbox;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Mail;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Email;

/// <summary>Letters from the outbox to a mail server over TLS, and what administrators see of those that it does not take.</summary>
[Requirement("ADM-05")]
public sealed class LetterHandlerTests(LetterHandlerTests.PortalWithServer portal) : IClassFixture<LetterHandlerTests.PortalWithServer>
{
    [Fact]
    public async Task Deliver_CertificateIsNotTrusted_WaitsWithTheReasonAndGoesOnceItIs()
    {
        using var stranger = new TestAuthority("Stranger");
        portal.Trust(stranger);
        var message = await portal.SendAsync("certificate", "maya@council.example");

        (await portal.DeliverAsync()).ShouldBe(1);
        (await portal.DeliverAsync()).ShouldBe(0);

        (await portal.MessageAsync("certificate")).State.ShouldBe(OutboxState.Waiting);
        var page = await portal.GetDocumentAsync($"/admin/messages/{message.Id}", "administrator");
        page.QuerySelector("main")!.TextContent.ShouldContain(
            "The certificate of localhost is not trusted: neither this machine nor Email:Smtp:AuthorityFile knows who issued it, \"Council Authority\".");
        portal.Trust(portal.Authority);
        portal.Clock.Advance(TimeSpan.FromSeconds(13));
        (await portal.DeliverAsync()).ShouldBe(1);
        (await portal.MessageAsync("certificate")).State.ShouldBe(OutboxState.Delivered);
        var letter = await portal.Server.NextAsync();
        letter.Encrypted.ShouldBeTrue();
        letter.Source.ShouldContain($"Message-Id: <{message.Id}@council.example>", Case.Insensitive);
    }

    [Fact]
    public async Task Deliver_RecipientIsRefusedForGood_IsSetAsideAtOnceAndTheNextGoes()
    {
        portal.Trust(portal.Authority);
        var refused = await portal.SendAsync("refused", "nobody@council.example");
        var good = await portal.SendAsync("good", "maya@council.example");

        (await portal.DeliverAsync()).ShouldBe(2);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        (await portal.DeliverAsync()).ShouldBe(0);

        var aside = await portal.MessageAsync("refused");
        (aside.State, aside.Attempts).ShouldBe((OutboxState.Failed, 1));
        aside.LastError.ShouldBe("The mail server said 550 5.1.1 <n…@council.example>: Recipient address rejected: User unknown");
        (await portal.GetDocumentAsync($"/admin/messages/{refused.Id}", "administrator")).QuerySelector("main")!.TextContent.ShouldContain(aside.LastError);
        (await portal.Server.NextAsync()).Source.ShouldContain(good.Id);
        portal.Log.Text.ShouldContain("User unknown");
        portal.Log.Text.ShouldNotContain("nobody@council.example");
    }

    [Fact]
    public async Task Deliver_RecipientIsRefusedForNow_IsTriedAgainWithPausesAndNotForEver()
    {
        portal.Trust(portal.Authority);
        await portal.SendAsync("greylisted", "later@council.example");

        (await portal.DeliverAsync()).ShouldBe(1);
        (await portal.DeliverAsync()).ShouldBe(0);
        var waiting = await portal.MessageAsync("greylisted");
        (waiting.State, waiting.Attempts).ShouldBe((OutboxState.Waiting, 1));
        waiting.LastError.ShouldContain("451 4.7.1 <l…@council.example>: Recipient address rejected: Greylisted");
        var tried = 1;
        for (var day = 0; day < 12; day++)
        {
            portal.Clock.Advance(TimeSpan.FromDays(1));
            tried += await portal.DeliverAsync();
        }

        tried.ShouldBe(10);
        (await portal.MessageAsync("greylisted")).State.ShouldBe(OutboxState.Failed);
        portal.Log.Text.ShouldContain("Greylisted");
        portal.Log.Text.ShouldNotContain("later@council.example");
    }

    /// <summary>A portal whose mail server asks for STARTTLS and an account.</summary>
    public sealed class PortalWithServer : OutboxPortal
    {
        private readonly string trusted = Path.GetTempFileName();
        private SmtpServer? server;

        public TestAuthority Authority { get; } = new("Council Authority");

        public SmtpServer Server => server!;

        public LogKeeper Log { get; } = new();

        public void Trust(TestAuthority authority) => File.Copy(authority.File, trusted, overwrite: true);

        public override async Task InitializeAsync()
        {
            server = await SmtpServer.StartAsync(Authority.Issue("localhost") with { User = "portal", Password = "right" });
            await base.InitializeAsync();
        }

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            await Server.DisposeAsync();
            Authority.Dispose();
            File.Delete(trusted);
        }

        internal async Task<OutboxMessage> SendAsync(string key, string to)
        {
            await using (var scope = Scope())
            {
                (await scope.ServiceProvider.GetRequiredService<IEmail>().SendAsync(new Letter(to, "", "Hello", "Text"), key)).ShouldBeTrue();
            }

            return await MessageAsync(key);
        }

        protected override void Configuration(IDictionary<string, string?> settings)
        {
            settings["Email:From"] = "learning@council.example";
            settings["Email:Smtp:Host"] = "localhost";
            settings["Email:Smtp:Port"] = $"{Server.Port}";
            settings["Email:Smtp:UserName"] = "portal";
            settings["Email:Smtp:Password"] = "right";
            settings["Email:Smtp:AuthorityFile"] = trusted;
        }

        protected override void Configure(IServiceCollection services)
        {
            base.Configure(services);
            Log.AddTo(services);
        }
    }
}
