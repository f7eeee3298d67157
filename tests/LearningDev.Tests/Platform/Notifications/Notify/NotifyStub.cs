using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LearningDev.Tests.Platform.Notifications.Notify;

/// <summary>
/// GOV.UK Notify as its documentation describes it (docs.notifications.service.gov.uk/rest-api.html), on 127.0.0.1: it looks at the token, refuses what Notify refuses in Notify's
/// words, and knows a message by its reference.
/// </summary>
public sealed class NotifyStub : IAsyncDisposable
{
    public const string ServiceId = "26785a09-ab16-4eb0-8407-a37497a57506";
    public const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    public const string Key = $"portal-{ServiceId}-{Secret}";
    public const string TextTemplate = "f33517ff-2a88-4f6e-b855-c550268ce08a";
    public const string EmailTemplate = "9d751e0e-f929-4891-82a1-a3e1c3c18ee3";
    public const string UnknownTemplate = "00000000-0000-0000-0000-000000000001";

    private readonly Func<DateTimeOffset> clock;
    private readonly ConcurrentQueue<(int Status, string Error, string Message)> failures = [];
    private WebApplication? app;

    public NotifyStub(Func<DateTimeOffset> clock)
    {
        this.clock = clock;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Port = ((IPEndPoint)free.LocalEndpoint).Port;
    }

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>What it has taken, each as often as it was sent.</summary>
    public ConcurrentQueue<NotifyStubMessage> Taken { get; } = [];

    /// <summary>How many requests came, those for looking up too.</summary>
    public int Asked { get; private set; }

    /// <summary>True to take the next message and break off without an answer.</summary>
    public bool LosesNextAnswer { get; set; }

    /// <summary>How long it thinks before it takes a message, and again before it answers.</summary>
    public TimeSpan Thinks { get; set; }

    /// <summary>Has the next request answered with a fault.</summary>
    public void FailNext(int status, string error, string message) => failures.Enqueue((status, error, message));

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Address);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Use(CheckAsync);
        app.MapPost("/v2/notifications/sms", http => TakeAsync(http, "phone_number", TextTemplate, ["message"]));
        app.MapPost("/v2/notifications/email", http => TakeAsync(http, "email_address", EmailTemplate, ["subject", "message"]));
        app.MapGet("/v2/notifications", http => http.Response.WriteAsJsonAsync(new
        {
            notifications = Taken.Where(message => message.Reference == http.Request.Query["reference"]).Select(message => new { id = message.Id, reference = message.Reference, status = "sending" }),
            links = new { current = http.Request.Path.Value },
        }));
        app.MapGet("/v2/template/{id}", (HttpContext http, string id) => id is TextTemplate or EmailTemplate
            ? http.Response.WriteAsJsonAsync(new { id, name = id == TextTemplate ? "Portal text" : "Portal email", version = 1 })
            : RefuseAsync(http, 404, "NoResultFound", "No result found"));
        await app.StartAsync();
    }

    public async Task StopAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
            app = null;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>Why a token is refused; null when it is taken.</summary>
    public static string? Refusal(string token, DateTimeOffset now)
    {
        if (token.Split('.') is not [var header, var claims, var signature])
        {
            return "Invalid token: not a token";
        }

        if (JsonNode.Parse(Decoded(header)) is not JsonObject { } head || (string?)head["alg"] != "HS256" || (string?)head["typ"] != "JWT")
        {
            return "Invalid token: algorithm used is not HS256";
        }

        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.ASCII.GetBytes($"{header}.{claims}"));
        var said = JsonNode.Parse(Decoded(claims))!;
        return !CryptographicOperations.FixedTimeEquals(expected, Decoded(signature)) || (string?)said["iss"] != ServiceId ? "Invalid token: API key not found"
            : Math.Abs((now - DateTimeOffset.FromUnixTimeSeconds((long)said["iat"]!)).TotalSeconds) > 30 ? "Error: Your system clock must be accurate to within 30 seconds"
            : null;
    }

    private static byte[] Decoded(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);

    private async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        Asked++;
        var authorization = http.Request.Headers.Authorization.ToString();
        if (!authorization.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            await RefuseAsync(http, 401, "AuthError", "Unauthorized: authentication token must be provided");
        }
        else if (Refusal(authorization["Bearer ".Length..], clock()) is { } refusal)
        {
            await RefuseAsync(http, 403, "AuthError", refusal);
        }
        else if (failures.TryDequeue(out var failure))
        {
            await RefuseAsync(http, failure.Status, failure.Error, failure.Message);
        }
        else
        {
            await next(http);
        }
    }

    private async Task TakeAsync(HttpContext http, string to, string template, string[] placeholders)
    {
        if (await JsonNode.ParseAsync(http.Request.Body) is not JsonObject body || body[to] is not { } recipient)
        {
            await RefuseAsync(http, 400, "ValidationError", $"{to} is a required property");
            return;
        }

        if ((string?)body["template_id"] != template)
        {
            await RefuseAsync(http, 400, "BadRequestError", "Template not found");
            return;
        }

        var personalisation = body["personalisation"] as JsonObject ?? [];
        if (placeholders.FirstOrDefault(name => personalisation[name] is null) is { } missing)
        {
            await RefuseAsync(http, 400, "BadRequestError", $"Missing personalisation: {missing}");
            return;
        }

        if (to == "phone_number" && !((string)recipient!).StartsWith("+447", StringComparison.Ordinal))
        {
            await RefuseAsync(http, 400, "ValidationError", $"phone_number {recipient} is not a valid phone number");
            return;
        }

        var message = new NotifyStubMessage(
            $"{Guid.NewGuid()}", (string?)body["reference"] ?? "", (string)recipient!, (string?)personalisation["subject"] ?? "", (string)personalisation["message"]!, (string?)body["sms_sender_id"]);
        await Task.Delay(Thinks, CancellationToken.None);
        Taken.Enqueue(message);
        await Task.Delay(Thinks, CancellationToken.None);
        if (LosesNextAnswer)
        {
            LosesNextAnswer = false;
            http.Abort();
            return;
        }

        http.Response.StatusCode = 201;
        await http.Response.WriteAsJsonAsync(new
        {
            id = message.Id,
            reference = message.Reference,
            content = new { body = message.Text, from_number = "PORTAL" },
            uri = $"{Address}/v2/notifications/{message.Id}",
            template = new { id = template, version = 1, uri = $"{Address}/v2/template/{template}" },
        });
    }

    private static Task RefuseAsync(HttpContext http, int status, string error, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(JsonSerializer.Serialize(new { status_code = status, errors = new[] { new { error, message } } }));
    }
}

/// <summary>A message that the stub has taken.</summary>
public sealed record NotifyStubMessage(string Id, string Reference, string To, string Subject, string Text, string? Sender);
