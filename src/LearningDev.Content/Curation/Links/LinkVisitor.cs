using System.Net;
using LearningDev.Platform.Hosting.Outgoing;

namespace LearningDev.Content.Curation.Links;

/// <summary>Asks a site whether a link still leads somewhere. Nothing of what it answers is kept but its status; no body is read.</summary>
internal sealed class LinkVisitor : IDisposable
{
    private const int MostRedirects = 8;
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(7);

    private readonly LinkRules rules;
    private readonly TimeProvider time;
    private readonly HttpClient client;

    public LinkVisitor(LinkRules rules, TimeProvider time)
    {
        this.rules = rules;
        this.time = time;
        var handler = OutgoingConnections.Handler((host, address) => rules.MayConnect(host.Host, host.Port, address));
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", rules.Settings.UserAgent);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "*/*");
    }

    /// <summary>Asks for the address, by HEAD, and by GET where that does not do; follows redirects, each of which must be allowed itself.</summary>
    public async Task<LinkAnswer> VisitAsync(string address, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(rules.Settings.TimeoutSeconds));
        try
        {
            return Uri.TryCreate(address, UriKind.Absolute, out var first)
                ? await FollowAsync(first, limit.Token)
                : new LinkAnswer(LinkVerdict.Refused, "It is no web address");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new LinkAnswer(LinkVerdict.Fails, $"There was no answer within {rules.Settings.TimeoutSeconds} seconds");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or NoAllowedAddressException or UriFormatException)
        {
            return new LinkAnswer(LinkVerdict.Fails, Words(fault));
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<LinkAnswer> FollowAsync(Uri first, CancellationToken cancellation)
    {
        var at = first;
        var isPermanent = true;
        string? moved = null;
        for (var redirects = 0; ; redirects++)
        {
            if (rules.WhyNot(at) is { } reason)
            {
                return new LinkAnswer(LinkVerdict.Refused, redirects == 0 ? reason : $"It leads on to an address that is not asked. {reason}");
            }

            using var answer = await AskAsync(at, cancellation);
            if (answer.Headers.Location is not { } location || (int)answer.StatusCode is < 300 or >= 400 or 304)
            {
                return Judge(answer, moved);
            }

            if (redirects == MostRedirects)
            {
                return new LinkAnswer(LinkVerdict.Fails, "It leads from one address to the next without end", (int)answer.StatusCode);
            }

            at = new Uri(at, location);
            isPermanent &= answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            moved = isPermanent ? at.AbsoluteUri : moved;
        }
    }

    private async Task<HttpResponseMessage> AskAsync(Uri address, CancellationToken cancellation)
    {
        var head = await SendAsync(HttpMethod.Head, address, cancellation);
        if (head is not null && ((int)head.StatusCode < 400 || head.StatusCode == HttpStatusCode.TooManyRequests))
        {
            return head;
        }

        // Some sites know no HEAD, or answer it with anything but the truth.
        head?.Dispose();
        return (await SendAsync(HttpMethod.Get, address, cancellation))!;
    }

    private async Task<HttpResponseMessage?> SendAsync(HttpMethod method, Uri address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, address);
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException fault) when (method == HttpMethod.Head && fault.HttpRequestError is HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded)
        {
            return null;
        }
    }

    private LinkAnswer Judge(HttpResponseMessage answer, string? moved)
    {
        var status = (int)answer.StatusCode;
        TimeSpan? wait = answer.Headers.RetryAfter is not { } after ? null : after.Delta ?? (after.Date - time.GetUtcNow());
        return status switch
        {
            429 => new LinkAnswer(LinkVerdict.Later, "The site asks to be left alone for a while", status) { Wait = Bounded(wait ?? TimeSpan.FromDays(1)) },
            503 when wait is { } pause => new LinkAnswer(LinkVerdict.Later, "The site is closed for a while", status) { Wait = Bounded(pause) },
            >= 200 and < 400 => new LinkAnswer(LinkVerdict.Works, "", status) { MovedTo = moved is { Length: <= LinkRules.MaximumLength } ? moved : null },
            401 or 403 or 407 or 451 => new LinkAnswer(LinkVerdict.Works, "It is there, but not open to the portal: one must sign in, or the site turns programs away", status),
            404 => new LinkAnswer(LinkVerdict.Fails, "The page is not there any more", status),
            410 => new LinkAnswer(LinkVerdict.Fails, "The page has been taken away for good", status),
            >= 500 => new LinkAnswer(LinkVerdict.Fails, "The site has a fault", status),
            _ => new LinkAnswer(LinkVerdict.Fails, "The site refuses the request", status),
        };
    }

    private static TimeSpan Bounded(TimeSpan wait) => wait < TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : wait > LongestWait ? LongestWait : wait;

    // What a fault says of the network, ports and addresses is nobody's business.
    private static string Words(Exception fault) => fault switch
    {
        _ when fault is NoAllowedAddressException || fault.GetBaseException() is NoAllowedAddressException =>
            "The site has no address on the internet. If it is the council’s own, an administrator can name it in the settings",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "The site’s certificate is not right, so browsers warn of it",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => "The site cannot be reached",
        _ => "The site’s answer cannot be understood",
    };
}

/// <summary>What a visit has shown.</summary>
internal enum LinkVerdict
{
    Works,
    Fails,

    /// <summary>The site asks to be asked again later, which says nothing of the link.</summary>
    Later,

    /// <summary>It may not be asked.</summary>
    Refused,
}

/// <summary>What came of a visit.</summary>
/// <param name="Verdict">What it means.</param>
/// <param name="Problem">What is wrong, as an editor reads it, without a full stop; empty when nothing is.</param>
/// <param name="Status">The status that the site answered with (RFC 9110, section 15); null when it did not answer.</param>
internal sealed record LinkAnswer(LinkVerdict Verdict, string Problem, int? Status = null)
{
    /// <summary>Where the site says the page has moved for good; null when it has not.</summary>
    public string? MovedTo { get; init; }

    /// <summary>How long to wait before asking again.</summary>
    public TimeSpan Wait { get; init; }
}
