using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace LearningDev.Platform.Hosting;

/// <summary>
/// This node among those that share a database: its name, and its folder for what stays on this machine. The name is the machine's with a number; the
/// number is kept by a locked file, so that two processes in one folder have two names, and a process that is started again has the name it had before.
/// </summary>
public sealed class PortalNode : IDisposable
{
    private const int MostProcesses = 100;

    private readonly Lazy<(string Name, string Folder, FileStream Lock)> taken;

    /// <summary>Reads the configuration Node:Folder (App_Data below the content root unless set) and Node:Name (the machine's name unless set).</summary>
    public PortalNode(IConfiguration configuration, IHostEnvironment environment)
    {
        Folder = configuration["Node:Folder"] is { Length: > 0 } configured
            ? Path.GetFullPath(configured)
            : Path.Combine(environment.ContentRootPath, "App_Data");
        var name = configuration["Node:Name"] is { Length: > 0 } given ? given : Environment.MachineName;
        taken = new(() => Take(Folder, name.Length > 60 ? name[..60] : name));
    }

    /// <summary>The folder for what stays on this machine.</summary>
    public string Folder { get; }

    /// <summary>The node's name: up to 80 characters.</summary>
    public string Name => taken.Value.Name;

    /// <summary>A folder that belongs to this process alone, as long as it lives.</summary>
    public string OwnFolder => taken.Value.Folder;

    /// <inheritdoc />
    public void Dispose()
    {
        if (taken.IsValueCreated)
        {
            taken.Value.Lock.Dispose();
        }
    }

    private static (string Name, string Folder, FileStream Lock) Take(string folder, string name)
    {
        for (var number = 1; number <= MostProcesses; number++)
        {
            var own = Path.Combine(folder, "nodes", $"{number}");
            Directory.CreateDirectory(own);
            try
            {
                return ($"{name} {number}", own, new FileStream(Path.Combine(own, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (number < MostProcesses)
            {
                // Another process of this folder has the number.
            }
        }

        throw new InvalidOperationException($"{folder} is used by {MostProcesses} processes.");
    }
}
