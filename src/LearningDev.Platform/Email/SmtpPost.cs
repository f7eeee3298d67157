using System.Net.Sockets;
using System.Security.Cryptography;
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
        journal.Value.Begin(delivery.Id, delivery.Attempt);
        MailServerCertificate? certificate = null;
        var connected = false;
        try
        {
            if (!await IsStillConnectedAsync(cancellation))
            {
                await CloseAsync();
                certificate = new MailServerCertificate(options.Smtp.Host, await AuthoritiesAsync(cancellation));
                await ConnectAsync(certificate, await PasswordAsync(cancellation), cancellation);
            }

            connected = true;
            await client!.SendAsync(message, cancellation);
            lastUsed = time.GetUtcNow();
            closing ??= TimeProvider.System.CreateTimer(_ => _ = CloseIdleAsync(), null, Kept, Kept);
        }
        catch (SmtpCommandException refused) when (connected && refused.StatusCode != SmtpStatusCode.ServiceNotAvailable)
        {
            journal.Value.Note(HandOverStage.None);
            throw SmtpFaults.OfLetter(refused);
        }
        catch (Exception fault) when (fault is IOException or SocketException or SslHandshakeException or AuthenticationException or ProtocolException or CommandException
            or NotSupportedException or ServiceNotConnectedException or ServiceNotAuthenticatedException or OperationCanceledException)
        {
            // The process lives, so this attempt is known to have failed: the letter is the portal's until the server says that it has it (RFC 5321, 4.2.5).
            journal.Value.Note(HandOverStage.None);
            await CloseAsync();
            throw SmtpFaults.OfConnection(fault, options.Smtp, certificate);
        }
    }

    private async Task<bool> IsStillConnectedAsync(CancellationToken cancellation)
    {
        if (client is not { IsConnected: true })
        {
            return false;
        }

        if (time.GetUtcNow() - lastUsed < TimeSpan.FromSeconds(2))
        {
            return true;
        }

        try
        {
            await client.NoOpAsync(cancellation);
            return true;
        }
        catch (Exception fault) when (fault is IOException or ProtocolException or CommandException)
        {
            // The server has closed the connection meanwhile.
            return false;
        }
    }

    private async Task ConnectAsync(MailServerCertificate certificate, string password, CancellationToken cancellation)
    {
        var smtp = options.Smtp;
        var listener = new HandOverLog(journal.Value);
        client = new SmtpClient(listener)
        {
            Timeout = (int)smtp.Timeout.TotalMilliseconds,
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = certificate.IsTrusted,
        };
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
            await client.AuthenticateAsync(smtp.UserName, password, cancellation);
        }
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
            ? (await ReadAsync("Email:Smtp:PasswordFile", smtp.PasswordFile, cancellation)).Trim()
            : options.Smtp.Password;

    // Read for each connection, so that a file that has been changed counts without a new start.
    private async Task<X509Certificate2Collection> AuthoritiesAsync(CancellationToken cancellation)
    {
        X509Certificate2Collection authorities = [];
        if (options.Smtp.AuthorityFile is { Length: > 0 } file)
        {
            try
            {
                authorities.ImportFromPem(await ReadAsync("Email:Smtp:AuthorityFile", file, cancellation));
            }
            catch (CryptographicException fault)
            {
                throw new EmailFailedException($"The file {file} (Email:Smtp:AuthorityFile) cannot be read: {fault.Message}");
            }
        }

        return authorities;
    }

    private static async Task<string> ReadAsync(string setting, string file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new EmailFailedException($"The file {file} ({setting}) cannot be read: {fault.Message}");
        }
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
}
