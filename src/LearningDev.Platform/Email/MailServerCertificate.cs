using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LearningDev.Platform.Ui;

namespace LearningDev.Platform.Email;

/// <summary>Looks at the certificate that the mail server shows for one connection, and says in words what is wrong with it.</summary>
/// <param name="host">The name that the configuration gives the server.</param>
/// <param name="authorities">Certificate authorities that are trusted beside those of the machine.</param>
internal sealed class MailServerCertificate(string host, X509Certificate2Collection authorities)
{
    // id-kp-serverAuth (RFC 5280, 4.2.1.12)
    private static readonly Oid ForServers = new("1.3.6.1.5.5.7.3.1");

    /// <summary>Why the certificate was refused, as an administrator reads it; null when it was not.</summary>
    public string? Objection { get; private set; }

    /// <summary>The callback of <see cref="SslStream"/>.</summary>
    public bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Objection = errors == SslPolicyErrors.None ? null
            : certificate is not X509Certificate2 shown ? $"{host} showed no certificate."
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? $"The certificate of {host} is for {NamesIn(shown)}, not for {host}."
            : ObjectionTo(shown, chain);
        return Objection is null;
    }

    private string? ObjectionTo(X509Certificate2 shown, X509Chain? machines)
    {
        using var own = new X509Chain();
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.ApplicationPolicy.Add(ForServers);
        foreach (var element in machines?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            own.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        if (authorities.Count > 0)
        {
            own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            own.ChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        return own.Build(shown) ? null : Objections(shown, own);
    }

    private string Objections(X509Certificate2 shown, X509Chain chain)
    {
        var now = DateTime.Now;
        var faults = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
        return now > shown.NotAfter ? $"The certificate of {host} ended on {Day(shown.NotAfter)}."
            : now < shown.NotBefore ? $"The certificate of {host} begins only on {Day(shown.NotBefore)}."
            : (faults & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0
                ? $"The certificate of {host} is not trusted: neither this machine nor Email:Smtp:AuthorityFile knows who issued it, \"{shown.GetNameInfo(X509NameType.SimpleName, forIssuer: true)}\"."
            : $"The certificate of {host} is not trusted: {string.Join(" ", chain.ChainStatus.Select(status => status.StatusInformation.Trim()))}";
    }

    // As of the machine's own clock and zone, in which X509Certificate2 gives its times.
    private static string Day(DateTime local) => DateWords.Day(DateOnly.FromDateTime(local));

    private static string NamesIn(X509Certificate2 shown)
    {
        List<string> names =
        [
            .. shown.Extensions.OfType<X509SubjectAlternativeNameExtension>()
                .SelectMany(names => names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(address => address.ToString()))).Take(5),
        ];
        return names.Count > 0 ? string.Join(", ", names) : shown.GetNameInfo(X509NameType.DnsName, forIssuer: false);
    }
}
