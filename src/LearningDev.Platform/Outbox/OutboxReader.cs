using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Outbox;

/// <summary>Reads the outbox for the administrators' pages. What a message says is not read.</summary>
internal sealed class OutboxReader(PortalDb db, ModuleRegistry registry, Features features)
{
    /// <summary>Reads a page of the messages that pass the filter, newest first.</summary>
    /// <param name="filter">Which messages.</param>
    /// <param name="page">The page, from 1; the last when there are fewer.</param>
    /// <param name="size">How many messages a page has.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<OutboxPage> ReadAsync(OutboxFilter filter, int page, int size, CancellationToken cancellation)
    {
        var counts = await db.Set<OutboxMessage>().GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var wanted = filter.Apply(db.Set<OutboxMessage>());
        var count = await wanted.CountAsync(cancellation);
        var pages = Math.Max(1, (count + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var messages = await Lines(wanted.OrderByDescending(row => row.CreatedUtc).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size))
            .ToListAsync(cancellation);
        return new OutboxPage(messages, count, page, pages, counts);
    }

    /// <summary>Finds a message; null when there is none.</summary>
    public Task<OutboxLine?> FindAsync(string id, CancellationToken cancellation) =>
        Lines(db.Set<OutboxMessage>().Where(row => row.Id == id)).SingleOrDefaultAsync(cancellation);

    /// <summary>The kinds of messages that wait because their module is switched off.</summary>
    public async Task<IReadOnlySet<string>> WaitingForModulesAsync(CancellationToken cancellation)
    {
        var enabled = await features.EnabledAsync(cancellation);
        return registry.Deliveries.Where(delivery => !enabled.Contains(delivery.ModuleId)).Select(delivery => delivery.Kind).ToHashSet();
    }

    private static IQueryable<OutboxLine> Lines(IQueryable<OutboxMessage> messages) => messages.Select(row => new OutboxLine(
        row.Id, row.Kind, row.Key, row.About, row.State, row.Attempts, row.CreatedUtc, row.NextAttemptUtc, row.EndedUtc, row.LastError, row.Payload != null));
}

/// <summary>A message as administrators see it.</summary>
internal sealed record OutboxLine(
    string Id, string Kind, string Key, string About, OutboxState State, int Attempts, DateTime CreatedUtc, DateTime NextAttemptUtc, DateTime? EndedUtc,
    string LastError, bool HasContent)
{
    /// <summary>True when it can be tried again, or given up.</summary>
    public bool IsOpen => HasContent && State is OutboxState.Failed or OutboxState.InDoubt or OutboxState.Waiting;
}

/// <summary>A page of the outbox.</summary>
internal sealed record OutboxPage(IReadOnlyList<OutboxLine> Messages, int Count, int Page, int Pages, IReadOnlyDictionary<OutboxState, int> Counts)
{
    public int Of(OutboxState state) => Counts.GetValueOrDefault(state);
}

/// <summary>Which messages are wanted; null means all.</summary>
internal sealed record OutboxFilter(OutboxState? State, string? Kind)
{
    public bool IsEmpty => State is null && Kind is null;

    /// <summary>Reads a filter from an address; what is unknown there counts as all.</summary>
    public static OutboxFilter Read(string? state, string? kind) => new(
        Enum.TryParse<OutboxState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsDigit(state[0]) ? known : null,
        string.IsNullOrWhiteSpace(kind) || kind.Length > OutboxMessage.KindLength || kind.Contains('\0', StringComparison.Ordinal) ? null : kind.Trim());

    public IQueryable<OutboxMessage> Apply(IQueryable<OutboxMessage> messages)
    {
        if (State is { } state)
        {
            messages = messages.Where(row => row.State == state);
        }

        return Kind is { } kind ? messages.Where(row => row.Kind == kind) : messages;
    }
}
