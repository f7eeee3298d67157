using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using LearningDev.TestSupport.Portal;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>The built host as a council starts it first: a process of its own, in production, over HTTPS, on an empty database. It is read from its console.</summary>
internal sealed partial class NewPortal : IAsyncDisposable
{
    private readonly PortalProcess process;
    private readonly DirectoryInfo folder;

    private NewPortal(PortalProcess process, DirectoryInfo folder, string code)
    {
        this.process = process;
        this.folder = folder;
        Code = code;
    }

    /// <summary>Where it answers.</summary>
    public Uri Address => process.Address;

    /// <summary>The set-up code that it has printed.</summary>
    public string Code { get; }

    public static async Task<NewPortal> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("learningdev-setup-");
        var process = await PortalProcess.StartAsync(PortalProcessOptions.In(folder.FullName) with
        {
            Environment = "Production",
            Settings = new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = "https://127.0.0.1:0",
                ["Kestrel:Certificates:Default:Path"] = WriteCertificate(folder),
            },
        });
        return new NewPortal(process, folder, await process.PrintsAsync(SetUpCode()));
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string WriteCertificate(DirectoryInfo folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var path = Path.Combine(folder.FullName, "certificate.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx));
        return path;
    }

    [GeneratedRegex("[A-Z]{4}(-[A-Z]{4}){4}")]
    private static partial Regex SetUpCode();
}
