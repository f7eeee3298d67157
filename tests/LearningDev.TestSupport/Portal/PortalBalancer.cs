using System.Collections.Concurrent;
using System.Net;

namespace LearningDev.TestSupport.Portal;

/// <summary>
/// Sends the requests of a client to several nodes in turn, as a load balancer does: a node that refuses a connection is asked no more, and the next one gets the
/// request. What was sent and got no answer fails. Every request is recorded.
/// </summary>
public sealed class PortalBalancer : HttpMessageHandler
{
    private readonly HttpMessageInvoker connections = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
    private readonly ConcurrentQueue<BalancedRequest> requests = new();
    private readonly Uri[] nodes;
    private readonly ConcurrentDictionary<Uri, bool> gone = new();
    private int turn;

    /// <summary>Begins to balance.</summary>
    /// <param name="nodes">Where the nodes answer. They share the cookies, for which a port is no difference.</param>
    public PortalBalancer(params Uri[] nodes)
    {
        this.nodes = nodes;
        Client = new HttpClient(this) { BaseAddress = new Uri("http://127.0.0.1/") };
    }

    /// <summary>A browser that knows the balancer only.</summary>
    public HttpClient Client { get; }

    /// <summary>What was sent so far.</summary>
    public IReadOnlyCollection<BalancedRequest> Requests => requests;

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        while (true)
        {
            var node = Next();
            request.RequestUri = new Uri(node, path);
            var begun = DateTime.UtcNow;
            try
            {
                var answer = await connections.SendAsync(request, cancellationToken);
                await answer.Content.LoadIntoBufferAsync(cancellationToken);
                requests.Enqueue(new BalancedRequest(node, request.Method, path, begun, DateTime.UtcNow, answer.StatusCode, ""));
                return answer;
            }
            catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError)
            {
                gone[node] = true;
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                requests.Enqueue(new BalancedRequest(node, request.Method, path, begun, DateTime.UtcNow, null, broken.Message));
                throw new HttpRequestException($"{node} broke off.", broken);
            }
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connections.Dispose();
        }

        base.Dispose(disposing);
    }

    private Uri Next()
    {
        for (var tried = 0; tried < nodes.Length; tried++)
        {
            var node = nodes[(uint)Interlocked.Increment(ref turn) % nodes.Length];
            if (!gone.ContainsKey(node))
            {
                return node;
            }
        }

        throw new HttpRequestException("No node takes requests.");
    }
}

/// <summary>A request that a <see cref="PortalBalancer"/> has sent.</summary>
/// <param name="Node">Where to.</param>
/// <param name="Method">Its method.</param>
/// <param name="Path">What it asked for.</param>
/// <param name="BegunUtc">When it was sent.</param>
/// <param name="EndedUtc">When its answer was there, or the connection broke.</param>
/// <param name="Status">What was answered; null when the connection broke.</param>
/// <param name="Fault">How it broke; empty when there was an answer.</param>
public sealed record BalancedRequest(Uri Node, HttpMethod Method, string Path, DateTime BegunUtc, DateTime EndedUtc, HttpStatusCode? Status, string Fault);
