using System.Diagnostics;
using System.Globalization;
using LearningDev.Catalogue.Importing.Reading;
using LearningDev.Platform.Commands;

namespace LearningDev.Catalogue.Importing;

/// <summary>The command "import catalogue": brings a catalogue in from a file, or tells what that would do.</summary>
internal sealed class ImportCommand(CatalogueImport import) : IHostCommand
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public static HostCommandManifest Manifest { get; } = new(
        "import catalogue",
        "FILE [--preview] [--source NAME] [--topic TOPIC] [--default COLUMN=VALUE] [--overwrite] [--all-or-nothing]",
        "Brings entries into the catalogue from CSV, XCRI-CAP 1.2 or the JSON of Civil Service Learning.",
        """
        --preview          tells what would become of each row, and writes nothing
        --source NAME      where the file comes from; the file's name without its ending unless told. Give the same
                           name each time: with a row's key it is what an entry is known by
        --topic TOPIC      the topic, by name or id, of rows that name none
        --default COLUMN=VALUE
                           a value for rows that have none in a column; may be given more than once
        --overwrite        also writes over entries that somebody has changed, withdrawn or removed here
        --all-or-nothing   writes nothing when a single row is refused; otherwise the other rows are imported
        """);

    public async Task<bool> RunAsync(HostCommandCall call, CancellationToken cancellation)
    {
        var (path, options) = Read(call.Arguments);
        CatalogueFile file;
        try
        {
            file = CatalogueFiles.Read(path);
        }
        catch (CatalogueFileException refused)
        {
            await call.Error.WriteLineAsync(refused.Message);
            return false;
        }

        await call.Output.WriteLineAsync($"{Path.GetFileName(path)}: {file.Format}, {Count(file.Rows.Count)} rows, from “{options.Source}”");
        foreach (var warning in file.Warnings)
        {
            await call.Output.WriteLineAsync(warning);
        }

        var report = new ImportReport(call, file.Rows.Count, options.Preview, Pace);
        var began = Stopwatch.GetTimestamp();
        try
        {
            var result = await import.RunAsync(file, options, report.Tell, cancellation);
            report.End(result, Stopwatch.GetElapsedTime(began), options.AllOrNothing);
            return result[RowOutcome.Refused] == 0;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            report.Stopped();
            return false;
        }
    }

    private static (string Path, ImportOptions Options) Read(IReadOnlyList<string> arguments)
    {
        string? file = null;
        string? source = null;
        List<KeyValuePair<RowField, string>> defaults = [];
        HashSet<string> flags = [];
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            switch (argument)
            {
                case "--preview" or "--overwrite" or "--all-or-nothing":
                    flags.Add(argument);
                    break;
                case "--source":
                    source = Value();
                    break;
                case "--topic":
                    defaults.Add(new(RowField.Topics, Value()));
                    break;
                case "--default":
                    defaults.Add(Default(Value()));
                    break;
                case ['-', ..]:
                    throw new HostCommandUsageException($"There is no option {argument}.");
                default:
                    file = file is null ? argument : throw new HostCommandUsageException("Name one file only.");
                    break;
            }

            string Value() => ++index < arguments.Count && arguments[index].Trim() is { Length: > 0 } value && !value.StartsWith("--", StringComparison.Ordinal)
                ? value
                : throw new HostCommandUsageException($"{argument} needs a value.");
        }

        if (file is null)
        {
            throw new HostCommandUsageException("Name the file to import.");
        }

        return (PathOf(file), new ImportOptions
        {
            Source = source ?? Path.GetFileNameWithoutExtension(file),
            Preview = flags.Contains("--preview"),
            Overwrite = flags.Contains("--overwrite"),
            AllOrNothing = flags.Contains("--all-or-nothing"),
            Defaults = defaults,
        });
    }

    private static KeyValuePair<RowField, string> Default(string text) => text.Split('=', 2) is [var name, { Length: > 0 } value] && CsvCatalogueReader.FieldOf(name) is { } field
        ? new(field, value)
        : throw new HostCommandUsageException($"--default needs COLUMN=VALUE, and “{text}” is not that. Columns are {string.Join(", ", CsvCatalogueReader.FieldNames)}.");

    // "dotnet run" starts the host in its project's folder; the shell knows where the person is.
    private static string PathOf(string file) =>
        !File.Exists(file) && Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } folder && File.Exists(Path.Combine(folder, file)) ? Path.Combine(folder, file) : file;

    private static string Count(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
