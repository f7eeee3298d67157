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
    /// <summary>The ids of the people for whom somebody can decide today: themselves, and those who are away and have said so.</summary>
    public async Task<IReadOnlyList<string>> SeatsOfAsync(string personId, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var away = await db.PeopleAway.Where(row => row.DelegateId == personId && row.FromDay <= today && row.ToDay >= today).Select(row => row.PersonId).Distinct().ToListAsync(cancellation);
        return [personId, .. away.Where(id => id != personId)];
    }

    /// <summary>Who decides for people today, by the person's id; those who are not away are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> DelegatesOfAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var rows = await db.PeopleAway.Where(row => personIds.Contains(row.PersonId) && row.FromDay <= today && row.ToDay >= today)
            .Select(row => new { row.PersonId, row.DelegateId }).ToListAsync(cancellation);
        return rows.DistinctBy(row => row.PersonId).ToDictionary(row => row.PersonId, row => row.DelegateId);
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
