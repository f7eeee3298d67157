using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using LearningDev.Platform.Outbox;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace LearningDev.Platform.Email;

/// <summary>Hands letters to the mail server, one after the other over one connection, which it keeps for a few seconds.</summary>
internal sealed class SmtpPost(EmailOptions options, Lazy<HandOverJournal> journal, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim turn = new(1, 1);
    private SmtpClient? client;
    private ITimer? closing;
    private DateTimeOffset lastUsed;

    /// <summary>Hands a letter over, unless it was handed over at an earlier attempt that a kill has ended.</summary>
    /// <exception cref="UndeliverableException">The server refuses the letter or its recipient for good (RFC 5321: 5yz).</exception>
    /// <exception cref="DeliveryInDoubtException">An earlier attempt was ended by a kill after the server had been given the letter.</exception>
    /// <exception cref="EmailFailedException">The server is not reached, or refuses for now; what it said is in the message.</exception>
    public async Task SendAsync(MimeMessage message, OutboxDelivery delivery, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Smtp.Timeout);
        try
        {
            switch (journal.Value.Earlier(delivery.Id, delivery.Attempt))
            {
                case HandOverStage.Accepted:
                    return;
                case HandOverStage.Giving or HandOverStage.Given:
                    throw new DeliveryInDoubtException(
                        "The portal was killed in the moment in which it gave this letter to the mail server, before the server answered. It has very probably arrived.");
                default:
                    await HandOverAsync(message, delivery, limit.Token);
                    break;
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (closing is not null)
        {
            await closing.DisposeAsync();
        }

        await CloseAsync();
        turn.Dispose();
    }

    private async Task HandOverAsync(MimeMessage message, OutboxDelivery delivery, CancellationToken cancellation)
    {
        try
        {
            journal.Value.Begin(delivery.Id, delivery.Attempt);
            var connected = await ConnectAsync(cancellation);
            await connected.SendAsync(message, cancellation);
            lastUsed = time.GetUtcNow();
            closing ??= TimeProvider.System.CreateTimer(_ => _ = CloseIdleAsync(), null, Kept, Kept);
        }
        catch (SmtpCommandException refused)
        {
            journal.Value.Note(HandOverStage.None);
            var said = $"The mail server said {(int)refused.StatusCode} {refused.Message}";
            throw (int)refused.StatusCode is >= 500 and < 600 ? new UndeliverableException(said, refused) : new EmailFailedException(said, refused);
        }
        catch (Exception fault) when (fault is IOException or SocketException or SslHandshakeException or AuthenticationException or ProtocolException
            or NotSupportedException or ServiceNotConnectedException or OperationCanceledException)
        {
            // The process lives, so this attempt is known to have failed: the letter is the portal's until the server says that it has it (RFC 5321, 4.2.5).
            journal.Value.Note(HandOverStage.None);
            await CloseAsync();
            throw new EmailFailedException(Explain(fault), fault);
        }
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellation)
    {
        if (client is { IsConnected: true })
        {
            if (time.GetUtcNow() - lastUsed < TimeSpan.FromSeconds(2))
            {
                return client;
            }

            try
            {
                await client.NoOpAsync(cancellation);
                return client;
            }
            catch (Exception fault) when (fault is IOException or ProtocolException or CommandException)
            {
                // The server has closed the connection meanwhile.
            }
        }

        await CloseAsync();
        var smtp = options.Smtp;
        var listener = new HandOverLog(journal.Value);
        client = new SmtpClient(listener) { Timeout = (int)smtp.Timeout.TotalMilliseconds, CheckCertificateRevocation = false };
        if (smtp.AuthorityFile.Length > 0)
        {
            client.ServerCertificateValidationCallback = (_, certificate, chain, errors) => IsTrusted(certificate, chain, errors);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var connection = new HandOverStream(await OpenAsync(socket, smtp, cancellation), listener);
        await client.ConnectAsync(connection, smtp.Host, smtp.UsedPort, smtp.Security switch
        {
            SmtpSecurity.None => SecureSocketOptions.None,
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        }, cancellation);
        // BDAT has another end than DATA, which the journal does not know.
        client.Capabilities &= ~(SmtpCapabilities.Chunking | SmtpCapabilities.BinaryMime);
        if (smtp.UserName.Length > 0)
        {
            await client.AuthenticateAsync(smtp.UserName, await PasswordAsync(cancellation), cancellation);
        }

        return client;
    }

    private static async Task<NetworkStream> OpenAsync(Socket socket, SmtpOptions smtp, CancellationToken cancellation)
    {
        try
        {
            await socket.ConnectAsync(smtp.Host, smtp.UsedPort, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<string> PasswordAsync(CancellationToken cancellation) =>
        options.Smtp is { Password.Length: 0, PasswordFile.Length: > 0 } smtp
            ? (await File.ReadAllTextAsync(smtp.PasswordFile, cancellation)).Trim()
            : options.Smtp.Password;

    private bool IsTrusted(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 presented)
        {
            return false;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.ImportFromPemFile(options.Smtp.AuthorityFile);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (chain is not null)
        {
            own.ChainPolicy.ExtraStore.AddRange(chain.ChainElements.Select(element => element.Certificate).ToArray());
        }

        return own.Build(presented);
    }

    private async Task CloseIdleAsync()
    {
        if (!await turn.WaitAsync(0))
        {
            return;
        }

        try
        {
            if (time.GetUtcNow() - lastUsed >= Kept)
            {
                await CloseAsync();
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task CloseAsync()
    {
        var closed = client;
        client = null;
        if (closed is null)
        {
            return;
        }

        try
        {
            await closed.DisconnectAsync(quit: true);
        }
        catch (Exception fault) when (fault is IOException or SocketException or ProtocolException)
        {
            // It is closed either way.
        }
        finally
        {
            closed.Dispose();
        }
    }

    private string Explain(Exception fault) => fault switch
    {
        SslHandshakeException => $"The certificate of {options.Smtp.Host} is not trusted, or the connection could not be encrypted: {fault.Message}",
        NotSupportedException => $"{options.Smtp.Host} does not offer what the configuration asks for: {fault.Message}",
        AuthenticationException => $"{options.Smtp.Host} refused the account: {fault.Message}",
        OperationCanceledException => $"{options.Smtp.Host} gave no answer in time.",
        _ => $"{options.Smtp.Host} could not be reached, or broke off: {fault.Message}",
    };
}

/// <summary>A letter could not be handed over now; it is tried again.</summary>
/// <param name="message">What went wrong, as an administrator reads it.</param>
/// <param name="inner">The cause.</param>
internal sealed class EmailFailedException(string message, Exception inner) : Exception(message, inner);
