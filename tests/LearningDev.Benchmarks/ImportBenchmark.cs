using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using LearningDev.TestSupport.Machine;

namespace LearningDev.Benchmarks;

/// <summary>
/// How long the import of a catalogue takes, as an operator runs it: the built host as a process of its own, on a SQLite database that the recipe
/// "council" has just filled. The first start is not counted.
/// </summary>
internal static partial class ImportBenchmark
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static async Task RunAsync(string file)
    {
        var folder = Directory.CreateTempSubdirectory("learningdev-import-");
        try
        {
            var path = Path.GetFullPath(file);
            await HostAsync(folder.FullName, "import", "catalogue", path, "--preview");
            var (first, firstTime) = await HostAsync(folder.FullName, "import", "catalogue", path);
            var (second, secondTime) = await HostAsync(folder.FullName, "import", "catalogue", path);
            var rows = Rows().Match(first) is { Success: true } found ? int.Parse(found.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;
            Say("import", rows, first, firstTime);
            Say("import again", rows, second, secondTime);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(string Output, TimeSpan Time)> HostAsync(string folder, params string[] arguments)
    {
        // The benchmark's own folder ends as the host's does: bin/Release/net10.0.
        var built = Path.Combine("bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!), "net10.0", "LearningDev.Web.dll");
        var project = RepositoryRoot.Combine("src", "LearningDev.Web");
        var watch = Stopwatch.StartNew();
        var result = await Commands.RunAsync("dotnet", [Path.Combine(project, built), .. arguments], new CommandOptions
        {
            Folder = project,
            TimeLimit = Longest,
            WelcomeExitCodes = [0, 1],
            Environment = new Dictionary<string, string>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Setup__Recipe"] = "council",
                ["Database__Provider"] = "Sqlite",
                ["Database__ConnectionString"] = $"Data Source={Path.Combine(folder, "learningdev.db")}",
            },
        });
        return (result.Output, watch.Elapsed);
    }

    private static void Say(string what, int rows, string output, TimeSpan process)
    {
        var counts = output.TrimEnd().Split('\n')[^1].Trim();
        var seconds = Seconds().Match(counts) is { Success: true } found ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : process.TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-13} {rows,7:#,##0} rows {seconds,7:0.0} s {rows / seconds,8:#,##0} rows per second   process {process.TotalSeconds,6:0.0} s   {counts}"));
    }

    [GeneratedRegex(@", ([\d,]+) rows, ")]
    private static partial Regex Rows();

    [GeneratedRegex(@"; ([\d.]+) seconds")]
    private static partial Regex Seconds();
}
