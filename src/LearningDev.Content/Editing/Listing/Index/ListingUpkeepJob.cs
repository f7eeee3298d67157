using LearningDev.Platform.Scheduling;

namespace LearningDev.Content.Editing.Listing.Index;

/// <summary>Mends what the editors' list knows of items, which is other than it was when a content type has got or lost a part.</summary>
internal sealed class ListingUpkeepJob(ListingIndex index) : IScheduledJob
{
    public static readonly JobManifest Manifest = new(
        "Content list", "Compares what the editors’ list knows of content with the content, and mends what differs.", "0 50 3 * * ?");

    public async Task<string> RunAsync(CancellationToken cancellation) =>
        await index.RebuildAsync(cancellation) is > 0 and var mended ? $"Mended {mended:#,0}" : "";
}
