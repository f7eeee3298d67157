using Microsoft.EntityFrameworkCore.Storage;

namespace LearningDev.Platform.Data;

/// <summary>A point of a transaction to which it can go back: rows, audit, and what waits for the commit. It ends with the transaction, or by one of its two ways.</summary>
public sealed class UndoPoint
{
    private readonly PortalDb db;
    private readonly IDbContextTransaction transaction;
    private readonly string name;
    private readonly int waiting;
    private readonly int audited;

    internal UndoPoint(PortalDb db, IDbContextTransaction transaction, string name, int waiting, int audited) =>
        (this.db, this.transaction, this.name, this.waiting, this.audited) = (db, transaction, name, waiting, audited);

    /// <summary>Undoes all that was done since. The context follows nothing any more.</summary>
    public async Task UndoAsync()
    {
        await transaction.RollbackToSavepointAsync(name, CancellationToken.None);
        db.ForgetSince(waiting, audited);
    }

    /// <summary>Keeps what was done since, if the transaction is committed.</summary>
    public Task KeepAsync() => transaction.ReleaseSavepointAsync(name, CancellationToken.None);
}
