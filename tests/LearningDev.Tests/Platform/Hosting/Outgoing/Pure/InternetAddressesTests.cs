using System.Net;
using System.Net.Sockets;
using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.Hosting.Outgoing;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Hosting.Outgoing.Pure;

[Requirement("CMS-04")]
public class InternetAddressesTests
{
    // The special-purpose registries of IANA (RFC 6890) and what cloud platforms give out secrets at.
    private static readonly string[] SetAside =
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
        "::/128", "::1/128", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7",
        "fe80::/10", "fec0::/10", "ff00::/8",
    ];

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("2a00:1450::1", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("255.255.255.255", false)]
    public void IsPublic_Address_SaysWhetherItIsOfTheInternet(string address, bool isPublic) => InternetAddresses.IsPublic(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Fact]
    public void IsPublic_AnyAddressThatIsSetAside_IsFalse() => Prop.ForAll(Inside(SetAside).ToArbitrary(), address =>
        !InternetAddresses.IsPublic(address)
        && (address.AddressFamily != AddressFamily.InterNetwork || !InternetAddresses.IsPublic(address.MapToIPv6()))).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void IsOfAnOrganisation_AnyAddress_IsPrivateAndNothingElse() => Prop.ForAll(
        Gen.OneOf(Inside(SetAside), Inside(["0.0.0.0/0", "::/0"])).ToArbitrary(), address =>
            InternetAddresses.IsOfAnOrganisation(address)
                == (Networks(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]).Any(network => network.Contains(address))
                    && address.ToString() is not ("fd00:ec2::254" or "fd20:ce::254"))
            && !(InternetAddresses.IsOfAnOrganisation(address) && InternetAddresses.IsPublic(address))).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("100.64.0.1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("::ffff:127.0.0.1")]
    public void IsOfAnOrganisation_MachineLinkAndMetadata_IsFalse(string address) => InternetAddresses.IsOfAnOrganisation(IPAddress.Parse(address)).ShouldBeFalse();

    private static IEnumerable<IPNetwork> Networks(IEnumerable<string> networks) => networks.Select(network => IPNetwork.Parse(network));

    private static Gen<IPAddress> Inside(IEnumerable<string> networks) =>
        from network in Gen.Elements(Networks(networks).ToArray())
        from random in Gen.ArrayOf(Gen.Choose(0, 255), 16)
        select Inside(network, random);

    private static IPAddress Inside(IPNetwork network, int[] random)
    {
        var bytes = network.BaseAddress.GetAddressBytes();
        for (var bit = network.PrefixLength; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] |= (byte)(random[bit / 8] & (0x80 >> (bit % 8)));
        }

        return new IPAddress(bytes);
    }
}
