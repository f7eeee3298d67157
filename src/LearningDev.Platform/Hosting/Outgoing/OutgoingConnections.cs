using System.Net;
using System.Net.Sockets;

namespace LearningDev.Platform.Hosting.Outgoing;

/// <summary>
/// Makes HTTP handlers that connect only to addresses that are allowed. The address that is connected to is the one that was looked at, whatever the name
/// means a moment later; redirects are left to the caller, who must look at each.
/// </summary>
public static class OutgoingConnections
{
    // A name with more addresses than that is tried no longer.
    private const int MostAddresses = 4;

    /// <summary>Makes a handler without cookies, proxy, redirects and decompression.</summary>
    /// <param name="mayConnect">Says of each address that a host's name has whether it may be connected to.</param>
    /// <returns>The handler. A request fails with <see cref="NoAllowedAddressException"/> somewhere inside when a name has no address that is allowed, or none at all.</returns>
    public static SocketsHttpHandler Handler(Func<DnsEndPoint, IPAddress, bool> mayConnect) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        // What is left of an answer that nobody wants is not read.
        MaxResponseDrainSize = 0,
        ConnectCallback = async (context, cancellation) =>
        {
            var addresses = Array.FindAll(await ResolveAsync(context.DnsEndPoint.Host, cancellation), address => mayConnect(context.DnsEndPoint, address));
            for (var at = 0; at < Math.Min(addresses.Length, MostAddresses); at++)
            {
                var socket = new Socket(addresses[at].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(addresses[at], context.DnsEndPoint.Port, cancellation);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch (SocketException) when (at < Math.Min(addresses.Length, MostAddresses) - 1)
                {
                    // Many networks have IPv6 addresses in the DNS and no way to them.
                    socket.Dispose();
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            }

            throw new NoAllowedAddressException(context.DnsEndPoint.Host);
        },
    };

    // A name that does not exist and one of the inside network look the same to whoever asks, so that names cannot be tried out.
    private static async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellation);
        }
        catch (SocketException)
        {
            return [];
        }
    }
}

/// <summary>A host has no address that may be connected to.</summary>
/// <param name="host">The host's name.</param>
public sealed class NoAllowedAddressException(string host) : Exception($"{host} has no address on the internet.");
