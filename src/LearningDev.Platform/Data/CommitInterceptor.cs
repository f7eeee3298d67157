using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LearningDev.Platform.Data;

/// <summary>Runs what waits for the commit, and drops it when the transaction is rolled back.</summary>
internal sealed class CommitInterceptor : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as PortalDb)?.RunCommitted(eventData.TransactionId);
        return Task.CompletedTask;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        (eventData.Context as PortalDb)?.RunCommitted(eventData.TransactionId);

    public override Task TransactionRolledBackAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as PortalDb)?.ForgetCommitted();
        return Task.CompletedTask;
    }

    public override Task RolledBackToSavepointAsync(
        DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as PortalDb)?.NoteUndone();
        return Task.CompletedTask;
    }

    public override void RolledBackToSavepoint(DbTransaction transaction, TransactionEventData eventData) =>
        (eventData.Context as PortalDb)?.NoteUndone();
}
