using System.Net;
using System.Net.Sockets;
using LearningDev.Platform.Email;
using LearningDev.Platform.Outbox;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Mail;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Email.Pure;

[Requirement("ADM-05")]
public sealed class SmtpPostTests : IDisposable
{
    private readonly TestAuthority authority = new("Council Authority");
    private readonly string note = Path.GetTempFileName();
    private readonly HandOverJournal journal;
    private readonly EmailOptions options;

    public SmtpPostTests()
    {
        journal = new HandOverJournal(note);
        options = new EmailOptions
        {
            From = "learning@council.example",
            Smtp = new SmtpOptions { Host = "localhost", AuthorityFile = authority.File, Timeout = TimeSpan.FromSeconds(30) },
        };
    }

    public void Dispose()
    {
        journal.Dispose();
        File.Delete(note);
        authority.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_EncryptedWithAccount_ArrivesEncryptedAndIsNotedAsAccepted(bool fromTheFirstByte)
    {
        await using var server = await StartAsync(authority.Issue("localhost") with { FromTheFirstByte = fromTheFirstByte, User = "portal", Password = "pass word" });
        options.Smtp.Security = fromTheFirstByte ? SmtpSecurity.Tls : SmtpSecurity.StartTls;
        (options.Smtp.UserName, options.Smtp.PasswordFile) = ("portal", Path.GetTempFileName());
        await File.WriteAllTextAsync(options.Smtp.PasswordFile, "pass word\n");

        await SendAsync("maya@council.example");

        var letter = await server.NextAsync();
        (letter.Encrypted, letter.User).ShouldBe((true, "portal"));
        letter.Source.ShouldContain("To: maya@council.example");
        using var later = new HandOverJournal(note);
        later.Earlier("letter-1", 2).ShouldBe(HandOverStage.Accepted);
        File.Delete(options.Smtp.PasswordFile);
    }

    [Fact]
    public async Task Send_TwoLetters_GoOverOneConnection()
    {
        await using var server = await StartAsync(authority.Issue("localhost"));
        await using var post = Post();

        await SendAsync(post, "maya@council.example", "letter-1");
        await SendAsync(post, "amir@council.example", "letter-2");

        (await server.NextAsync()).Connections.ShouldBe(1);
        (await server.NextAsync()).Connections.ShouldBe(1);
    }

    [Fact]
    public async Task Send_ServerOffersNoStartTls_SendsNothingAndSaysSo()
    {
        await using var server = await StartAsync(new SmtpServerOptions(OffersStartTls: false));

        (await FailsAsync()).ShouldBe("localhost does not offer what the configuration asks for: The SMTP server does not support the STARTTLS extension.");
        (await server.StopAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("unknown", "The certificate of localhost is not trusted: neither this machine nor Email:Smtp:AuthorityFile knows who issued it, \"Stranger\".")]
    [InlineData("other name", "The certificate of localhost is for mail.council.example, not for localhost.")]
    [InlineData("ended", "The certificate of localhost ended on 3 May 2025.")]
    [InlineData("not begun", "The certificate of localhost begins only on 3 May 2029.")]
    public async Task Send_CertificateIsNotTrusted_SendsNothingAndSaysWhy(string fault, string said)
    {
        using var stranger = new TestAuthority("Stranger");
        await using var server = await StartAsync(fault switch
        {
            "unknown" => stranger.Issue("localhost"),
            "other name" => authority.Issue("mail.council.example"),
            "ended" => authority.Issue("localhost", Day(2024), Day(2025)),
            _ => authority.Issue("localhost", Day(2029), Day(2030)),
        });

        (await FailsAsync()).ShouldBe(said);
        (await server.StopAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_NoAuthorityFile_TrustsOnlyWhatTheMachineTrusts()
    {
        await using var server = await StartAsync(authority.Issue("localhost"));
        options.Smtp.AuthorityFile = "";

        (await FailsAsync()).ShouldContain("knows who issued it, \"Council Authority\"");
        (await server.StopAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_ServerSpeaksPlainWhereTlsIsExpected_SaysSo()
    {
        await using var server = await StartAsync(new SmtpServerOptions());
        options.Smtp.Security = SmtpSecurity.Tls;

        (await FailsAsync()).ShouldStartWith($"The connection to localhost, port {server.Port}, could not be encrypted: ");
    }

    [Theory]
    [InlineData("wrong", "localhost refused the account: ")]
    [InlineData("", "localhost asks for an account (Email:Smtp:UserName): ")]
    public async Task Send_AccountIsWrongOrMissing_IsTriedAgainAndNamesNoPassword(string password, string said)
    {
        await using var server = await StartAsync(authority.Issue("localhost") with { User = "portal", Password = "right" });
        (options.Smtp.UserName, options.Smtp.Password) = (password.Length > 0 ? "portal" : "", password);

        var failure = await FailsAsync();

        failure.ShouldStartWith(said);
        failure.ShouldNotContain("wrong");
        (await server.StopAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nobody@council.example", "Hello", true, "The mail server said 550 5.1.1 <n…@council.example>: Recipient address rejected: User unknown")]
    [InlineData("maya@council.example", "Refused", true, "The mail server said 554 5.6.0 Not with these words")]
    [InlineData("later@council.example", "Hello", false, "The mail server said 451 4.7.1 <l…@council.example>: Recipient address rejected: Greylisted")]
    [InlineData("full@council.example", "Hello", false, "localhost said 421 4.3.2 Too many letters, closing the connection")]
    public async Task Send_LetterIsRefused_SaysTheServersWordsWithoutTheAddressAndSendsTheNext(string to, string subject, bool forGood, string said)
    {
        await using var server = await StartAsync(authority.Issue("localhost"));
        await using var post = Post();

        var fault = await Should.ThrowAsync<Exception>(SendAsync(post, to, "letter-1", subject));
        await SendAsync(post, "maya@council.example", "letter-2");

        fault.ShouldBeOfType(forGood ? typeof(UndeliverableException) : typeof(EmailFailedException));
        fault.Message.ShouldBe(said);
        fault.ToString().ShouldNotContain(to, Case.Insensitive);
        (await server.NextAsync()).Source.ShouldContain("letter-2");
        (await server.StopAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_SenderIsRefused_IsTriedAgain()
    {
        await using var server = await StartAsync(authority.Issue("localhost"));
        options.From = "stranger@council.example";

        (await FailsAsync()).ShouldBe("The mail server said 550 5.7.1 <s…@council.example>: Sender address rejected");
    }

    [Fact]
    public async Task Send_NobodyListens_IsTriedAgainAndGoesWhenSomebodyDoes()
    {
        var port = await ClosedPortAsync();
        options.Smtp.Port = port;
        await using var post = Post();
        var fault = await Should.ThrowAsync<EmailFailedException>(SendAsync(post, "maya@council.example", "letter-1"));
        fault.Message.ShouldBe("localhost could not be reached, or broke off: Connection refused");

        await using var server = await StartAsync(authority.Issue("localhost") with { Port = port });
        await SendAsync(post, "maya@council.example", "letter-1", attempt: 2);

        (await server.NextAsync()).Source.ShouldContain("letter-1");
    }

    [Fact]
    public async Task Send_ServerSaysNothing_GivesUpInTime()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        options.Smtp.Port = ((IPEndPoint)silent.LocalEndpoint).Port;
        options.Smtp.Timeout = TimeSpan.FromMilliseconds(300);

        (await FailsAsync()).ShouldBe("localhost gave no answer in time.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_FileOfTheConfigurationIsMissing_SaysWhich(bool password)
    {
        await using var server = await StartAsync(authority.Issue("localhost"));
        (options.Smtp.UserName, options.Smtp.PasswordFile) = ("portal", password ? "/no/such/file" : "");
        options.Smtp.AuthorityFile = password ? authority.File : "/no/such/file";

        (await FailsAsync()).ShouldStartWith($"The file /no/such/file (Email:Smtp:{(password ? "PasswordFile" : "AuthorityFile")}) cannot be read");
    }

    private static DateTimeOffset Day(int year) => new(year, 5, 3, 12, 0, 0, TimeSpan.Zero);

    // A port that was free a moment ago, which another process is very unlikely to be given next.
    private static async Task<int> ClosedPortAsync()
    {
        await using var server = await SmtpServer.StartAsync(new SmtpServerOptions());
        return server.Port;
    }

    private async Task<SmtpServer> StartAsync(SmtpServerOptions server)
    {
        var started = await SmtpServer.StartAsync(server);
        options.Smtp.Port = started.Port;
        return started;
    }

    private SmtpPost Post() => new(options, new Lazy<HandOverJournal>(journal), TimeProvider.System);

    private async Task SendAsync(string to)
    {
        await using var post = Post();
        await SendAsync(post, to, "letter-1");
    }

    private async Task SendAsync(SmtpPost post, string to, string id, string subject = "Hello", int attempt = 1)
    {
        using var message = LetterComposer.Compose(new Letter(to, "", subject, "Text"), id, options, "Staff learning", DateTimeOffset.UtcNow);
        await post.SendAsync(message, new OutboxDelivery(id, id, attempt), CancellationToken.None);
    }

    private async Task<string> FailsAsync() => (await Should.ThrowAsync<EmailFailedException>(SendAsync("maya@council.example"))).Message;
}
