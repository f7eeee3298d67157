using LearningDev.Platform.Scheduling;
using Microsoft.Extensions.Logging;

namespace LearningDev.Content.Search.Index;

/// <summary>Checks the search index for drift every night.</summary>
internal sealed partial class SearchUpkeepJob(SearchUpkeep upkeep, ILogger<SearchUpkeepJob> log) : IScheduledJob
{
    public static readonly JobManifest Manifest = new(
        "Search index check", "Compares the search index with what is published, and mends what differs.", "0 0 3 * * ?");

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var done = await upkeep.RunAsync(await upkeep.IsOfOldKindAsync(cancellation), progress: null, cancellation);
        if (done.Written + done.Removed == 0)
        {
            return "";
        }

        LogDrift(done.Written, done.Removed);
        return $"{done.Written} documents written, {done.Removed} removed";
    }

    [LoggerMessage(LogLevel.Warning, "The search index had drifted from what is published: {Written} documents written, {Removed} removed")]
    private partial void LogDrift(int written, int removed);
}
