using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Triggers;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Definitions;

/// <summary>
/// Workflow types: drafts that administrators work on, and published versions, which never change (WFL-01, WFL-02). A case keeps to the version that it began on.
/// </summary>
public sealed class WorkflowTypes
{
    private const string CacheKey = "workflow-types";

    // Versions never change, so what is read once is right for good.
    private static readonly ConcurrentDictionary<string, WorkflowDefinition> Read = new();

    private const int MostRead = 500;

    private readonly PortalDb db;
    private readonly PortalCache cache;
    private readonly IEvents events;
    private readonly CurrentPerson person;
    private readonly TimeProvider time;
    private readonly TimerTimes timers;

    internal WorkflowTypes(PortalDb db, PortalCache cache, IEvents events, CurrentPerson person, TimeProvider time, TimerTimes timers)
    {
        this.db = db;
        this.cache = cache;
        this.events = events;
        this.person = person;
        this.time = time;
        this.timers = timers;
    }

    /// <summary>All types by name, with how many of their cases are going on.</summary>
    public async Task<IReadOnlyList<WorkflowTypeLine>> ListAsync(CancellationToken cancellation = default)
    {
        var rows = await db.Set<WorkflowTypeRow>().AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancellation);
        var counts = await db.Set<CaseRow>().Where(row => row.Status == CaseStatus.Waiting || row.Status == CaseStatus.Faulted)
            .GroupBy(row => new { row.TypeId, row.Status }).Select(group => new { group.Key.TypeId, group.Key.Status, Count = group.Count() }).ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new WorkflowTypeLine(
                row.Id, row.Name, row.IsEnabled, row.VersionNumber, row.Draft is not null, row.ChangedUtc, row.ChangedBy,
                counts.Where(count => count.TypeId == row.Id).Sum(count => count.Count),
                counts.Where(count => count.TypeId == row.Id && count.Status == CaseStatus.Faulted).Sum(count => count.Count))),
        ];
    }

    /// <summary>Finds a type with its draft, or what is published where there is no draft; null when there is none.</summary>
    public async Task<WorkflowDraft?> FindAsync(string typeId, CancellationToken cancellation = default)
    {
        if (await db.Set<WorkflowTypeRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == typeId, cancellation) is not { } row)
        {
            return null;
        }

        var definition = row.Draft is { } draft ? WorkflowDefinition.Read(draft) : (await VersionAsync(row.VersionId!, cancellation)).Copy();
        definition.IsEnabled = row.IsEnabled;
        return new WorkflowDraft(definition, row.Revision, row.Draft is not null, row.IsEnabled, row.VersionNumber, row.VersionId, row.ChangedUtc, row.ChangedBy);
    }

    /// <summary>Saves a draft. What is published, and the cases that are going on, stay as they are.</summary>
    /// <param name="definition">The draft. A new type gets an id where it has none.</param>
    /// <param name="revision">The revision that was read; 0 for a new type.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>The new revision.</returns>
    /// <exception cref="WorkflowConflictException">Somebody else has saved or published it since.</exception>
    public async Task<int> SaveDraftAsync(WorkflowDefinition definition, int revision, CancellationToken cancellation = default)
    {
        var row = await TakeAsync(definition, revision, cancellation);
        var json = definition.ToJson();
        if (row.Draft == json || (row.Draft is null && row.VersionId is { } version && SaysTheSame(await VersionAsync(version, cancellation), definition)))
        {
            return row.Revision;
        }

        row.Draft = json;
        row.Name = definition.Name;
        await SaveAsync(row, cancellation);
        await events.PublishAsync(new WorkflowDraftSaved(row.Id, row.Name), cancellation);
        return row.Revision;
    }

    /// <summary>Gives the draft up, so that what is published is what administrators see again.</summary>
    /// <returns>False when there is no draft, or nothing was ever published.</returns>
    /// <exception cref="WorkflowConflictException">Somebody else has saved or published it since.</exception>
    public async Task<bool> DiscardDraftAsync(string typeId, int revision, CancellationToken cancellation = default)
    {
        if (await db.Set<WorkflowTypeRow>().SingleOrDefaultAsync(candidate => candidate.Id == typeId, cancellation) is not { Draft: not null, VersionId: { } version } row)
        {
            return false;
        }

        Require(row, revision);
        row.Draft = null;
        row.Name = (await VersionAsync(version, cancellation)).Name;
        await SaveAsync(row, cancellation);
        await events.PublishAsync(new WorkflowDraftDiscarded(row.Id, row.Name), cancellation);
        return true;
    }

    /// <summary>Publishes a version: new cases keep to it, and those that are going on keep to theirs.</summary>
    /// <param name="definition">What is to be published.</param>
    /// <param name="revision">The revision that was read; 0 for a new type.</param>
    /// <param name="note">Why; may be empty. Up to 500 characters.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>The version, or the one that is published already when that says the same.</returns>
    /// <exception cref="WorkflowConflictException">Somebody else has saved or published it since.</exception>
    public async Task<WorkflowVersion> PublishAsync(WorkflowDefinition definition, int revision, string note, CancellationToken cancellation = default)
    {
        var row = await TakeAsync(definition, revision, cancellation);
        definition.IsEnabled = row.VersionId is null ? definition.IsEnabled : row.IsEnabled;
        var json = definition.ToJson();
        if (row is { VersionId: { } current, Draft: null } && SaysTheSame(await VersionAsync(current, cancellation), definition))
        {
            return await FindVersionAsync(current, cancellation) ?? throw new InvalidOperationException($"The version {current} is gone.");
        }

        var version = new WorkflowVersionRow
        {
            TypeId = row.Id,
            Number = row.VersionNumber + 1,
            Json = json,
            PublishedUtc = time.GetUtcNow().UtcDateTime,
            PublishedBy = person.Name,
            Note = note.Length <= WorkflowVersionRow.NoteLength ? note : note[..WorkflowVersionRow.NoteLength],
        };
        db.Add(version);
        row.Name = definition.Name;
        row.IsEnabled = definition.IsEnabled;
        row.Draft = null;
        row.VersionId = version.Id;
        row.VersionNumber = version.Number;
        await SaveAsync(row, cancellation);
        await timers.PlanAsync(row.Id, row.IsEnabled, definition, cancellation);
        cache.ForgetOnCommit(db, CacheKey);
        await events.PublishAsync(new WorkflowPublished(row.Id, row.Name, version.Number) { Reason = version.Note }, cancellation);
        return ToVersion(version);
    }

    /// <summary>Switches a type on or off. While it is off no case is started; those that are going on go on.</summary>
    /// <returns>False when there is no such published type, or it was so already.</returns>
    public async Task<bool> EnableAsync(string typeId, bool isEnabled, CancellationToken cancellation = default)
    {
        if (await db.Set<WorkflowTypeRow>().SingleOrDefaultAsync(row => row.Id == typeId && row.VersionId != null, cancellation) is not { } row || row.IsEnabled == isEnabled)
        {
            return false;
        }

        row.IsEnabled = isEnabled;
        await SaveAsync(row, cancellation);
        await timers.PlanAsync(row.Id, isEnabled, await VersionAsync(row.VersionId!, cancellation), cancellation);
        cache.ForgetOnCommit(db, CacheKey);
        await events.PublishAsync(new WorkflowSwitched(row.Id, row.Name, isEnabled), cancellation);
        return true;
    }

    /// <summary>The versions of a type, the newest first, with how many cases are going on with each.</summary>
    public async Task<IReadOnlyList<WorkflowVersion>> VersionsAsync(string typeId, CancellationToken cancellation = default)
    {
        var rows = await db.Set<WorkflowVersionRow>().AsNoTracking().Where(row => row.TypeId == typeId).OrderByDescending(row => row.Number).ToListAsync(cancellation);
        var counts = await db.Set<CaseRow>().Where(row => row.TypeId == typeId && (row.Status == CaseStatus.Waiting || row.Status == CaseStatus.Faulted))
            .GroupBy(row => row.VersionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return [.. rows.Select(row => ToVersion(row) with { CasesGoingOn = counts.GetValueOrDefault(row.Id) })];
    }

    /// <summary>Finds a version with its definition; null when there is none.</summary>
    public async Task<WorkflowVersion?> FindVersionAsync(string versionId, CancellationToken cancellation = default) =>
        await db.Set<WorkflowVersionRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == versionId, cancellation) is { } row ? ToVersion(row) : null;

    /// <summary>Finds a version by its number; null when there is none.</summary>
    public async Task<WorkflowVersion?> FindVersionAsync(string typeId, int number, CancellationToken cancellation = default) =>
        await db.Set<WorkflowVersionRow>().AsNoTracking().SingleOrDefaultAsync(row => row.TypeId == typeId && row.Number == number, cancellation) is { } row ? ToVersion(row) : null;

    /// <summary>The definition of a version, which is not to be changed.</summary>
    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    internal async Task<WorkflowDefinition> VersionAsync(string versionId, CancellationToken cancellation)
    {
        if (Read.TryGetValue(versionId, out var known))
        {
            return known;
        }

        var json = await db.Set<WorkflowVersionRow>().Where(row => row.Id == versionId).Select(row => row.Json).SingleOrDefaultAsync(cancellation)
            ?? throw new InvalidOperationException($"There is no version {versionId} of a workflow.");
        if (Read.Count >= MostRead)
        {
            Read.Clear();
        }

        return Read[versionId] = WorkflowDefinition.Read(json);
    }

    /// <summary>The published versions of the types that are switched on.</summary>
    internal Task<IReadOnlyList<LiveType>> LiveAsync(CancellationToken cancellation) => cache.GetAsync<IReadOnlyList<LiveType>>(db, CacheKey, async () =>
    {
        var rows = await db.Set<WorkflowTypeRow>().AsNoTracking().Where(row => row.IsEnabled && row.VersionId != null)
            .OrderBy(row => row.Id).Select(row => new { row.Id, VersionId = row.VersionId!, row.VersionNumber }).ToListAsync(cancellation);
        List<LiveType> live = [];
        foreach (var row in rows)
        {
            live.Add(new LiveType(row.Id, row.VersionId, row.VersionNumber, await VersionAsync(row.VersionId, cancellation)));
        }

        return live;
    });

    /// <summary>True when two definitions differ in nothing but in whether they are switched on.</summary>
    internal static bool SaysTheSame(WorkflowDefinition one, WorkflowDefinition other)
    {
        var (first, second) = (one.Write(), other.Write());
        first.Remove(nameof(WorkflowDefinition.IsEnabled));
        second.Remove(nameof(WorkflowDefinition.IsEnabled));
        return JsonNode.DeepEquals(first, second);
    }

    private async Task<WorkflowTypeRow> TakeAsync(WorkflowDefinition definition, int revision, CancellationToken cancellation)
    {
        definition.WorkflowTypeId = definition.WorkflowTypeId.Length == 0 ? Identifiers.New() : definition.WorkflowTypeId;
        var row = await db.Set<WorkflowTypeRow>().SingleOrDefaultAsync(candidate => candidate.Id == definition.WorkflowTypeId, cancellation);
        if (row is null)
        {
            row = new WorkflowTypeRow { Id = definition.WorkflowTypeId, Name = definition.Name };
            db.Add(row);
        }

        Require(row, revision);
        return row;
    }

    private static void Require(WorkflowTypeRow row, int revision)
    {
        if (row.Revision != revision)
        {
            throw new WorkflowConflictException(row.Name, row.ChangedBy);
        }
    }

    private async Task SaveAsync(WorkflowTypeRow row, CancellationToken cancellation)
    {
        row.Revision++;
        row.ChangedUtc = time.GetUtcNow().UtcDateTime;
        row.ChangedBy = person.Name;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || PortalDb.IsUniqueViolation(fault))
        {
            throw new WorkflowConflictException(row.Name, null);
        }
    }

    private static WorkflowVersion ToVersion(WorkflowVersionRow row) =>
        new(row.Id, row.TypeId, row.Number, row.PublishedUtc, row.PublishedBy, row.Note, WorkflowDefinition.Read(row.Json));
}

