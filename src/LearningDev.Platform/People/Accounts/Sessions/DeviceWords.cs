using System.Net;
using System.Net.Sockets;

namespace LearningDev.Platform.People.Accounts.Sessions;

/// <summary>Says in plain words what a request came from: "Edge on Windows", and about where: "192.0.2.x".</summary>
internal static class DeviceWords
{
    /// <summary>The longest text that is made.</summary>
    public const int Longest = 60;

    // The first that is named decides: every browser says that it is also others.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"),
        ("Chrome/", "Chrome"), ("Chromium/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS X", "a Mac"), ("Linux", "Linux"),
    ];

    /// <summary>The browser and the kind of machine that a user agent names, for example "Chrome on Android".</summary>
    public static string Of(string? userAgent)
    {
        var browser = Find(Browsers, userAgent);
        var system = Find(Systems, userAgent);
        return (browser, system) switch
        {
            (null, null) => "An unknown browser",
            (null, _) => $"A browser on {system}",
            (_, null) => browser,
            _ => $"{browser} on {system}",
        };
    }

    /// <summary>The network that an address belongs to: of IPv4 the first three numbers, of IPv6 the first three groups; empty when there is no address.</summary>
    public static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        return IPAddress.IsLoopback(address) ? "this machine"
            : address.AddressFamily == AddressFamily.InterNetwork ? $"{bytes[0]}.{bytes[1]}.{bytes[2]}.x"
            : $"{bytes[0] << 8 | bytes[1]:x}:{bytes[2] << 8 | bytes[3]:x}:{bytes[4] << 8 | bytes[5]:x}::x";
    }

    private static string? Find((string Mark, string Name)[] known, string? userAgent) =>
        Array.Find(known, candidate => userAgent?.Contains(candidate.Mark, StringComparison.Ordinal) == true).Name;
}
