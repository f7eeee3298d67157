using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting.Keys;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Hosting.Keys;

[Requirement("ADM-05")]
public sealed class KeyProtectionTests(PortalHost portal) : IClassFixture<PortalHost>, IDisposable
{
    private const string Purpose = "a test";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningdev-keys-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Protect_OnOneNode_IsReadOnAnother()
    {
        await using var one = Node();
        await using var another = Node();

        another.GetDataProtector(Purpose).Unprotect(one.GetDataProtector(Purpose).Protect("cookie")).ShouldBe("cookie");

        (await KeysAsync()).ShouldContain(xml => xml.Contains("<masterKey", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Protect_WithCertificate_LeavesNoKeyInTheClear(bool pem)
    {
        await using var own = new PortalHost();
        await own.InitializeAsync();
        // The host's own, which it made without a certificate.
        await using (var scope = own.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<PortalDb>().DataProtectionKeys.ExecuteDeleteAsync();
        }

        var settings = Certificate("first", pem);
        string text;
        await using (var node = Node(own, settings))
        {
            text = node.GetDataProtector(Purpose).Protect("cookie");
        }

        (await KeysAsync(own)).ShouldNotBeEmpty();
        (await KeysAsync(own)).ShouldAllBe(xml => xml.Contains("EncryptedData") && !xml.Contains("<masterKey"));
        await using (var node = Node(own, settings))
        {
            node.GetDataProtector(Purpose).Unprotect(text).ShouldBe("cookie");
        }

        var next = Certificate("second", pem).Concat(settings.Select(pair =>
            new KeyValuePair<string, string?>(pair.Key.Replace("Certificate:", "FormerCertificates:0:", StringComparison.Ordinal), pair.Value)));
        await using (var node = Node(own, next))
        {
            node.GetDataProtector(Purpose).Unprotect(text).ShouldBe("cookie");
        }

        await using (var stranger = Node(own, Certificate("third", pem)))
        {
            Should.Throw<CryptographicException>(() => stranger.GetDataProtector(Purpose).Unprotect(text));
        }
    }

    [Fact]
    public void AddPortalKeys_CertificateMissing_SaysWhich() =>
        Should.Throw<InvalidOperationException>(() => new ServiceCollection().AddPortalKeys(new ConfigurationBuilder()
            .AddInMemoryCollection([new("DataProtection:Certificate:Path", "/no/such.pfx")]).Build()))
            .Message.ShouldStartWith("The certificate /no/such.pfx of the configuration DataProtection cannot be read");

    private ServiceProvider Node() => Node(portal, []);

    private static ServiceProvider Node(PortalHost host, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddScoped<IServiceScope>(_ => host.Scope());
        services.AddScoped(provider => provider.GetRequiredService<IServiceScope>().ServiceProvider.GetRequiredService<PortalDb>());
        services.AddPortalKeys(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return services.BuildServiceProvider();
    }

    private List<KeyValuePair<string, string?>> Certificate(string name, bool pem)
    {
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest($"CN={name}", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var path = Path.Combine(folder.FullName, name);
        if (pem)
        {
            File.WriteAllText($"{path}.pem", certificate.ExportCertificatePem());
            File.WriteAllText($"{path}.key", rsa.ExportPkcs8PrivateKeyPem());
            return [new("DataProtection:Certificate:Path", $"{path}.pem"), new("DataProtection:Certificate:KeyPath", $"{path}.key")];
        }

        File.WriteAllBytes($"{path}.pfx", certificate.Export(X509ContentType.Pkcs12, "a password"));
        return [new("DataProtection:Certificate:Path", $"{path}.pfx"), new("DataProtection:Certificate:Password", "a password")];
    }

    private Task<List<string>> KeysAsync() => KeysAsync(portal);

    private static async Task<List<string>> KeysAsync(PortalHost host)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().DataProtectionKeys.Select(key => key.Xml!).ToListAsync();
    }
}

internal static class ProtectionExtensions
{
    public static IDataProtector GetDataProtector(this IServiceProvider services, string purpose) =>
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector(purpose);
}
