using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace LearningDev.TestSupport.Machine;

/// <summary>Runs other programs and says clearly what went wrong when they fail.</summary>
public static class Commands
{
    /// <summary>Runs a program to its end and returns what it printed.</summary>
    /// <param name="program">The program's name, looked for on the path, or its full path.</param>
    /// <param name="arguments">The arguments, each passed as it stands; no shell reads them.</param>
    /// <param name="options">Folder, environment, time limit and what exit codes are welcome; the defaults when null.</param>
    /// <param name="cancellationToken">Ends the program, and those it started, when cancelled.</param>
    /// <exception cref="CommandFailedException">The program is missing, ran out of time or ended with another code than those welcome.</exception>
    public static async Task<CommandResult> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        CommandOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new CommandOptions();
        var commandLine = string.Join(' ', [program, .. arguments]);
        using var process = new Process { StartInfo = StartInfo(program, arguments, options) };
        var output = new StringBuilder();
        var error = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(error, line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            throw new CommandFailedException($"'{program}' could not be started: {exception.Message}. Is it installed and on the path?", exception);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.TimeLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new CommandFailedException(
                $"'{commandLine}' did not end within {options.TimeLimit.TotalSeconds:0} seconds.{Tail(output, error)}");
        }

        var result = new CommandResult(process.ExitCode, output.ToString(), error.ToString());
        return options.WelcomeExitCodes.Contains(result.ExitCode)
            ? result
            : throw new CommandFailedException($"'{commandLine}' ended with exit code {result.ExitCode}.{Tail(output, error)}");
    }

    private static ProcessStartInfo StartInfo(string program, IReadOnlyList<string> arguments, CommandOptions options)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = options.Folder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in options.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (text)
        {
            text.AppendLine(line);
        }
    }

    private static string Tail(StringBuilder output, StringBuilder error)
    {
        var printed = new StringBuilder();
        foreach (var text in new[] { output, error })
        {
            lock (text)
            {
                printed.Append(text);
            }
        }

        const int mostCharacters = 4000;
        var tail = printed.Length > mostCharacters ? printed.ToString(printed.Length - mostCharacters, mostCharacters) : printed.ToString();
        return tail.Length == 0 ? " It printed nothing." : $" It printed:{Environment.NewLine}{tail}";
    }
}

/// <summary>How a program is to be run.</summary>
public sealed record CommandOptions
{
    /// <summary>The folder that the program starts in; the test's own when null.</summary>
    public string? Folder { get; init; }

    /// <summary>The longest that the program may take: two minutes unless told.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Environment variables to set besides those of the tests.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The exit codes that are no failure: 0 unless told.</summary>
    public IReadOnlyList<int> WelcomeExitCodes { get; init; } = [0];
}

/// <summary>What a program printed, and the code it ended with.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Everything written to standard output.</param>
/// <param name="Error">Everything written to standard error.</param>
public sealed record CommandResult(int ExitCode, string Output, string Error);

/// <summary>A program was missing, ran out of time, or failed.</summary>
public sealed class CommandFailedException : Exception
{
    /// <summary>A failure without a message.</summary>
    public CommandFailedException()
    {
    }

    /// <summary>A failure with a message.</summary>
    /// <param name="message">What failed, and what the program printed last.</param>
    public CommandFailedException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with a message and its cause.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public CommandFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
