using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Tasks.Away;

/// <summary>What came of saying that one is away.</summary>
internal enum AwayOutcome
{
    /// <summary>It is kept.</summary>
    Kept,

    /// <summary>The delegate is not there, or is the person.</summary>
    NoSuchPerson,

    /// <summary>There is another delegate for some of the days.</summary>
    Overlaps,
}

/// <summary>Who decides for people while they are away (WFL-03). It holds for what waits for them already, too.</summary>
internal sealed class Deputies(PortalDb db, WorkingCalendar calendar, Colleagues colleagues, IEvents events, CurrentPerson person)
{
    /// <summary>
    /// The ids of the people for whom somebody can decide today: themselves, those who are away and have said so, and those whose own delegate is away in turn and has.
    /// </summary>
    public async Task<IReadOnlyList<string>> SeatsOfAsync(string personId, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        List<string> found = [personId];
        IReadOnlyList<string> from = [personId];
        while (from.Count > 0)
        {
            var away = await db.PeopleAway.Where(row => from.Contains(row.DelegateId) && row.FromDay <= today && row.ToDay >= today)
                .Select(row => row.PersonId).Distinct().ToListAsync(cancellation);
            from = [.. away.Except(found)];
            found.AddRange(from);
        }

        return found;
    }

    /// <summary>
    /// Who decides for people today, by the person's id: the first who is there of those who follow one another. Where nobody of them is, it is whom the person has chosen.
    /// Those who are not away are left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> DelegatesOfAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        Dictionary<string, string> next = [];
        HashSet<string> asked = [];
        List<string> ids = [.. personIds.Distinct()];
        while (ids.Count > 0)
        {
            asked.UnionWith(ids);
            var rows = await db.PeopleAway.Where(row => ids.Contains(row.PersonId) && row.FromDay <= today && row.ToDay >= today)
                .Select(row => new { row.PersonId, row.DelegateId }).ToListAsync(cancellation);
            foreach (var row in rows)
            {
                next.TryAdd(row.PersonId, row.DelegateId);
            }

            ids = [.. rows.Select(row => row.DelegateId).Distinct().Except(asked)];
        }

        return personIds.Where(next.ContainsKey).Distinct().ToDictionary(id => id, id => FirstThere(id, next));
    }

    private static string FirstThere(string personId, Dictionary<string, string> next)
    {
        HashSet<string> passed = [personId];
        var at = next[personId];
        while (passed.Add(at))
        {
            if (!next.TryGetValue(at, out var further))
            {
                return at;
            }

            at = further;
        }

        return next[personId];
    }

    /// <summary>When the current person is away, today or later, the earliest first.</summary>
    public async Task<IReadOnlyList<AwayLine>> ListAsync(CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var rows = await db.PeopleAway.AsNoTracking().Where(row => row.PersonId == person.Id && row.ToDay >= today).OrderBy(row => row.FromDay).ToListAsync(cancellation);
        var names = await colleagues.NamesAsync([.. rows.Select(row => row.DelegateId)], cancellation);
        return [.. rows.Select(row => new AwayLine(row.Id, names.GetValueOrDefault(row.DelegateId, ""), row.FromDay, row.ToDay))];
    }

    /// <summary>Says that the current person is away, and who decides meanwhile.</summary>
    public async Task<AwayOutcome> AddAsync(string delegateId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        if (delegateId == person.Id || await colleagues.FindAllAsync([delegateId], cancellation) is not [var found])
        {
            return AwayOutcome.NoSuchPerson;
        }

        if (await db.PeopleAway.AnyAsync(row => row.PersonId == person.Id && row.FromDay <= to && row.ToDay >= from, cancellation))
        {
            return AwayOutcome.Overlaps;
        }

        db.Add(new AwayRow { PersonId = person.Id!, DelegateId = delegateId, FromDay = from, ToDay = to });
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new DelegateChosen(person.Id!, person.Name, found.FullName, from, to, IsTakenBack: false), cancellation);
        return AwayOutcome.Kept;
    }

    /// <summary>Takes it back.</summary>
    /// <returns>False when there is nothing of that id of the current person's.</returns>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellation)
    {
        if (await db.PeopleAway.SingleOrDefaultAsync(row => row.Id == id && row.PersonId == person.Id, cancellation) is not { } row)
        {
            return false;
        }

        var name = (await colleagues.NamesAsync([row.DelegateId], cancellation)).GetValueOrDefault(row.DelegateId, "");
        db.Remove(row);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new DelegateChosen(person.Id!, person.Name, name, row.FromDay, row.ToDay, IsTakenBack: true), cancellation);
        return true;
    }
}

/// <summary>A time in which somebody is away.</summary>
internal sealed record AwayLine(string Id, string Delegate, DateOnly From, DateOnly To);

/// <summary>Somebody has said who decides for them while they are away, or has taken it back.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Delegate">The name of whoever decides.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="IsTakenBack">True when it does not hold any more.</param>
public sealed record DelegateChosen(string PersonId, string Name, string Delegate, DateOnly From, DateOnly To, bool IsTakenBack) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => IsTakenBack
        ? $"Took back that {Delegate} decides from {DateWords.Day(From)} to {DateWords.Day(To)}"
        : $"Said that {Delegate} decides from {DateWords.Day(From)} to {DateWords.Day(To)}";
}
