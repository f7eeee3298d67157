using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Backups;
using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting;
using LearningDev.Web.Migrations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningDev.Tests.Platform.Backups;

/// <summary>The portal's services on a database of either product, without a web server and without a first start.</summary>
internal sealed class BackupPortal(WebApplication host) : IAsyncDisposable
{
    public static async Task<BackupPortal> OnAsync(bool postgres, string connectionString)
    {
        var builder = WebApplication.CreateBuilder(
            [$"--Database:Provider={(postgres ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite)}", $"--Database:ConnectionString={connectionString}"]);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.AddPortalDatabase<SqlitePortalDb, PostgresPortalDb>();
        builder.AddPortal(HostModules.All);
        var host = builder.Build();
        await host.MigrateAsync();
        return new BackupPortal(host);
    }

    public AsyncServiceScope Scope() => host.Services.CreateAsyncScope();

    public Task<BackupManifest> BackUpAsync(string path) => BackUpAsync(Scope(), path);

    public static async Task<BackupManifest> BackUpAsync(AsyncServiceScope scope, string path)
    {
        await using (scope)
        {
            return await scope.ServiceProvider.GetRequiredService<BackupMaking>().MakeAsync(path, CancellationToken.None);
        }
    }

    public async Task<BackupManifest> RestoreAsync(string path, bool replace = false)
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<Restoring>().RestoreAsync(path, replace, CancellationToken.None);
    }

    public async Task<AuditVerification> VerifyAsync()
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(known: null, CancellationToken.None);
    }

    /// <summary>The sums of all tables but those that a backup and a restore write themselves. Of links the number is enough: they say when they are checked next.</summary>
    public static Dictionary<string, string> Sums(BackupManifest manifest) => manifest.Tables
        .Where(table => table.Name is not ("audit_entry" or "audit_chain")).ToDictionary(table => table.Name, table => table.Name == "content_link" ? $"{table.Rows}" : $"{table.Rows} {table.Sha256}");

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
