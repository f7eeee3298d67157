using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting.Outgoing;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Settings;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Templates;

namespace LearningDev.Workflows.Activities.Outside;

/// <summary>Tells another system something, by the outbox: after the commit, again until it is answered, and with a key by which the other system knows repetitions.</summary>
internal sealed class WebhookTask(IOutbox outbox, ISettings settings, CaseTexts texts) : IActivity
{
    public string Name => "WebhookTask";

    public string DisplayName => "Call another system";

    public string Description => "Sends what you choose to another system, once it is certain that the case has gone on.";

    public string Category => ActivityCategories.Outside;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("Url", "Address", PropertyKind.Text, "It begins with https://, and its host must be one that the settings of workflows name") { IsRequired = true },
        new("Values", "What is sent", PropertyKind.NamedTexts, "The case’s id and title are sent with it"),
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => Uri.TryCreate(Properties[0].ReadText(record), UriKind.Absolute, out var url) ? url.Host : "";

    public IEnumerable<string> Check(ActivityRecord record, WorkflowDefinition definition) =>
        Uri.TryCreate(Properties[0].ReadText(record), UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0 ? [] : ["The address must begin with https:// and hold no password"];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        var url = context.Text("Url");
        if (!WebhookRules.IsAllowed(url, await settings.GetAsync<WorkflowSettings>(cancellation)))
        {
            throw new ActivityException($"{(Uri.TryCreate(url, UriKind.Absolute, out var wrong) ? wrong.Host : url)} is none of the hosts that workflows may call. An administrator can name it in the settings");
        }

        JsonObject body = new() { ["caseId"] = context.CaseId, ["title"] = context.CaseTitle, ["about"] = context.CorrelationId };
        foreach (var (name, value) in Properties[1].Read(context.Record) as JsonObject ?? [])
        {
            body[name] = await texts.FillAsync(context.State, value?.ToString() ?? "", cancellation);
        }

        await outbox.EnqueueAsync(new WebhookCall(url, body.ToJsonString(PortalJson.Compact)), context.Key("call"), notBeforeUtc: null, cancellation);
        return ActivityResult.Leave("Done");
    }
}

/// <summary>A call of another system.</summary>
internal sealed record WebhookCall(string Url, string Body) : IDescribedMessage
{
    [JsonIgnore]
    public string Description => Uri.TryCreate(Url, UriKind.Absolute, out var url) ? url.Host : "";
}

/// <summary>Says which addresses may be called.</summary>
internal static class WebhookRules
{
    public static bool IsAllowed(string address, WorkflowSettings settings) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0
        && settings.WebhookHosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Makes the calls. Only addresses on the internet are connected to, whatever a host's name means at that moment; redirects are not followed.</summary>
internal sealed class WebhookSender : IOutboxHandler<WebhookCall>, IDisposable
{
    private readonly ISettings settings;
    private readonly HttpClient client;

    public WebhookSender(ISettings settings)
        : this(settings, OutgoingConnections.Handler((_, address) => InternetAddresses.IsPublic(address)))
    {
    }

    internal WebhookSender(ISettings settings, HttpMessageHandler handler)
    {
        this.settings = settings;
        client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(20) };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("LearningDev", null));
    }

    public async Task DeliverAsync(WebhookCall message, OutboxDelivery delivery, CancellationToken cancellation)
    {
        if (!WebhookRules.IsAllowed(message.Url, await settings.GetAsync<WorkflowSettings>(cancellation)))
        {
            throw new UndeliverableException("The host is none of those that workflows may call any more.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, message.Url) { Content = new StringContent(message.Body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", delivery.Id);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var status = (int)answer.StatusCode;
        if (status is >= 300 and < 500 and not 408 and not 425 and not 429)
        {
            throw new UndeliverableException($"The other system answered {status}.");
        }

        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => client.Dispose();
}
