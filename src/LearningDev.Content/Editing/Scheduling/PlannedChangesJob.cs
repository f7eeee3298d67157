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
        var (made, refused) = (0, 0);
        HashSet<(string, PlannedAction)> seen = [];
        List<Exception> faults = [];
        while (await DueAsync(now, seen, faults.Count, cancellation) is { Count: > 0 } due)
        {
            foreach (var plan in due)
            {
                cancellation.ThrowIfCancellationRequested();
                try
                {
                    var result = await CarryOutAsync(plan, cancellation);
                    made += result is PlanResult.Made ? 1 : 0;
                    refused += result is PlanResult.Refused refusal && await RefuseAsync(plan, refusal.Reasons, cancellation) ? 1 : 0;
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    // The plan stays, and is tried again at the next run; the others must not wait for it.
                    LogFailure(fault, plan.Action, plan.ContentItemId);
                    faults.Add(fault);
                }
            }
        }

        return faults.Count > 0
            ? throw new AggregateException($"{faults.Count} planned changes failed and are tried again; {made} were made.", faults)
            : made + refused == 0 ? "" : $"{made:#,0} made, {refused:#,0} refused";
    }

    /// <summary>The next plans that are due. Those that failed in this run are still due, and are left out.</summary>
    private async Task<List<PlannedChange>> DueAsync(DateTime now, HashSet<(string, PlannedAction)> seen, int failed, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<PlannedChange>().AsNoTracking()
            .Where(row => row.RefusedUtc == null && row.DueUtc <= now).OrderBy(row => row.DueUtc).ThenBy(row => row.Action).ThenBy(row => row.ContentItemId)
            .Take(AtOnce + failed).ToListAsync(cancellation);
        return [.. due.Where(plan => seen.Add((plan.ContentItemId, plan.Action)))];
    }

    private async Task<PlanResult> CarryOutAsync(PlannedChange plan, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await Rows(db, plan).ExecuteDeleteAsync(cancellation) == 0)
        {
            return new PlanResult.Gone();
        }

        try
        {
            var planner = (await scope.ServiceProvider.GetRequiredService<AuthorNames>().FindAsync([plan.PlannedBy], cancellation))[plan.PlannedBy];
            var why = plan.Note.Length > 0 ? plan.Note : plan.PlannedBy is null ? "As planned" : $"As planned by {planner}";
            var isThere = plan.Action == PlannedAction.Archive
                ? await items.ArchiveAsync(plan.ContentItemId, why, cancellation)
                : await items.PublishVersionAsync(plan.ContentItemId, plan.VersionId, why, cancellation) is not null;
            if (!isThere)
            {
                return new PlanResult.Refused(["The item, or the version that was to be published, is not there any more"]);
            }

            await transaction.CommitAsync(CancellationToken.None);
            return new PlanResult.Made();
        }
        catch (ContentInvalidException invalid)
        {
            return new PlanResult.Refused([.. invalid.Errors.Select(error => error.Message)]);
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

/// <summary>What became of a planned change.</summary>
internal abstract record PlanResult
{
    /// <summary>It was made.</summary>
    internal sealed record Made : PlanResult;

    /// <summary>Somebody else has made, changed or cancelled it in the meantime.</summary>
    internal sealed record Gone : PlanResult;

    /// <summary>There are reasons against it.</summary>
    internal sealed record Refused(IReadOnlyList<string> Reasons) : PlanResult;
}
