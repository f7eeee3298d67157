using LearningDev.Platform.Backups;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Scheduling;

/// <summary>Quartz's schedule says which nodes run now and when jobs are next: it is made again at the start, and is in no backup.</summary>
internal sealed class ScheduleTables : IDerivedTables
{
    public bool Has(string table) => table.StartsWith(QuartzTables.Prefix, StringComparison.Ordinal);

    public async Task EmptyAsync(PortalDb db, CancellationToken cancellation)
    {
        foreach (var table in db.Model.GetRelationalModel().Tables.Where(table => Has(table.Name)))
        {
#pragma warning disable EF1002 // The names are the model's own.
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM {BackupTable.Quote(table.Name)}", cancellation);
#pragma warning restore EF1002
        }
    }

    public Task FillAsync(CancellationToken cancellation) => Task.CompletedTask;
}
