using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LearningDev.Platform.Data;

/// <summary>Writes the audit just before the commit and runs what waits for it; drops both when the transaction is rolled back.</summary>
internal sealed class CommitInterceptor : DbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PortalDb db)
        {
            await db.WriteAuditAsync(eventData.TransactionId, cancellationToken);
        }

        return result;
    }

    public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        eventData.Context is PortalDb { HasAuditToWrite: true }
            ? throw new NotSupportedException("The portal commits asynchronously only.")
            : result;

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
