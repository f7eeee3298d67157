using System.Security.Cryptography.X509Certificates;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Hosting.Keys;

/// <summary>
/// Keeps the keys that protect cookies, forms and secrets in the portal's database, where all nodes find them (ADM-05), encrypted with a certificate when one is
/// configured.
/// </summary>
internal static class KeyProtection
{
    /// <summary>The table of the keys.</summary>
    public const string Table = "platform_key";

    // Whoever changes it makes every cookie and every secret unreadable.
    private const string Application = "LearningDev";

    /// <summary>Registers the keys.</summary>
    /// <exception cref="InvalidOperationException">The configured certificate cannot be used; the message says why.</exception>
    public static IServiceCollection AddPortalKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("DataProtection").Get<KeyOptions>() ?? new KeyOptions();
        services.AddSingleton(options);
        var keys = services.AddDataProtection().SetApplicationName(Application).PersistKeysToDbContext<PortalDb>();
        if (options.IsProtected)
        {
            keys.ProtectKeysWithCertificate(options.Certificate.Load());
        }

        if (options.FormerCertificates.Count > 0)
        {
            keys.UnprotectKeysWithAnyCertificate([.. options.FormerCertificates.Select(former => former.Load())]);
        }

        return services;
    }

    public static void Map(ModelBuilder builder) => builder.Entity<DataProtectionKey>(entity =>
    {
        entity.ToTable(Table);
        entity.Property(row => row.FriendlyName).HasMaxLength(200);
    });
}

/// <summary>How the portal's keys are encrypted; the configuration section "DataProtection".</summary>
internal sealed class KeyOptions
{
    /// <summary>The certificate that new keys are encrypted with.</summary>
    public KeyCertificate Certificate { get; set; } = new();

    /// <summary>Certificates that older keys were encrypted with.</summary>
    public List<KeyCertificate> FormerCertificates { get; set; } = [];

    /// <summary>True when a certificate is configured.</summary>
    public bool IsProtected => Certificate.Path.Length > 0;
}

/// <summary>A certificate with its private key: one PKCS #12 file, or two PEM files.</summary>
internal sealed class KeyCertificate
{
    /// <summary>The file with the certificate.</summary>
    public string Path { get; set; } = "";

    /// <summary>The PEM file with the private key; empty for a PKCS #12 file.</summary>
    public string KeyPath { get; set; } = "";

    /// <summary>The password of the file with the private key; empty when it has none.</summary>
    public string Password { get; set; } = "";

    public X509Certificate2 Load()
    {
        try
        {
            var certificate = KeyPath.Length == 0 ? X509CertificateLoader.LoadPkcs12FromFile(Path, Password)
                : Password.Length == 0 ? X509Certificate2.CreateFromPemFile(Path, KeyPath)
                : X509Certificate2.CreateFromEncryptedPemFile(Path, Password, KeyPath);
            return certificate.GetRSAPrivateKey() is not null
                ? certificate
                : throw new InvalidOperationException($"The certificate {Path} has no private RSA key.");
        }
        catch (Exception fault) when (fault is IOException or System.Security.Cryptography.CryptographicException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The certificate {Path} of the configuration DataProtection cannot be read: {fault.Message}", fault);
        }
    }
}
