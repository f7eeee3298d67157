using System.Globalization;
using LearningDev.Platform.Commands;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Recipes.Exporting;

/// <summary>The command "recipe export": writes a recipe, or a zip archive with the recipe and its files.</summary>
internal sealed class ExportCommand(RecipeExport export, PortalDb db) : IHostCommand
{
    private const string Zip = ".zip";

    public static HostCommandManifest Manifest { get; } = new(
        "recipe export",
        "FILE [--features] [--settings[=A,B]] [--themes] [--roles[=A,B]] [--definitions[=TYPES]] [--content[=TYPES]] [--media] [--structure] [--people] [--all]",
        "Exports what the portal holds as a recipe, or with its files as a zip archive.",
        """
        FILE               what to write: a recipe, for example council.recipe.json, or a zip archive when it ends in .zip
        --PART[=A,B]       what to export; with values only those: sections of settings, roles, content types.
                           Parts are features, settings, themes, roles, structure, people, users, definitions, media,
                           content, and those of modules
        --all              everything but personal data
        --people, --users  accounts, in the portal's form or in Orchard Core's. Never passwords
        --items=ID,ID      single content items, by id
        --refers-to=ID     of the chosen content only what refers to this id, for example of a topic
        --drafts           drafts too
        --alone            without what the chosen things refer to; it is listed instead
        --name=NAME        the recipe's name; the file's name unless told
        """);

    public async Task<bool> RunAsync(HostCommandCall call, CancellationToken cancellation)
    {
        var (file, options) = Read(call.Arguments);
        var path = Path.GetFullPath(PathOf(file));
        // Written beside the file and put in its place when it is whole, so that an export that is killed leaves no half of one.
        var unfinished = $"{path}.{Identifiers.New()}.unfinished";
        RecipeExportPlan plan;
        try
        {
            await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
            {
                await export.RecordAsync(options, cancellation);
                await transaction.CommitAsync(cancellation);
            }

            await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                plan = await export.WriteAsync(options, stream, cancellation);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await call.Error.WriteLineAsync($"{path} cannot be written: {fault.Message}");
            return false;
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }

        foreach (var note in plan.Notes)
        {
            await call.Error.WriteLineAsync(note);
        }

        await call.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{path}: {new FileInfo(path).Length:#,0} bytes, {plan.Types.Count:#,0} content types, {plan.Versions.Count:#,0} content items, {plan.Files.Count:#,0} files"));
        return true;
    }

    private (string File, RecipeExportOptions Options) Read(IReadOnlyList<string> arguments)
    {
        string? file = null;
        Dictionary<string, IReadOnlyList<string>> chosen = new(StringComparer.OrdinalIgnoreCase);
        var options = new RecipeExportOptions();
        foreach (var argument in arguments)
        {
            if (!argument.StartsWith('-'))
            {
                file = file is null ? argument : throw new HostCommandUsageException("Name one file only.");
                continue;
            }

            var (name, value) = argument.Split('=', 2) is [var before, var after] ? (before, after) : (argument, null);
            string[] values = value?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
            switch (name)
            {
                case "--all" when value is null:
                    foreach (var source in export.Sources.Where(source => !source.IsPersonal))
                    {
                        chosen.TryAdd(source.Id, []);
                    }

                    break;
                case "--drafts" when value is null:
                    options = options with { Drafts = true };
                    break;
                case "--alone" when value is null:
                    options = options with { WithReferences = false };
                    break;
                case "--items" when values.Length > 0:
                    options = options with { Items = values };
                    break;
                case "--refers-to" when value is { Length: > 0 }:
                    options = options with { RefersTo = value };
                    break;
                case "--name" when value is { Length: > 0 }:
                    options = options with { Name = value };
                    break;
                case var part when part.StartsWith("--", StringComparison.Ordinal) && export.Sources.FirstOrDefault(source => source.Id == part[2..]) is { } source
                    && (value is null || values.Length > 0):
                    chosen[source.Id] = values;
                    break;
                default:
                    throw new HostCommandUsageException($"There is no option {argument}.");
            }
        }

        if (file is null)
        {
            throw new HostCommandUsageException("Name the file to write.");
        }

        if (chosen.Count == 0 && options.Items.Count == 0)
        {
            throw new HostCommandUsageException("Say what to export, for example --all.");
        }

        return (file, options with
        {
            Name = options.Name == new RecipeExportOptions().Name ? NameOf(file) : options.Name,
            Sources = chosen,
            FilesBeside = file.EndsWith(Zip, StringComparison.OrdinalIgnoreCase),
        });
    }

    private static string NameOf(string file)
    {
        var name = Path.GetFileName(file);
        return name.EndsWith(".recipe.json", StringComparison.OrdinalIgnoreCase) ? name[..^".recipe.json".Length] : Path.GetFileNameWithoutExtension(name);
    }

    // "dotnet run" starts the host in its project's folder; the shell knows where the person is.
    private static string PathOf(string file) =>
        !Path.IsPathRooted(file) && Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } folder ? Path.Combine(folder, file) : file;
}