/// <summary>A workflow type as a list shows it.</summary>
/// <param name="Id">The type's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsEnabled">True when it starts cases.</param>
/// <param name="VersionNumber">The number of the published version; 0 when there is none.</param>
/// <param name="HasDraft">True when there is a draft that differs from it.</param>
/// <param name="ChangedUtc">When it was last saved or published, in UTC.</param>
/// <param name="ChangedBy">By whom.</param>
/// <param name="CasesGoingOn">How many cases wait or are stuck, of all versions.</param>
/// <param name="CasesStuck">How many of these are stuck at a fault.</param>
public sealed record WorkflowTypeLine(
    string Id, string Name, bool IsEnabled, int VersionNumber, bool HasDraft, DateTime ChangedUtc, string ChangedBy, int CasesGoingOn, int CasesStuck);

/// <summary>A workflow type as an administrator works on it.</summary>
/// <param name="Definition">The draft, or what is published; may be changed and saved.</param>
/// <param name="Revision">To be given back when it is saved.</param>
/// <param name="IsDraft">True when it differs from what is published.</param>
/// <param name="IsEnabled">True when the type starts cases.</param>
/// <param name="VersionNumber">The number of the published version; 0 when there is none.</param>
/// <param name="VersionId">The id of the published version; null when there is none.</param>
/// <param name="ChangedUtc">When it was last saved or published, in UTC.</param>
/// <param name="ChangedBy">By whom.</param>
public sealed record WorkflowDraft(
    WorkflowDefinition Definition, int Revision, bool IsDraft, bool IsEnabled, int VersionNumber, string? VersionId, DateTime ChangedUtc, string ChangedBy);

