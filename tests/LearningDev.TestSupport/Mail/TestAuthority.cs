using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LearningDev.TestSupport.Mail;

/// <summary>A certificate authority of a test's own, with its files in a folder that goes with it.</summary>
public sealed class TestAuthority : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningdev-authority-");
    private readonly X509Certificate2 certificate;

    /// <summary>Makes an authority.</summary>
    /// <param name="name">Its name.</param>
    public TestAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-5), DateTimeOffset.UtcNow.AddYears(5));
        Write("authority.pem", certificate.ExportCertificatePem());
    }

    /// <summary>The file with its own certificate, PEM.</summary>
    public string File => At("authority.pem");

    /// <summary>Issues a certificate for a server that is valid today.</summary>
    /// <param name="name">The server's name.</param>
    /// <returns>A server's options with the files.</returns>
    public SmtpServerOptions Issue(string name) => Issue(name, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));

    /// <summary>Issues a certificate for a server.</summary>
    /// <param name="name">The server's name.</param>
    /// <param name="from">When it begins.</param>
    /// <param name="until">When it ends.</param>
    /// <returns>A server's options with the files.</returns>
    public SmtpServerOptions Issue(string name, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var issued = request.Create(certificate, from, until, RandomNumberGenerator.GetBytes(16));
        var number = issued.SerialNumber;
        return new SmtpServerOptions(Write($"{number}.crt", issued.ExportCertificatePem()), Write($"{number}.key", key.ExportPkcs8PrivateKeyPem()));
    }

    /// <summary>Deletes its files.</summary>
    public void Dispose()
    {
        certificate.Dispose();
        folder.Delete(recursive: true);
    }

    private string At(string name) => Path.Combine(folder.FullName, name);

    private string Write(string name, string pem)
    {
        System.IO.File.WriteAllText(At(name), pem);
        return At(name);
    }
}
