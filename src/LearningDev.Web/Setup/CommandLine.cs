using System.Runtime.InteropServices;
using LearningDev.Platform.Commands;
using LearningDev.Platform.Hosting;

namespace LearningDev.Web.Setup;

/// <summary>Runs a command of the host in the place of the web server.</summary>
internal static class CommandLine
{
    /// <summary>Leaves standard output to what the command has to say.</summary>
    public static void ToStandardError(this ILoggingBuilder logging) =>
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

    /// <summary>Brings the database to the newest schema, fills it when it is empty, and runs the command. Ctrl-C stops it.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunCommandAsync(this WebApplication app, string[] arguments)
    {
        using var stopping = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using (app)
        {
            return await app.Services.GetRequiredService<HostCommands>().RunAsync(
                arguments, PrepareAsync, () => app.MigrateAsync(stopping.Token), Console.Out, Console.Error, stopping.Token);
        }

        async Task PrepareAsync()
        {
            await app.MigrateAsync(stopping.Token);
            await app.SetUpAsync();
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopping.Cancel();
        }
    }
}
