using System.Globalization;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;

namespace LearningDev.Coaching.Pools;

/// <summary>Reads pools of coaches, and who may ask in them (COA-01).</summary>
internal sealed class PoolReader(ContentItems items, ItemVisibility visibility, RolePermissions permissions, CurrentPerson person)
{
    /// <summary>All published pools by name. A council has a handful.</summary>
    public async Task<IReadOnlyList<Pool>> AllAsync(CancellationToken cancellation) =>
        [.. (await items.AllAsync(nameof(CoachingPool), VersionChoice.Published, cancellation)).Select(item => new Pool(item))];

    /// <summary>The pools in which the current person may ask.</summary>
    public async Task<IReadOnlyList<Pool>> OwnAsync(CancellationToken cancellation)
    {
        List<Pool> own = [];
        foreach (var pool in await AllAsync(cancellation))
        {
            if (await MayAskAsync(pool, cancellation))
            {
                own.Add(pool);
            }
        }

        return own;
    }

    /// <summary>A published pool that the current person may see: one in which they may ask, or any for who manages coaching; null when there is none of that id.</summary>
    public async Task<Pool?> FindSeenAsync(string id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } pool && (await MayAskAsync(pool, cancellation) || await permissions.MayAsync(person.Principal, CoachingModule.ManageCoaching.Name)) ? pool : null;

    /// <summary>A published pool; null when there is none of that id.</summary>
    public async Task<Pool?> FindAsync(string id, CancellationToken cancellation) =>
        await items.FindAsync(id, VersionChoice.Published, cancellation) is { ContentType: nameof(CoachingPool) } item ? new Pool(item) : null;

    /// <summary>True when the current person may ask in a pool: they have one of its role levels and one of its roles, where it names any.</summary>
    public async Task<bool> MayAskAsync(Pool pool, CancellationToken cancellation) =>
        (pool.Rules.Levels.Values is var levels && (levels.Count == 0 || levels.Contains(person.RoleLevel)))
        && await visibility.IsForAsync(pool.Item, cancellation);
}

/// <summary>A pool of coaches.</summary>
/// <param name="Item">Its published item.</param>
internal sealed record Pool(ContentItem Item)
{
    public string Id => Item.ContentItemId;

    public string Name => Item.DisplayText;

    public string Url => $"/{Item.As<AutoroutePart>().Path}";

    public CoachingPool Rules { get; } = Item.As<CoachingPool>();

    /// <summary>How many coaches of the pool one person may have at once.</summary>
    public int MostAtOnce => Math.Max(1, (int)(Rules.MostAtOnce.Value ?? 1));

    /// <summary>What a partnership of the pool is agreed on.</summary>
    public PartnershipTerms Terms => new(Id, Name, Rules.Agreement.Markdown ?? "")
    {
        HasChemistryMeeting = Rules.Chemistry.Value,
        ManagerSigns = Rules.ManagerSigns.Value,
        MostHours = Rules.Hours.Value,
        ReviewAfterMeetings = (int?)Rules.ReviewAfter.Value,
        QuietAfterDays = (int?)Rules.QuietAfterDays.Value,
    };

    /// <summary>Its rules in plain words, a line each.</summary>
    public IEnumerable<string> InWords()
    {
        if (Rules.Hours.Value is { } hours)
        {
            yield return $"Up to {hours.ToString("0.#", CultureInfo.InvariantCulture)} {(hours == 1 ? "hour" : "hours")} for each person";
        }

        yield return MostAtOnce == 1 ? "One coach at a time" : $"Up to {MostAtOnce} coaches at a time";
        if (Rules.Chemistry.Value)
        {
            yield return "You meet once without obligation before you agree";
        }

        yield return Rules.ManagerSigns.Value ? "You, your coach and your line manager sign an agreement" : "You and your coach sign an agreement; your line manager is not asked";
        if (Rules.ReviewAfter.Value is { } sessions)
        {
            yield return sessions == 1 ? "You look back together after the first session" : $"You look back together after {(int)sessions} sessions";
        }
    }
}
