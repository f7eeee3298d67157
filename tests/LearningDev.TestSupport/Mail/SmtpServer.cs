using System.Text.Json;
using System.Threading.Channels;
using LearningDev.TestSupport.Machine;

namespace LearningDev.TestSupport.Mail;

/// <summary>
/// A mail server (smtp-server) on 127.0.0.1 that encrypts, asks for an account, and refuses: letters to <c>nobody@</c> for good (550), to <c>later@</c> for now
/// (451), to <c>full@</c> with the end of the connection (421), from <c>stranger@</c> (550), and with the subject "Refused" (554).
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly NodeServer server;
    private readonly Channel<SmtpServerLetter> letters;

    private SmtpServer(NodeServer server, int port, Channel<SmtpServerLetter> letters)
    {
        this.server = server;
        this.letters = letters;
        Port = port;
    }

    /// <summary>The port that it listens on.</summary>
    public int Port { get; }

    /// <summary>A port of this machine that nobody uses, for a server that is started later.</summary>
    public static int FreePort() => NodeServer.FreePort();

    /// <summary>Starts a server.</summary>
    /// <param name="options">How it encrypts and whom it lets in.</param>
    /// <exception cref="CommandFailedException">Node.js or its packages are missing.</exception>
    public static async Task<SmtpServer> StartAsync(SmtpServerOptions options)
    {
        var letters = Channel.CreateUnbounded<SmtpServerLetter>();
        var port = 0;
        var server = await NodeServer.StartAsync("smtp-server.mjs", [JsonSerializer.Serialize(options.ToScript(), CamelCase)], line =>
        {
            if (port == 0)
            {
                port = JsonDocument.Parse(line).RootElement.GetProperty("port").GetInt32();
            }
            else
            {
                letters.Writer.TryWrite(JsonSerializer.Deserialize<SmtpServerLetter>(line, CamelCase)!);
            }
        });
        return new SmtpServer(server, port, letters);
    }

    /// <summary>Waits for the next letter that it has taken.</summary>
    public async Task<SmtpServerLetter> NextAsync() => await letters.Reader.ReadAsync().AsTask().WaitAsync(LongestWait);

    /// <summary>Stops the server.</summary>
    /// <returns>The letters that it has taken and nobody has asked for.</returns>
    public async Task<IReadOnlyList<SmtpServerLetter>> StopAsync()
    {
        await server.DisposeAsync();
        letters.Writer.TryComplete();
        return await letters.Reader.ReadAllAsync().ToListAsync();
    }

    /// <summary>Stops the server.</summary>
    public ValueTask DisposeAsync() => server.DisposeAsync();
}

/// <summary>How an <see cref="SmtpServer"/> encrypts and whom it lets in.</summary>
/// <param name="CertificateFile">Its certificate, PEM; null for one that nobody knows.</param>
/// <param name="KeyFile">The certificate's key, PEM.</param>
/// <param name="FromTheFirstByte">True for TLS without STARTTLS.</param>
/// <param name="OffersStartTls">False to offer no encryption.</param>
/// <param name="User">The account that it asks for; null for none.</param>
/// <param name="Password">The account's password.</param>
/// <param name="Port">The port to listen on; 0 for any.</param>
public sealed record SmtpServerOptions(
    string? CertificateFile = null, string? KeyFile = null, bool FromTheFirstByte = false, bool OffersStartTls = true, string? User = null, string? Password = null,
    int Port = 0)
{
    internal object ToScript() => new
    {
        Port,
        Secure = FromTheFirstByte,
        Key = KeyFile,
        Cert = CertificateFile,
        User,
        Password,
        hideSTARTTLS = !OffersStartTls,
    };
}

/// <summary>A letter that has come.</summary>
/// <param name="Source">All of it, with its headers.</param>
/// <param name="Encrypted">True when it came over TLS.</param>
/// <param name="User">Who was signed in; empty for nobody.</param>
/// <param name="Connections">How many connections there had been.</param>
public sealed record SmtpServerLetter(string Source, bool Encrypted, string User, int Connections);
