using System.Globalization;
using LearningDev.Platform.Commands;

namespace LearningDev.Content.Search.Index;

/// <summary>The host's command "search rebuild": writes the search index anew while the portal goes on answering.</summary>
internal sealed class SearchRebuildCommand(SearchUpkeep upkeep) : IHostCommand
{
    private const string OnlyWrong = "--check";

    public static HostCommandManifest Manifest { get; } = new(
        "search rebuild", $"[{OnlyWrong}]", "Writes the search index anew. Searches go on meanwhile.",
        $"{OnlyWrong}  writes only what is not as it should be, and says how much that was");

    public async Task<bool> RunAsync(HostCommandCall call, CancellationToken cancellation)
    {
        if (call.Arguments.FirstOrDefault(argument => argument != OnlyWrong) is { } unknown)
        {
            throw new HostCommandUsageException($"\"{unknown}\" is not understood.");
        }

        var done = await upkeep.RunAsync(!call.Arguments.Contains(OnlyWrong), new Lines(call.Error), cancellation);
        await call.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{done.Done} published items looked at: {done.Written} written, {done.Removed} removed."));
        return true;
    }

    /// <summary>Says at once how far the work is; Progress of .NET would say it later and in any order.</summary>
    private sealed class Lines(TextWriter writer) : IProgress<UpkeepProgress>
    {
        private int said = -1;

        public void Report(UpkeepProgress value)
        {
            var percent = value.Of == 0 ? 100 : value.Done * 100 / value.Of;
            if (percent > said)
            {
                said = percent;
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{percent,3} %  {value.Done} of {value.Of}"));
            }
        }
    }
}
