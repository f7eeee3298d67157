using LearningDev.Platform.Data;

namespace LearningDev.Platform.Backups;

/// <summary>Tables that follow from others, or from this machine, and are not in backups: after a restore they are emptied and filled anew.</summary>
public interface IDerivedTables
{
    /// <summary>True for a table that is not in backups.</summary>
    /// <param name="table">The table's name.</param>
    bool Has(string table);

    /// <summary>Empties the tables, in the transaction of the restore. When the portal dies before they are filled, it must find them so at its next start.</summary>
    Task EmptyAsync(PortalDb db, CancellationToken cancellation);

    /// <summary>Fills the tables, after the restore is committed.</summary>
    Task FillAsync(CancellationToken cancellation);
}
