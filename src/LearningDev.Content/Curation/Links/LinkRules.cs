using System.Net;
using LearningDev.Platform.Hosting.Outgoing;

namespace LearningDev.Content.Curation.Links;

/// <summary>
/// Says which addresses may be asked, so that checking links is no way to look into the inside network: the address as it is written here, and what it
/// resolves to at the moment of connecting.
/// </summary>
internal sealed class LinkRules(LinkSettings settings, LinkOptions options)
{
    /// <summary>The longest address that is kept and checked.</summary>
    public const int MaximumLength = 2000;

    private static readonly int[] UsualPorts = [80, 443, 8080, 8443];

    private readonly HashSet<string> intranet = new(settings.IntranetHosts, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> trusted = new(options.TrustedEndpoints, StringComparer.OrdinalIgnoreCase);

    public LinkSettings Settings => settings;

    /// <summary>Why an address may not be asked, as an editor reads it; null when it may, as far as it can be told before the name is looked up.</summary>
    public string? WhyNot(Uri address) =>
        !address.IsAbsoluteUri || address.Scheme is not ("http" or "https") ? "Only addresses that begin with https:// or http:// are checked"
        : address.UserInfo.Length > 0 ? "It holds a user name or password. Take that out"
        : trusted.Contains($"{address.IdnHost}:{address.Port}") ? null
        : !UsualPorts.Contains(address.Port) ? $"The port {address.Port} is none of those that websites use"
        : IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var literal) ? MayConnect(address.IdnHost, address.Port, literal) ? null : Inside
        : !address.IdnHost.Contains('.', StringComparison.Ordinal) && !intranet.Contains(address.IdnHost) ? Inside
        : null;

    /// <summary>True when a host may be connected to at an address.</summary>
    public bool MayConnect(string host, int port, IPAddress address) =>
        InternetAddresses.IsPublic(address)
        || (intranet.Contains(host.Trim('[', ']')) && InternetAddresses.IsOfAnOrganisation(address))
        || trusted.Contains($"{host}:{port}");

    private static string Inside => "It is inside a network. An administrator can name the council’s own hosts in the settings";
}
