using LearningDev.Platform.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Commands;

/// <summary>Finds the command that the host's arguments call, and runs it.</summary>
public sealed class HostCommands(ModuleRegistry registry, IServiceScopeFactory scopes)
{
    /// <summary>The exit code when all was done.</summary>
    public const int Done = 0;

    /// <summary>The exit code when something was refused or went wrong.</summary>
    public const int Refused = 1;

    /// <summary>The exit code when the command does not exist or its arguments are wrong.</summary>
    public const int WrongUsage = 2;

    private const string HelpWord = "help";

    /// <summary>True when the host's arguments call a command: the first of them is a word, or asks for help.</summary>
    public static bool AreCalledBy(IReadOnlyList<string> arguments) =>
        arguments is [var first, ..] && (IsHelp(first) || (!first.StartsWith('-') && !first.Contains('=', StringComparison.Ordinal)));

    /// <summary>
    /// What of the host's arguments is configuration: all of it when the web server starts, else only those like <c>--Section:Key=value</c>. A command's own
    /// would be taken for keys and swallow what follows them.
    /// </summary>
    public static string[] ConfigurationIn(string[] arguments) => AreCalledBy(arguments) ? [.. arguments.Where(IsConfiguration)] : arguments;

    /// <summary>Runs the command that the arguments call.</summary>
    /// <param name="arguments">The host's arguments. Those like <c>--Section:Key=value</c> are configuration and left out.</param>
    /// <param name="prepare">Makes the database ready; called before a command runs, not for "help" or wrong words.</param>
    /// <param name="output">Where results are written.</param>
    /// <param name="error">Where progress, refusals and help for wrong usage are written.</param>
    /// <param name="cancellation">Stops the command.</param>
    /// <returns>The process's exit code.</returns>
    public async Task<int> RunAsync(
        IReadOnlyList<string> arguments, Func<Task> prepare, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        string[] given = [.. arguments.Where(argument => !IsConfiguration(argument))];
        if (given is [var first, .. var about] && (IsHelp(first) || string.Equals(first, HelpWord, StringComparison.OrdinalIgnoreCase)))
        {
            await HelpAsync(output, string.Join(' ', about), cancellation);
            return Done;
        }

        if (Find(given) is not { } command)
        {
            await error.WriteLineAsync($"There is no command \"{string.Join(' ', given.TakeWhile(word => !word.StartsWith('-')))}\".");
            await HelpAsync(error, about: "", cancellation);
            return WrongUsage;
        }

        string[] rest = [.. given.Skip(command.Manifest.Words.Split(' ').Length)];
        if (rest.Any(IsHelp))
        {
            await HelpAsync(output, command.Manifest.Words, cancellation);
            return Done;
        }

        try
        {
            await prepare();
            await using var scope = scopes.CreateAsyncScope();
            var enabled = await scope.ServiceProvider.GetRequiredService<Features>().EnabledAsync(cancellation);
            if (!enabled.Contains(command.ModuleId))
            {
                await error.WriteLineAsync($"\"{command.Manifest.Words}\" belongs to {registry.FindModule(command.ModuleId)?.Manifest.Name}, which is switched off.");
                return Refused;
            }

            var run = (IHostCommand)scope.ServiceProvider.GetRequiredService(command.Type);
            return await run.RunAsync(new HostCommandCall(rest, output, error), cancellation) ? Done : Refused;
        }
        catch (HostCommandUsageException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            await HelpAsync(error, command.Manifest.Words, CancellationToken.None);
            return WrongUsage;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await error.WriteLineAsync("Stopped.");
            return Refused;
        }
    }

    private ModuleCommand? Find(string[] given) => registry.Commands
        .Where(command => command.Manifest.Words.Split(' ') is var words && given.Take(words.Length).SequenceEqual(words, StringComparer.OrdinalIgnoreCase))
        .MaxBy(command => command.Manifest.Words.Length);

    private static bool IsHelp(string argument) => argument is "--help" or "-h";

    // "--Database:Provider=Postgres" is read by the host, as at every start.
    private static bool IsConfiguration(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.Split('=', 2) is [var key, _] && key.Contains(':', StringComparison.Ordinal);

    private async Task HelpAsync(TextWriter writer, string about, CancellationToken cancellation)
    {
        var commands = registry.Commands.Select(command => command.Manifest).OrderBy(manifest => manifest.Words, StringComparer.Ordinal).ToList();
        if (commands.Find(manifest => string.Equals(manifest.Words, about, StringComparison.OrdinalIgnoreCase)) is { } one)
        {
            await writer.WriteLineAsync($"{$"{one.Words} {one.Arguments}".TrimEnd()}{Environment.NewLine}    {one.Description}".AsMemory(), cancellation);
            foreach (var line in one.Help.ReplaceLineEndings("\n").Split('\n').Where(_ => one.Help.Length > 0))
            {
                await writer.WriteLineAsync($"    {line}".TrimEnd().AsMemory(), cancellation);
            }

            return;
        }

        await writer.WriteLineAsync("Without a command the portal starts. Commands are:".AsMemory(), cancellation);
        foreach (var manifest in commands.Append(new HostCommandManifest(HelpWord, "[COMMAND]", "Lists the commands, or says more of one.")))
        {
            await writer.WriteLineAsync($"{$"{manifest.Words} {manifest.Arguments}".TrimEnd()}{Environment.NewLine}    {manifest.Description}".AsMemory(), cancellation);
        }
    }
}
