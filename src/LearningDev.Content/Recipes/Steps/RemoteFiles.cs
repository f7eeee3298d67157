using System.Net.Http.Headers;
using System.Net.Sockets;
using LearningDev.Platform.Hosting.Outgoing;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>
/// Fetches files for recipes over HTTPS: only from hosts that the operator has listed, never from private addresses, and only so much and so long.
/// </summary>
internal sealed class RemoteFiles : IDisposable
{
    private const int MostRedirects = 3;

    private readonly HttpClient client;

    public RemoteFiles()
        : this(OutgoingConnections.Handler((_, address) => InternetAddresses.IsPublic(address)))
    {
    }

    internal RemoteFiles(HttpMessageHandler handler)
    {
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("LearningDev", null));
    }

    /// <summary>Fetches a file.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="limits">The hosts that are allowed, and how long it may take.</param>
    /// <param name="mostBytes">How large it may be.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecipeException">The address is not allowed, or there is no such file to be had.</exception>
    public async Task<byte[]> FetchAsync(string address, RecipeLimits limits, long mostBytes, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(limits.RemoteSeconds));
        try
        {
            var next = Allowed(address, limits);
            for (var redirects = 0; ; redirects++)
            {
                using var answer = await client.GetAsync(next, HttpCompletionOption.ResponseHeadersRead, limit.Token);
                if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location && redirects < MostRedirects)
                {
                    next = Allowed(new Uri(next, location).ToString(), limits);
                    continue;
                }

                return answer.IsSuccessStatusCode
                    ? await ReadAsync(answer, address, mostBytes, limit.Token)
                    : throw new RecipeException($"{address} answered {(int)answer.StatusCode}.");
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new RecipeException($"{address} took longer than {limits.RemoteSeconds} seconds.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or UriFormatException or NoAllowedAddressException)
        {
            throw new RecipeException($"{address} could not be fetched. {(fault.GetBaseException() is NoAllowedAddressException none ? none.Message : fault.Message)}", fault);
        }
    }

    public void Dispose() => client.Dispose();

    private static Uri Allowed(string address, RecipeLimits limits)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.UserInfo.Length > 0)
        {
            throw new RecipeException($"{address} is no address that begins with https://.");
        }

        return limits.RemoteHosts.Contains(uri.IdnHost, StringComparer.OrdinalIgnoreCase)
            ? uri
            : throw new RecipeException($"Files may not be fetched from {uri.Host}, because Recipes:RemoteHosts does not list it.");
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage answer, string address, long mostBytes, CancellationToken cancellation)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var read = await stream.ReadAsync(buffer, cancellation); read > 0; read = await stream.ReadAsync(buffer, cancellation))
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > mostBytes)
            {
                throw new RecipeException($"{address} is larger than {mostBytes / 1024 / 1024}MB.");
            }
        }

        return bytes.ToArray();
    }
}
