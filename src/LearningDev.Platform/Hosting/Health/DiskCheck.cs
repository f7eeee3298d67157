using LearningDev.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace LearningDev.Platform.Hosting.Health;

/// <summary>
/// Watches the room on the disk that the portal writes to. Below the configuration Health:LeastDiskMegabytes (200 unless set) the portal is not ready when its
/// database lies there, and degraded when only its own files do.
/// </summary>
internal sealed class DiskCheck(PortalDisk disk, IConfiguration configuration) : IHealthCheck
{
    private const long Usual = 200;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var least = (configuration.GetValue<long?>("Health:LeastDiskMegabytes") ?? Usual) * PortalDisk.Megabyte;
        return Task.FromResult(disk.FreeBytes >= least ? HealthCheckResult.Healthy()
            : disk.HoldsDatabase ? HealthCheckResult.Unhealthy("The disk of the database is nearly full.")
            : HealthCheckResult.Degraded("The disk is nearly full."));
    }
}

/// <summary>The disk that the portal writes to: the one with the SQLite file, or with the portal's folder where the database is elsewhere.</summary>
internal sealed class PortalDisk(DatabaseOptions database, IHostEnvironment environment)
{
    public const long Megabyte = 1024 * 1024;

    /// <summary>True when the database lies on it.</summary>
    public bool HoldsDatabase => database.Provider == DatabaseProvider.Sqlite;

    /// <summary>The room that is left, in bytes.</summary>
    public long FreeBytes => new DriveInfo(Folder).AvailableFreeSpace;

    private string Folder =>
        HoldsDatabase && new SqliteConnectionStringBuilder(database.ConnectionString).DataSource is { Length: > 0 } file
            && Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder
            ? folder
            : environment.ContentRootPath;
}
