using System.Globalization;
using LearningDev.Platform.Commands;

namespace LearningDev.Content.Recipes;

/// <summary>The command "recipe run": runs a recipe, or tells what that would do.</summary>
internal sealed class RecipeRunCommand(RecipeFiles files, RecipeRunner runner) : IHostCommand
{
    public static HostCommandManifest Manifest { get; } = new(
        "recipe run",
        "FILE [--dry-run] [--go-on] [--parameter NAME=VALUE]",
        "Runs a recipe: all of it in one transaction, or nothing.",
        """
        FILE               the recipe's file, or the name of a recipe that the portal was built with
        --dry-run          tells what would be changed and everything that is wrong, and changes nothing
        --go-on            leaves out what is wrong or not known here, and does the rest
        --parameter NAME=VALUE
                           a value that the recipe asks for by parameters('NAME'); may be given more than once
        """);

    public async Task<bool> RunAsync(HostCommandCall call, CancellationToken cancellation)
    {
        var (file, options) = Read(call.Arguments);
        Recipe recipe;
        try
        {
            recipe = await FindAsync(file, cancellation);
        }
        catch (RecipeException fault)
        {
            await call.Error.WriteLineAsync(fault.Message);
            return false;
        }

        await call.Error.WriteLineAsync($"{(options.DryRun ? "Dry run of" : "Running")} the recipe {recipe.Name}");
        var report = await runner.RunAsync(recipe, options, cancellation);
        foreach (var change in report.Changes)
        {
            var name = change.Name == change.Id ? change.Id : $"{change.Name} ({change.Id})";
            await call.Output.WriteLineAsync($"{change.Action}: {change.Kind} {name}{(change.Detail.Length > 0 ? $", {change.Detail}" : "")}");
        }

        foreach (var problem in report.Problems)
        {
            await call.Error.WriteLineAsync($"{(problem.Stops ? "Problem" : "Note")}: {problem}");
        }

        await call.Output.WriteLineAsync(Summary(report, options));
        return !report.HasStoppingProblems;
    }

    private static string Summary(RecipeReport report, RecipeRunOptions options)
    {
        var problems = report.Problems.Count(problem => problem.Stops);
        return options.DryRun ? $"{Count(report.Changes.Count, "change")} would be made; {Count(problems, "problem")}. Nothing was changed."
            : report.Done ? $"{Count(report.Changes.Count, "change")} made; {Count(problems, "problem")}."
            : "Nothing was changed.";
    }

    private async Task<Recipe> FindAsync(string file, CancellationToken cancellation)
    {
        // "dotnet run" starts the host in its project's folder; the shell knows where the person is.
        var beside = Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } folder ? Path.Combine(folder, file) : file;
        return File.Exists(file) ? await files.ReadAsync(file, cancellation)
            : File.Exists(beside) ? await files.ReadAsync(beside, cancellation)
            : await files.FindAsync(file, cancellation);
    }

    private static (string File, RecipeRunOptions Options) Read(IReadOnlyList<string> arguments)
    {
        string? file = null;
        var options = new RecipeRunOptions();
        Dictionary<string, string> parameters = [];
        for (var index = 0; index < arguments.Count; index++)
        {
            switch (arguments[index])
            {
                case "--dry-run":
                    options = options with { DryRun = true };
                    break;
                case "--go-on":
                    options = options with { GoOn = true };
                    break;
                case "--parameter":
                    parameters[arguments.ElementAtOrDefault(++index)?.Split('=', 2) is [{ Length: > 0 } name, var value]
                        ? name
                        : throw new HostCommandUsageException("--parameter needs NAME=VALUE.")] = value;
                    break;
                case ['-', ..] option:
                    throw new HostCommandUsageException($"There is no option {option}.");
                case var path:
                    file = file is null ? path : throw new HostCommandUsageException("Name one recipe only.");
                    break;
            }
        }

        return (file ?? throw new HostCommandUsageException("Name the recipe's file."), options with { Parameters = parameters });
    }

    private static string Count(int number, string noun) =>
        $"{number.ToString("#,##0", CultureInfo.InvariantCulture)} {noun}{(number == 1 ? "" : "s")}";
}
