using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>
/// Fetches files for recipes over HTTPS: only from hosts that the operator has listed, never from private addresses, and only so much and so long.
/// </summary>
internal sealed class RemoteFiles : IDisposable
{
    private const int MostRedirects = 3;

    private readonly HttpClient client;

    public RemoteFiles()
        : this(PublicAddressesOnly())
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
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or UriFormatException)
        {
            throw new RecipeException($"{address} could not be fetched. {fault.Message}", fault);
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>True for an address of the internet at large; false for the machine itself, local networks, and what is set aside (RFC 6890).</summary>
    internal static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // 2000::/3 is the internet, but for Teredo, documentation, 6to4 and what else stands below 2001::/23.
            return (bytes[0] & 0xE0) == 0x20 && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] < 2)
                && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && bytes[3] == 0xB8) && !(bytes[0] == 0x20 && bytes[1] == 0x02);
        }

        return (bytes[0], bytes[1], bytes[2]) switch
        {
            (0 or 10 or 127 or >= 224, _, _) => false,
            (100, >= 64 and <= 127, _) => false,
            (169, 254, _) => false,
            (172, >= 16 and <= 31, _) => false,
            (192, 168, _) or (192, 0, 0 or 2) or (192, 88, 99) => false,
            (198, 18 or 19, _) or (198, 51, 100) or (203, 0, 113) => false,
            _ => true,
        };
    }

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

    // The address that is connected to is the one that was looked at, whatever the name means a moment later.
    private static SocketsHttpHandler PublicAddressesOnly() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = async (context, cancellation) =>
        {
            var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
            var chosen = Array.Find(addresses, IsPublic)
                ?? throw new HttpRequestException($"{context.DnsEndPoint.Host} has no address on the internet.");
            var socket = new Socket(chosen.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(chosen, context.DnsEndPoint.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