/// <summary>A published version, which never changes.</summary>
/// <param name="Id">The version's id.</param>
/// <param name="TypeId">The type's id.</param>
/// <param name="Number">Counts the type's versions from 1.</param>
/// <param name="PublishedUtc">When, in UTC.</param>
/// <param name="PublishedBy">By whom.</param>
/// <param name="Note">Why; may be empty.</param>
/// <param name="Definition">What it says.</param>
public sealed record WorkflowVersion(string Id, string TypeId, int Number, DateTime PublishedUtc, string PublishedBy, string Note, WorkflowDefinition Definition)
{
    /// <summary>How many cases that keep to it wait or are stuck; only where versions are listed.</summary>
    public int CasesGoingOn { get; init; }
}

/// <summary>A type that starts cases.</summary>
internal sealed record LiveType(string Id, string VersionId, int VersionNumber, WorkflowDefinition Definition);

/// <summary>Somebody else has saved or published the workflow type since it was read.</summary>
/// <param name="name">The type's name.</param>
/// <param name="savedBy">Who has; null when that is not known.</param>
public sealed class WorkflowConflictException(string name, string? savedBy) : Exception($"{name} was changed by {savedBy ?? "somebody else"} in the meantime.")
{
    /// <summary>Who has saved it; null when that is not known.</summary>
    public string? SavedBy { get; } = savedBy;
}

