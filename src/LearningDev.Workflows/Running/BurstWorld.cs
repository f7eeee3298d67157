using System.Data.Common;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace LearningDev.Workflows.Running;

/// <summary>The portal, as bursts see it.</summary>
internal sealed class BurstWorld(PortalDb db, ActivityCatalogue catalogue, Features features, ContentItems items, CurrentPerson person, TimeProvider time) : IBurstWorld
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public (string? Id, string Name) Actor => (person.Id, person.Name);

    public async Task<(IActivity? Activity, string WhyNot)> FindAsync(ActivityRecord record, CancellationToken cancellation) =>
        catalogue.Find(record.Name) is not { } activity ? (null, $"The portal has no activity “{record.Name}”")
            : await features.SwitchedOffOwnerAsync(activity.GetType(), cancellation) is { } owner ? (null, $"The module {owner.Name} is switched off")
            : (activity, "");

    public string TitleOf(ActivityRecord record) => catalogue.TitleOf(record);

    public Task<ContentItem?> FindItemAsync(string id, CancellationToken cancellation) => items.FindAsync(id, VersionChoice.Latest, cancellation);

    public Task<T> UndoablyAsync<T>(Func<Task<T>> act, CancellationToken cancellation) => db.UndoablyAsync(act, cancellation);

    public bool IsOfTheMachine(Exception fault)
    {
        for (var at = fault; at is not null; at = at.InnerException)
        {
            if (at is SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } or DbException { IsTransient: true } or OutOfMemoryException or OperationCanceledException)
            {
                return true;
            }
        }

        return false;
    }
}

internal static class OwnTransaction
{
    extension(PortalDb db)
    {
        /// <summary>Begins a transaction where there is none; null where there is one.</summary>
        public async Task<IDbContextTransaction?> BeginIfNeededAsync(CancellationToken cancellation) =>
            db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;

        /// <summary>Saves, and commits a transaction that was begun here.</summary>
        public async Task CommitAsync(IDbContextTransaction? own)
        {
            await db.SaveChangesAsync(CancellationToken.None);
            if (own is not null)
            {
                await own.CommitAsync(CancellationToken.None);
            }
        }
    }
}
