using LearningDev.Content.Editing.Bulk.Keeping;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningDev.Content.Editing.Bulk.Working;

/// <summary>
/// Finds out what a change does to each item, or makes it. Each item is changed in a transaction of its own, which also says that it is: what is done again
/// after a stop is done once, and one item that cannot be changed is in no other's way.
/// </summary>
internal sealed partial class BulkWorking(
    PortalDb db, IServiceScopeFactory scopes, RolePermissions permissions, CurrentPerson person, TimeProvider time, ILogger<BulkWorking> log)
{
    private const int AtOnce = 20;

    private const string Failed = "The portal could not change it. What went wrong is in its log";

    /// <summary>Does what the state of the change asks for.</summary>
    public async Task WorkAsync(QueuedWork<BulkPlace> work, CancellationToken cancellation)
    {
        var change = await db.Set<BulkChange>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == work.Id, cancellation);
        if (change?.State is not (BulkState.Checking or BulkState.Running))
        {
            return;
        }

        var mayPublish = await permissions.MayAsync(person.Principal, ContentModule.PublishContent.Name);
        var (wanted, next) = change.State == BulkState.Checking ? (BulkOutcome.Unknown, BulkState.Checked) : (BulkOutcome.Ready, BulkState.Done);
        var count = await db.Set<BulkItem>().CountAsync(row => row.BulkId == change.Id && row.Outcome == wanted, cancellation);
        var done = 0;
        while (await NextAsync(change.Id, wanted, cancellation) is { Count: > 0 } few)
        {
            work.Report(new BulkPlace(done, count));
            await (wanted == BulkOutcome.Unknown ? CheckAsync(change, few, mayPublish, cancellation) : MakeAllAsync(change, few, mayPublish, cancellation));
            done += few.Count;
        }

        var now = time.GetUtcNow().UtcDateTime;
        await db.Set<BulkChange>().Where(row => row.Id == change.Id && row.State == change.State).ExecuteUpdateAsync(
            row => row.SetProperty(x => x.State, next).SetProperty(x => x.EndedUtc, now).SetProperty(x => x.Version, x => x.Version + 1), cancellation);
    }

    private Task<List<BulkItem>> NextAsync(string id, BulkOutcome wanted, CancellationToken cancellation) =>
        db.Set<BulkItem>().AsNoTracking().Where(row => row.BulkId == id && row.Outcome == wanted).OrderBy(row => row.Number).Take(AtOnce).ToListAsync(cancellation);

    private async Task CheckAsync(BulkChange change, List<BulkItem> few, bool mayPublish, CancellationToken cancellation)
    {
        await using var scope = NewScope();
        var subjects = await SubjectsAsync(scope, [.. few.Select(item => item.ContentItemId)], cancellation);
        var judging = scope.ServiceProvider.GetRequiredService<BulkJudging>();
        db.AttachRange(few);
        foreach (var item in few)
        {
            if (subjects.GetValueOrDefault(item.ContentItemId) is not { } subject)
            {
                (item.Outcome, item.Words) = (BulkOutcome.Refused, "It is not there any more");
                continue;
            }

            (item.VersionId, item.Revision) = (subject.Latest.ContentItemVersionId, subject.Latest.Revision);
            item.Title = ItemNames.Of(subject.Latest.DisplayText);
            (item.Outcome, item.Words) = await judging.JudgeAsync(change, subject, mayPublish, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private async Task MakeAllAsync(BulkChange change, List<BulkItem> few, bool mayPublish, CancellationToken cancellation)
    {
        foreach (var item in few)
        {
            cancellation.ThrowIfCancellationRequested();
            await MakeAsync(change, item, mayPublish, cancellation);
        }
    }

    private async Task MakeAsync(BulkChange change, BulkItem item, bool mayPublish, CancellationToken cancellation)
    {
        BulkVerdict verdict;
        try
        {
            verdict = await TryAsync(change, item, mayPublish, cancellation);
        }
        catch (ContentInvalidException invalid)
        {
            verdict = BulkVerdict.Refused(invalid.Errors.Select(error => error.Message));
        }
        catch (ContentConflictException)
        {
            verdict = BulkVerdict.Refused("Somebody changed it at the same time");
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogFailure(fault, item.ContentItemId);
            verdict = BulkVerdict.Refused(Failed);
        }

        if (verdict.Outcome != BulkOutcome.Done)
        {
            await SetAsync(db, item, verdict, cancellation);
        }
    }

    private async Task<BulkVerdict> TryAsync(BulkChange change, BulkItem item, bool mayPublish, CancellationToken cancellation)
    {
        await using var scope = NewScope();
        var own = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await own.Database.BeginTransactionAsync(cancellation);
        if (await SetAsync(own, item, new BulkVerdict(BulkOutcome.Done, item.Words), cancellation) == 0)
        {
            return new BulkVerdict(BulkOutcome.Done, "");
        }

        if ((await SubjectsAsync(scope, [item.ContentItemId], cancellation)).GetValueOrDefault(item.ContentItemId) is not { } subject)
        {
            return BulkVerdict.Refused("It is not there any more");
        }

        if (subject.Latest.ContentItemVersionId != item.VersionId || subject.Latest.Revision != item.Revision)
        {
            return BulkVerdict.Refused("It was changed after you had looked at it");
        }

        var judging = scope.ServiceProvider.GetRequiredService<BulkJudging>();
        var verdict = await judging.JudgeAsync(change, subject, mayPublish, cancellation);
        if (verdict.Outcome != BulkOutcome.Ready)
        {
            return verdict;
        }

        await judging.CarryOutAsync(change, subject, cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return new BulkVerdict(BulkOutcome.Done, item.Words);
    }

    // Only what is ready: what another node has done meanwhile stays done.
    private static Task<int> SetAsync(PortalDb db, BulkItem item, BulkVerdict verdict, CancellationToken cancellation) =>
        db.Set<BulkItem>().Where(row => row.BulkId == item.BulkId && row.Number == item.Number && row.Outcome == BulkOutcome.Ready).ExecuteUpdateAsync(
            row => row.SetProperty(x => x.Outcome, verdict.Outcome).SetProperty(x => x.Words, verdict.Words), cancellation);

    private AsyncServiceScope NewScope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAs(person.Principal);
        return scope;
    }

    private static async Task<Dictionary<string, BulkSubject>> SubjectsAsync(AsyncServiceScope scope, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var visibility = scope.ServiceProvider.GetRequiredService<ItemVisibility>();
        var published = (await items.FindAllAsync(ids, VersionChoice.Published, cancellation)).ToDictionary(item => item.ContentItemId);
        var reader = await visibility.ReaderAsync(cancellation);
        return (await items.FindAllAsync(ids, VersionChoice.Latest, cancellation)).Where(item => reader.Sees(visibility.ReadersOf(item)))
            .ToDictionary(item => item.ContentItemId, item => new BulkSubject(item, published.GetValueOrDefault(item.ContentItemId)));
    }

    [LoggerMessage(LogLevel.Error, "The item {Item} could not be changed together with others")]
    private partial void LogFailure(Exception fault, string item);
}
