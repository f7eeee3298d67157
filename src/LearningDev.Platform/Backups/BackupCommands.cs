using System.Globalization;
using LearningDev.Platform.Commands;

namespace LearningDev.Platform.Backups;

/// <summary>The host's command "backup".</summary>
internal sealed class BackupCommand(BackupMaking making) : IHostCommand
{
    public static HostCommandManifest Manifest { get; } = new(
        "backup", "FILE", "Copies the whole portal into a file. The portal may run meanwhile.",
        "The file holds all that the portal knows of people: keep it as safe as the database.")
    { Needs = CommandNeeds.Nothing };

    public async Task<bool> RunAsync(HostCommandCall call, CancellationToken cancellation)
    {
        var path = BackupArguments.File(call.Arguments);
        return await BackupArguments.RefusableAsync(call, async () =>
        {
            var made = await making.MakeAsync(path, cancellation);
            await call.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path}: {made.Rows} rows of {made.Tables.Count} tables."));
            if (made.KeysLeftOut)
            {
                await call.Error.WriteLineAsync(
                    "The keys of cookies and secrets are not in it, because they are not encrypted (DataProtection:Certificate). After a restore elsewhere people must sign in again.");
            }
        });
    }
}

/// <summary>The host's command "backup verify".</summary>
internal sealed class BackupVerifyCommand : IHostCommand
{
    public static HostCommandManifest Manifest { get; } = new(
        "backup verify", "FILE", "Says whether a backup is whole and unchanged.")
    { Needs = CommandNeeds.Nothing };

    public async Task<bool> RunAsync(HostCommandCall call, CancellationToken cancellation)
    {
        var path = BackupArguments.File(call.Arguments);
        return await BackupArguments.RefusableAsync(call, async () =>
        {
            var (archive, manifest) = await BackupArchive.OpenAsync(path, cancellation);
            using (archive)
            {
                await BackupArchive.RequireTablesAsync(archive, manifest, cancellation);
            }

            await call.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{path} is whole: {manifest.Rows} rows of {manifest.Tables.Count} tables, made {manifest.MadeUtc:yyyy-MM-dd HH:mm:ss} UTC of {manifest.Product} by version {manifest.Version}."));
        });
    }
}

/// <summary>The host's command "restore".</summary>
internal sealed class RestoreCommand(Restoring restoring) : IHostCommand
{
    private const string Replace = "--replace";

    public static HostCommandManifest Manifest { get; } = new(
        "restore", $"FILE [{Replace}]", "Puts a backup, also one of an older version, into the database, which may be the other product. Stop the portal first, on every node.",
        $"{Replace}  puts it in the place of the portal that is there. If anything goes wrong, that portal stays as it is")
    { Needs = CommandNeeds.Schema };

    public async Task<bool> RunAsync(HostCommandCall call, CancellationToken cancellation)
    {
        var replace = call.Arguments.Contains(Replace);
        var path = BackupArguments.File([.. call.Arguments.Where(argument => argument != Replace)]);
        return await BackupArguments.RefusableAsync(call, async () =>
        {
            var restored = await restoring.RestoreAsync(path, replace, cancellation);
            await call.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{restored.Rows} rows of {restored.Tables.Count} tables are restored, and the audit is sound."));
        });
    }
}

/// <summary>What the commands of backups have in common: a file, and refusals.</summary>
internal static class BackupArguments
{
    public static string File(IReadOnlyList<string> arguments) => arguments is [var path] && !path.StartsWith('-')
        ? Path.GetFullPath(path)
        : throw new HostCommandUsageException("Say one file.");

    public static async Task<bool> RefusableAsync(HostCommandCall call, Func<Task> run)
    {
        try
        {
            await run();
            return true;
        }
        catch (Exception fault) when (fault is BackupRefusedException or IOException or UnauthorizedAccessException)
        {
            await call.Error.WriteLineAsync(fault.Message);
            return false;
        }
    }
}
