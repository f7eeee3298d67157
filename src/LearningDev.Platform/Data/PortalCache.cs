using Microsoft.Extensions.Caching.Memory;

namespace LearningDev.Platform.Data;

/// <summary>
/// Keeps what every request reads and few change: settings, definitions, permissions. A change is seen at once on the node that
/// made it and within the lifetime on the others.
/// </summary>
public sealed class PortalCache(IMemoryCache memory, PortalCacheLifetime lifetime)
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<PortalDb, Own> own = [];

    /// <summary>
    /// Reads a value, loading it when it is not kept. What a context reads in a transaction it keeps for itself, because others must not see what may
    /// be rolled back.
    /// </summary>
    public async Task<T> GetAsync<T>(PortalDb db, string key, Func<Task<T>> load) where T : class
    {
        var transaction = db.Database.CurrentTransaction?.TransactionId;
        var ofContext = own.GetOrCreateValue(db);
        var changed = ofContext.Changed.Contains(key);
        if (!changed && memory.TryGetValue<T>(key, out var kept) && kept is not null)
        {
            return kept;
        }

        if (transaction is not null && ofContext.Find((transaction, db.Undone), key) is T mine)
        {
            return mine;
        }

        var value = await load();
        if (transaction is not null)
        {
            return ofContext.Keep((transaction, db.Undone), key, value);
        }

        return changed ? value : memory.Set(key, value, lifetime.Value);
    }

    /// <summary>Forgets a value when the context's changes are committed.</summary>
    public void ForgetOnCommit(PortalDb db, string key)
    {
        var ofContext = own.GetOrCreateValue(db);
        ofContext.Changed.Add(key);
        ofContext.Values.Remove(key);
        db.OnCommitted(() =>
        {
            memory.Remove(key);
            ofContext.Changed.Remove(key);
        });
    }

    /// <summary>What a context has changed, and what it has read in its transaction since that last went back to a savepoint.</summary>
    private sealed class Own
    {
        private (Guid? Transaction, int Undone) when;

        public HashSet<string> Changed { get; } = [];

        public Dictionary<string, object> Values { get; } = [];

        public object? Find((Guid? Transaction, int Undone) now, string key) => when == now ? Values.GetValueOrDefault(key) : null;

        public T Keep<T>((Guid? Transaction, int Undone) now, string key, T value) where T : class
        {
            if (when != now)
            {
                when = now;
                Values.Clear();
            }

            Values[key] = value;
            return value;
        }
    }
}

/// <summary>How long a node may keep what it has read.</summary>
/// <param name="Value">The time; until it is over, a change that another node made is not seen.</param>
public sealed record PortalCacheLifetime(TimeSpan Value)
{
    /// <summary>One second.</summary>
    public static PortalCacheLifetime Usual { get; } = new(TimeSpan.FromSeconds(1));
}
