using Microsoft.Extensions.Caching.Memory;

namespace LearningDev.Platform.Data;

/// <summary>
/// Keeps what every request reads and few change: settings, definitions, permissions. A change is seen at once on the node that
/// made it and within <see cref="Lifetime"/> on the others.
/// </summary>
public sealed class PortalCache(IMemoryCache memory)
{
    /// <summary>How long a value is kept: one second.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);

    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<PortalDb, HashSet<string>> changed = [];

    /// <summary>Reads a value, loading it when it is not kept. A context that has changed the value reads its own, unkept.</summary>
    public async Task<T> GetAsync<T>(PortalDb db, string key, Func<Task<T>> load) where T : class
    {
        if (changed.TryGetValue(db, out var keys) && keys.Contains(key))
        {
            return await load();
        }

        if (memory.TryGetValue<T>(key, out var kept) && kept is not null)
        {
            return kept;
        }

        var value = await load();
        return memory.Set(key, value, Lifetime);
    }

    /// <summary>Forgets a value when the context's changes are committed.</summary>
    public void ForgetOnCommit(PortalDb db, string key)
    {
        var keys = changed.GetOrCreateValue(db);
        keys.Add(key);
        db.OnCommitted(() =>
        {
            memory.Remove(key);
            keys.Remove(key);
        });
    }
}
