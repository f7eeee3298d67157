using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LearningDev.TestSupport.Mail;

/// <summary>A mail server (maildev) on 127.0.0.1 that keeps every letter it gets, as often as it gets it.</summary>
public sealed class MailDev : IAsyncDisposable
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    private readonly NodeServer server;
    private readonly HttpClient web;
    private readonly DirectoryInfo folder;

    private MailDev(NodeServer server, int port, HttpClient web, DirectoryInfo folder)
    {
        this.server = server;
        this.web = web;
        this.folder = folder;
        Port = port;
    }

    /// <summary>The port of SMTP.</summary>
    public int Port { get; }

    /// <summary>Starts a server.</summary>
    /// <exception cref="Machine.CommandFailedException">Node.js or its packages are missing.</exception>
    public static async Task<MailDev> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("learningdev-maildev-");
        var (smtp, web) = (NodeServer.FreePort(), NodeServer.FreePort());
        var server = await NodeServer.StartAsync("maildev.mjs", [$"{smtp}", $"{web}", folder.FullName], _ => { });
        return new MailDev(server, smtp, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{web}/") }, folder);
    }

    /// <summary>The settings of a portal that sends its letters here.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Email:Smtp:Host"] = "127.0.0.1",
        ["Email:Smtp:Port"] = $"{Port}",
        ["Email:Smtp:Security"] = "None",
        ["Email:From"] = "learning@council.example",
    };

    /// <summary>Every letter that has come, in order.</summary>
    public async Task<IReadOnlyList<MailDevLetter>> LettersAsync() =>
        await web.GetFromJsonAsync<List<MailDevLetter>>("email", CamelCase) ?? [];

    /// <summary>Stops the server and deletes what it has kept.</summary>
    public async ValueTask DisposeAsync()
    {
        web.Dispose();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>A letter that has come.</summary>
/// <param name="MessageId">Its Message-ID, without brackets.</param>
/// <param name="Subject">Its subject, decoded.</param>
/// <param name="Text">Its text, decoded.</param>
/// <param name="To">Whom it is to.</param>
/// <param name="Source">The file that holds it.</param>
public sealed record MailDevLetter(
    string MessageId, string Subject, string Text, [property: JsonPropertyName("to")] IReadOnlyList<MailDevAddress> To, string Source);

/// <summary>An address of a letter.</summary>
/// <param name="Address">The address.</param>
/// <param name="Name">The name.</param>
public sealed record MailDevAddress(string Address, string Name);
