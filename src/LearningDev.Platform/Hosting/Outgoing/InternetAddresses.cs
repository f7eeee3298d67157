using System.Net;
using System.Net.Sockets;

namespace LearningDev.Platform.Hosting.Outgoing;

/// <summary>
/// Tells addresses of the internet at large from those of this machine, of local networks and of what is set aside (RFC 6890), so that nobody can use the
/// portal to reach what only its machine can.
/// </summary>
public static class InternetAddresses
{
    // Virtual addresses of cloud platforms that look public or local, and give out secrets of the machine to whoever asks from it.
    private static readonly HashSet<IPAddress> Metadata =
        [IPAddress.Parse("168.63.129.16"), IPAddress.Parse("169.254.169.254"), IPAddress.Parse("100.100.100.200"), IPAddress.Parse("fd00:ec2::254"), IPAddress.Parse("fd20:ce::254")];

    /// <summary>True for an address of the internet at large.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        if (Metadata.Contains(address))
        {
            return false;
        }

        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // 2000::/3 is the internet, but for Teredo and what else stands below 2001::/23, documentation (2001:db8::/32, 3fff::/20) and 6to4.
            return (bytes[0] & 0xE0) == 0x20 && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] < 2)
                && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && bytes[3] == 0xB8) && !(bytes[0] == 0x20 && bytes[1] == 0x02)
                && !(bytes[0] == 0x3F && bytes[1] == 0xFF && bytes[2] < 0x10);
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

    /// <summary>
    /// True for an address that organisations use inside (RFC 1918, RFC 4193). The machine itself, its link and cloud platforms' own addresses are none.
    /// </summary>
    public static bool IsOfAnOrganisation(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsOfAnOrganisation(address.MapToIPv4());
        }

        var bytes = address.GetAddressBytes();
        return !Metadata.Contains(address) && (address.AddressFamily == AddressFamily.InterNetworkV6
            ? (bytes[0] & 0xFE) == 0xFC
            : (bytes[0], bytes[1]) is (10, _) or (172, >= 16 and <= 31) or (192, 168));
    }
}
