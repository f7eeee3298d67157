using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LearningDev.Platform.Outbox;

namespace LearningDev.Platform.Notifications.Notify;

/// <summary>Talks to GOV.UK Notify over its HTTP interface (docs.notifications.service.gov.uk/rest-api.html).</summary>
internal sealed partial class NotifyClient : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly NotifyOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient http;

    public NotifyClient(NotifyOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = options.Timeout };
    }

    /// <summary>Has a message sent.</summary>
    /// <returns>Notify's id of it.</returns>
    /// <exception cref="UndeliverableException">Notify refuses it for good; its words are in the message.</exception>
    /// <exception cref="NotifyFailedException">Notify is not reached, is too busy or has a fault of its own.</exception>
    public async Task<string> SendAsync(NotifyRequest message, CancellationToken cancellation)
    {
        using var answer = await AskAsync(HttpMethod.Post, message.PhoneNumber is null ? "/v2/notifications/email" : "/v2/notifications/sms", message, cancellation);
        return (await ReadAsync<Sent>(answer, cancellation)).Id;
    }

    /// <summary>Looks for a message by the reference that it was sent with.</summary>
    /// <returns>Notify's id of it; null when Notify does not have it.</returns>
    /// <exception cref="UndeliverableException">Notify refuses the request.</exception>
    /// <exception cref="NotifyFailedException">Notify is not reached, is too busy or has a fault of its own.</exception>
    public async Task<string?> FindAsync(string reference, CancellationToken cancellation)
    {
        using var answer = await AskAsync(HttpMethod.Get, $"/v2/notifications?reference={Uri.EscapeDataString(reference)}", null, cancellation);
        return (await ReadAsync<SentList>(answer, cancellation)).Notifications.FirstOrDefault(sent => sent.Reference == reference)?.Id;
    }

    /// <summary>Asks for a template, to find out whether the key and the template's id are right.</summary>
    /// <returns>The template's name.</returns>
    /// <exception cref="UndeliverableException">Notify refuses the key, or does not know the template.</exception>
    /// <exception cref="NotifyFailedException">Notify is not reached, is too busy or has a fault of its own.</exception>
    public async Task<string> TemplateNameAsync(string templateId, CancellationToken cancellation)
    {
        using var answer = await AskAsync(HttpMethod.Get, $"/v2/template/{Uri.EscapeDataString(templateId)}", null, cancellation);
        return (await ReadAsync<Template>(answer, cancellation)).Name ?? "";
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, NotifyRequest? message, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, options.BaseAddress.TrimEnd('/') + path);
        var key = await NotifyOptions.SecretAsync(options.ApiKey, options.ApiKeyFile, "Notify:ApiKeyFile", cancellation);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", NotifyToken.Make(key, time.GetUtcNow()));
        request.Content = message is null ? null : JsonContent.Create(message, options: Json);
        HttpResponseMessage answer;
        try
        {
            answer = await http.SendAsync(request, cancellation);
        }
        catch (HttpRequestException fault)
        {
            throw new NotifyFailedException($"GOV.UK Notify could not be reached, or broke off: {fault.Message}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new NotifyFailedException("GOV.UK Notify gave no answer in time.");
        }

        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            throw await FaultAsync(answer, cancellation);
        }
    }

    private static async Task<Exception> FaultAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var said = $"GOV.UK Notify said {(int)answer.StatusCode} {await ErrorsAsync(answer, cancellation)}".TrimEnd();
        return answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)answer.StatusCode is < 400 or >= 500
            ? new NotifyFailedException(said)
            : new UndeliverableException(said);
    }

    private static async Task<string> ErrorsAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            var refusal = await answer.Content.ReadFromJsonAsync<Refusal>(Json, cancellation);
            return Recipient().Replace(string.Join("; ", (refusal?.Errors ?? []).Select(error => $"{error.Error}: {error.Message}")), "…");
        }
        catch (Exception fault) when (fault is JsonException or HttpRequestException or NotSupportedException)
        {
            // What stands between the portal and Notify may answer in its own words.
            return answer.ReasonPhrase ?? "";
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancellation) where T : class
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<T>(Json, cancellation) ?? throw new JsonException("It is null.");
        }
        catch (Exception fault) when (fault is JsonException or HttpRequestException or NotSupportedException)
        {
            throw new NotifyFailedException($"GOV.UK Notify gave an answer that cannot be read: {fault.Message}");
        }
    }

    // What administrators and the log read of a fault holds no telephone number and no address.
    [GeneratedRegex(@"\+?\d[\d ]{8,}\d|[^\s@<>]+@[^\s@<>]+")]
    private static partial Regex Recipient();

    private sealed record Sent([property: JsonRequired] string Id, string? Reference);

    private sealed record SentList([property: JsonRequired] IReadOnlyList<Sent> Notifications);

    private sealed record Template(string? Name);

    private sealed record Refusal(IReadOnlyList<RefusalError>? Errors);

    private sealed record RefusalError(string? Error, string? Message);
}

/// <summary>A message as GOV.UK Notify is asked to send it.</summary>
/// <param name="TemplateId">The id of the template.</param>
/// <param name="Reference">By which the portal finds it again.</param>
/// <param name="Personalisation">What the template's placeholders stand for.</param>
internal sealed record NotifyRequest(string TemplateId, string Reference, IReadOnlyDictionary<string, string> Personalisation)
{
    public string? PhoneNumber { get; init; }

    public string? SmsSenderId { get; init; }

    public string? EmailAddress { get; init; }

    public string? EmailReplyToId { get; init; }
}
