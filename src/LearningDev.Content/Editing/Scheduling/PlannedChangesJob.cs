using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningDev.Content.Editing.Scheduling;

/// <summary>
/// Publishes and archives what is due, each item in a transaction of its own that takes the plan away: what two nodes do at once, and what is done again after
/// a kill, is done once.
/// </summary>
internal sealed partial class PlannedChangesJob(IServiceScopeFactory scopes, TimeProvider time, ILogger<PlannedChangesJob> log) : IScheduledJob
{
    public static readonly JobManifest Manifest = new(
        "Planned content changes", "Publishes and archives content at the times that editors have planned.", "0 * * * * ?");

    private const int AtOnce = 100;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (done, refused) = (0, 0);
        HashSet<(string, PlannedAction)> seen = [];
        List<Exception> faults = [];
        while (await DueAsync(now, seen.Count, cancellation) is { Count: > 0 } due)
        {
            foreach (var plan in due.Where(plan => seen.Add((plan.ContentItemId, plan.Action))))
            {
                cancellation.ThrowIfCancellationRequested();
                try
                {
                    var refusal = await CarryOutAsync(plan, cancellation);
                    done += refusal is null ? 1 : 0;
                    refused += refusal is not null && await RefuseAsync(plan, refusal, cancellation) ? 1 : 0;
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    // The plan stays, and is tried again at the next run; the others must not wait for it.
                    LogFailure(fault, plan.Action, plan.ContentItemId);
                    faults.Add(fault);
                }
            }

            if (due.Count < AtOnce)
            {
                break;
            }
        }

        return faults.Count > 0
            ? throw new AggregateException($"{faults.Count} planned changes failed and are tried again; {done} were made.", faults)
            : done + refused == 0 ? "" : $"{done:#,0} made, {refused:#,0} refused";
    }

    // Those that failed stay due, so what this run has seen is left out by their number at the least.
    private async Task<List<PlannedChange>> DueAsync(DateTime now, int seen, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<PlannedChange>().AsNoTracking()
            .Where(row => row.RefusedUtc == null && row.DueUtc <= now).OrderBy(row => row.DueUtc).ThenBy(row => row.Action).ThenBy(row => row.ContentItemId)
            .Take(AtOnce + seen).ToListAsync(cancellation);
    }

    /// <summary>Makes a planned change.</summary>
    /// <returns>Null when it is made, or was made or cancelled by somebody else; otherwise the reasons against it.</returns>
    private async Task<IReadOnlyList<string>?> CarryOutAsync(PlannedChange plan, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await Rows(db, plan).ExecuteDeleteAsync(cancellation) == 0)
        {
            return null;
        }

        try
        {
            var why = plan.Note.Length > 0 ? plan.Note : $"As planned by {plan.PlannedBy ?? "the portal"}";
            var made = plan.Action == PlannedAction.Archive
                ? await items.ArchiveAsync(plan.ContentItemId, why, cancellation)
                : await items.PublishVersionAsync(plan.ContentItemId, plan.VersionId, why, cancellation) is not null;
            if (!made)
            {
                return ["The item, or the version that was to be published, is not there any more"];
            }

            await transaction.CommitAsync(CancellationToken.None);
            return null;
        }
        catch (ContentInvalidException invalid)
        {
            return [.. invalid.Errors.Select(error => error.Message)];
        }
    }

    private async Task<bool> RefuseAsync(PlannedChange plan, IReadOnlyList<string> reasons, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var kept = string.Join('\n', reasons);
        kept = kept.Length <= PlannedChange.ReasonsLength ? kept : kept[..PlannedChange.ReasonsLength];
        var now = time.GetUtcNow().UtcDateTime;
        if (await Rows(db, plan).ExecuteUpdateAsync(
            row => row.SetProperty(x => x.RefusedUtc, now).SetProperty(x => x.Reasons, kept).SetProperty(x => x.Revision, x => x.Revision + 1), cancellation) == 0)
        {
            return false;
        }

        await scope.ServiceProvider.GetRequiredService<PlanLetters>().TellRefusedAsync(plan, reasons, cancellation);
        await scope.ServiceProvider.GetRequiredService<IEvents>().PublishAsync(
            new ContentPlanRefused(plan.ContentType, plan.ContentItemId, plan.DisplayText, plan.Action) { Reason = kept }, cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    // A plan that was changed since it was read is another plan.
    private static IQueryable<PlannedChange> Rows(PortalDb db, PlannedChange plan) => db.Set<PlannedChange>().Where(row =>
        row.ContentItemId == plan.ContentItemId && row.Action == plan.Action && row.Revision == plan.Revision && row.RefusedUtc == null);

    [LoggerMessage(LogLevel.Error, "The planned change {Action} of the item {Item} failed")]
    private partial void LogFailure(Exception fault, PlannedAction action, string item);
}
