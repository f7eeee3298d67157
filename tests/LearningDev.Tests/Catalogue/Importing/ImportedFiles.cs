using LearningDev.Catalogue.Importing;
using LearningDev.Catalogue.Importing.Reading;
using LearningDev.Content.Items;
using LearningDev.Platform.Commands;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Catalogue.Importing;

/// <summary>Imports files into a portal as an operator does, and looks at what came of it.</summary>
internal static class ImportedFiles
{
    /// <summary>Runs "import catalogue" on a file of the given text.</summary>
    public static async Task<CommandRun> ImportAsync(this PortalHost portal, string fileName, string text, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("learningdev-import-");
        try
        {
            var path = Path.Combine(folder.FullName, fileName);
            await File.WriteAllTextAsync(path, text);
            return await portal.CommandAsync(["import", "catalogue", path, .. options]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs a command of the host.</summary>
    public static async Task<CommandRun> CommandAsync(this PortalHost portal, IReadOnlyList<string> arguments, CancellationToken cancellation = default)
    {
        await using var scope = portal.Scope();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await scope.ServiceProvider.GetRequiredService<HostCommands>().RunAsync(arguments, () => Task.CompletedTask, output, error, cancellation);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The latest version of the entry of a title; null when there is none.</summary>
    public static async Task<ContentItem?> EntryAsync(this PortalHost portal, string title)
    {
        await using var scope = portal.Scope();
        var id = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ContentItemRow>()
            .Where(row => row.DisplayText == title && row.Latest).Select(row => row.ContentItemId).SingleOrDefaultAsync();
        return id is null ? null : await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync(id, VersionChoice.Latest);
    }

    /// <summary>Everything that an import could have written, counted.</summary>
    public static async Task<(int Versions, int Routes, int Audit)> RowsAsync(this PortalHost portal)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        return (await db.Set<ContentItemRow>().CountAsync(), await db.Set<ContentRoute>().CountAsync(), await db.AuditEntries.CountAsync());
    }

    /// <summary>Imports rows by the importer itself.</summary>
    public static async Task<ImportResult> ImportAsync(
        this PortalHost portal, CatalogueFile file, ImportOptions options, Action<RowResult> told, CancellationToken cancellation = default)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<CatalogueImport>().RunAsync(file, options, told, cancellation);
    }

    /// <summary>A command's exit code and what it wrote.</summary>
    internal sealed record CommandRun(int ExitCode, string Output, string Error);
}
