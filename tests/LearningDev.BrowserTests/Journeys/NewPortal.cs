using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using LearningDev.TestSupport.Machine;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>The built host as a council starts it first: a process of its own, in production, over HTTPS, on an empty database. It is read from its console.</summary>
internal sealed partial class NewPortal : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly DirectoryInfo folder;

    private NewPortal(Process process, DirectoryInfo folder, Uri address, string code)
    {
        this.process = process;
        this.folder = folder;
        Address = address;
        Code = code;
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The set-up code that it has printed.</summary>
    public string Code { get; }

    public static async Task<NewPortal> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("learningdev-setup-");
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var code = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = Start(folder), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) =>
        {
            if (Listening().Match(line.Data ?? "") is { Success: true } listening)
            {
                address.TrySetResult(new Uri(listening.Groups["address"].Value));
            }
            else if (SetUpCode().Match(line.Data ?? "") is { Success: true } printed)
            {
                code.TrySetResult(printed.Value);
            }
        };
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The host ended while starting. Is it built?"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new NewPortal(process, folder, await address.Task.WaitAsync(LongestStart), await code.Task.WaitAsync(LongestStart));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static ProcessStartInfo Start(DirectoryInfo folder)
    {
        var project = RepositoryRoot.Combine("src/LearningDev.Web");
        var built = Path.GetRelativePath(RepositoryRoot.Combine("tests/LearningDev.BrowserTests"), AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(project, built, "LearningDev.Web.dll")])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "https://127.0.0.1:0";
        start.Environment["Kestrel__Certificates__Default__Path"] = WriteCertificate(folder);
        start.Environment["Database__ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "learningdev.db")}";
        // The keys of cookies are kept in the account's home; these are for this test only.
        start.Environment["HOME"] = folder.FullName;
        return start;
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

    [GeneratedRegex("Now listening on: (?<address>https://[^\\s\"]+)")]
    private static partial Regex Listening();

    [GeneratedRegex("[A-Z]{4}(-[A-Z]{4}){4}")]
    private static partial Regex SetUpCode();
}