/// <summary>A draft of a workflow type was saved.</summary>
/// <param name="Id">The type's id.</param>
/// <param name="Name">Its name.</param>
public sealed record WorkflowDraftSaved(string Id, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Workflow", Id, Name);

    /// <inheritdoc />
    public string Summary => $"Saved a draft of the workflow {Name}";
}

/// <summary>A draft of a workflow type was given up.</summary>
/// <param name="Id">The type's id.</param>
/// <param name="Name">Its name.</param>
public sealed record WorkflowDraftDiscarded(string Id, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Workflow", Id, Name);

    /// <inheritdoc />
    public string Summary => $"Discarded the draft of the workflow {Name}";
}

/// <summary>A version of a workflow type was published.</summary>
/// <param name="Id">The type's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">The version's number.</param>
public sealed record WorkflowPublished(string Id, string Name, int Number) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Workflow", Id, Name);

    /// <inheritdoc />
    public string Summary => $"Published version {Number} of the workflow {Name}";

    /// <inheritdoc />
    public string Reason { get; init; } = "";
}

/// <summary>A workflow type was switched on or off.</summary>
/// <param name="Id">The type's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsEnabled">True when it starts cases now.</param>
public sealed record WorkflowSwitched(string Id, string Name, bool IsEnabled) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Workflow", Id, Name);

    /// <inheritdoc />
    public string Summary => $"Switched the workflow {Name} {(IsEnabled ? "on" : "off")}";
}
