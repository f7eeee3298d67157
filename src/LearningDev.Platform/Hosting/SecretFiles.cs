using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace LearningDev.Platform.Hosting;

/// <summary>Configuration from a folder with a file for each secret, as containers are given them.</summary>
public static class SecretFiles
{
    private const string UsualFolder = "/run/secrets";

    /// <summary>
    /// Reads the files of the folder Secrets:Folder, "/run/secrets" unless set, when it is there. A file's name is the setting's name, with "__" for
    /// ":"; its content is the value and goes before all other configuration.
    /// </summary>
    public static IHostApplicationBuilder AddSecretFiles(this IHostApplicationBuilder host)
    {
        var folder = Path.GetFullPath(host.Configuration["Secrets:Folder"] is { Length: > 0 } configured ? configured : UsualFolder);
        host.Configuration.AddKeyPerFile(folder, optional: true);
        return host;
    }
}
