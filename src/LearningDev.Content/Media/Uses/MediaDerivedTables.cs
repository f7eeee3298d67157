using LearningDev.Platform.Backups;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Media.Uses;

/// <summary>Where files are used follows from content, and smaller pictures from the files: neither is in a backup.</summary>
internal sealed class MediaDerivedTables(MediaUseIndex index) : IDerivedTables
{
    public bool Has(string table) => table is MediaTables.Uses or MediaTables.Variants;

    public async Task EmptyAsync(PortalDb db, CancellationToken cancellation)
    {
        await db.Set<MediaUse>().ExecuteDeleteAsync(cancellation);
        await db.Set<MediaVariant>().ExecuteDeleteAsync(cancellation);
    }

    public Task FillAsync(CancellationToken cancellation) => index.RebuildAsync(cancellation);
}
