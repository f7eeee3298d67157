using System.Security.Claims;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People.Accounts.Sessions;

/// <summary>Begins, lists and ends the sessions of people (ADM-02).</summary>
internal sealed class SessionService(
    PortalDb db, PortalCache cache, ISettings settings, SessionActivity activity, Visitor visitor, IEvents events, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Begins a session in the browser of the current request.</summary>
    public async Task<Session> StartAsync(Person person, SignInMethod method, bool mustSetUp)
    {
        var session = new Session
        {
            PersonId = person.Id,
            StartedUtc = Now,
            LastSeenUtc = Now,
            ConfirmedUtc = Now,
            Method = method,
            Device = visitor.Device,
            Network = visitor.Network,
            MustSetUp = mustSetUp,
        };
        db.Add(session);
        await db.SaveChangesAsync();
        return session;
    }

    /// <summary>The session that a cookie speaks of; null when it has ended or its time is over.</summary>
    /// <param name="principal">Who the cookie says that it is.</param>
    /// <param name="isUse">Whether somebody uses it now, which is noted.</param>
    public async Task<CurrentSession?> SeenAsync(ClaimsPrincipal principal, bool isUse)
    {
        if (principal.FindFirstValue(CurrentSession.Claim) is not { } id)
        {
            return null;
        }

        var session = await FindAsync(id);
        if (session.PersonId != principal.FindFirstValue(ClaimTypes.NameIdentifier))
        {
            return null;
        }

        var limits = await LimitsAsync();
        var seen = activity.LastSeen(session.Id) is { } later && later > session.LastSeenUtc ? later : session.LastSeenUtc;
        if (seen < limits.SeenSince || session.StartedUtc < limits.StartedSince)
        {
            return null;
        }

        if (isUse)
        {
            activity.Seen(session);
        }

        return session;
    }

    /// <summary>The person's sessions that have not ended, the one last used first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(string personId, int skip, int count, CancellationToken cancellation) =>
        await (await LiveAsync()).Where(row => row.PersonId == personId).OrderByDescending(row => row.LastSeenUtc).ThenBy(row => row.Id)
            .Skip(skip).Take(count).AsNoTracking().ToListAsync(cancellation);

    /// <summary>How many sessions of the person have not ended.</summary>
    public async Task<int> CountAsync(string personId, CancellationToken cancellation) =>
        await (await LiveAsync()).CountAsync(row => row.PersonId == personId, cancellation);

    /// <summary>Ends one session of a person. One that is not there, or has ended, is left alone.</summary>
    /// <returns>True when it has ended now.</returns>
    public async Task<bool> EndAsync(Person person, string id)
    {
        var count = await EndWhereAsync(db.Set<Session>().Where(row => row.PersonId == person.Id && row.Id == id));
        if (count > 0)
        {
            await events.PublishAsync(new SessionsEnded(person.Id, person.FullName, count));
        }

        return count > 0;
    }

    /// <summary>Ends the sessions of a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="except">The id of a session that goes on; null for none.</param>
    /// <param name="reason">Why, when somebody else does it.</param>
    /// <returns>How many have ended now.</returns>
    public async Task<int> EndAllAsync(Person person, string? except, string reason = "")
    {
        var count = await EndWhereAsync(db.Set<Session>().Where(row => row.PersonId == person.Id && row.Id != except));
        if (count > 0)
        {
            await events.PublishAsync(new SessionsEnded(person.Id, person.FullName, count, reason));
        }

        return count;
    }

    /// <summary>Ends the session of a cookie, without an event: signing out has its own.</summary>
    public async Task SignedOutAsync(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(CurrentSession.Claim) is { } id)
        {
            await EndWhereAsync(db.Set<Session>().Where(row => row.Id == id));
        }
    }

    /// <summary>The person has a second factor now: the session may do everything.</summary>
    public Task LiftAsync(CurrentSession session) => ChangeAsync(session.Id, row => row.MustSetUp = false);

    /// <summary>The person has just proved who they are once more.</summary>
    public Task ConfirmAsync(CurrentSession session) => ChangeAsync(session.Id, row => row.ConfirmedUtc = Now);

    /// <summary>Ends what is over by itself, and what belongs to people who have left or whose accounts are disabled.</summary>
    /// <returns>How many have ended now.</returns>
    public async Task<int> EndOverdueAsync(DateOnly today, CancellationToken cancellation)
    {
        var limits = await LimitsAsync();
        return await db.Set<Session>().Where(row => row.EndedUtc == null)
            .Where(row => row.LastSeenUtc < limits.SeenSince || row.StartedUtc < limits.StartedSince
                || db.Users.Any(person => person.Id == row.PersonId && (person.LeavesOn < today || person.DisabledUtc != null)))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedUtc, Now), cancellation);
    }

    private Task<CurrentSession> FindAsync(string id) => cache.GetAsync(db, Key(id), async () =>
        await db.Set<Session>().AsNoTracking().Where(row => row.Id == id && row.EndedUtc == null)
            .Select(row => new CurrentSession(row.Id, row.PersonId, row.StartedUtc, row.LastSeenUtc, row.ConfirmedUtc, row.MustSetUp))
            .SingleOrDefaultAsync() ?? CurrentSession.None);

    private async Task<IQueryable<Session>> LiveAsync()
    {
        var limits = await LimitsAsync();
        return db.Set<Session>().Where(row => row.EndedUtc == null && row.LastSeenUtc >= limits.SeenSince && row.StartedUtc >= limits.StartedSince);
    }

    private async Task<(DateTime SeenSince, DateTime StartedSince)> LimitsAsync()
    {
        var rules = await settings.GetAsync<AccountSettings>();
        return (Now.AddHours(-Math.Clamp(rules.IdleHours, 1, 72)), Now.AddHours(-Math.Clamp(rules.SessionHours, 1, 720)));
    }

    private async Task<int> EndWhereAsync(IQueryable<Session> which)
    {
        var sessions = await which.Where(row => row.EndedUtc == null).ToListAsync();
        foreach (var session in sessions)
        {
            session.EndedUtc = Now;
            cache.ForgetOnCommit(db, Key(session.Id));
        }

        await db.SaveChangesAsync();
        return sessions.Count;
    }

    private async Task ChangeAsync(string id, Action<Session> change)
    {
        var session = await db.Set<Session>().SingleAsync(row => row.Id == id);
        change(session);
        cache.ForgetOnCommit(db, Key(id));
        await db.SaveChangesAsync();
    }

    private static string Key(string id) => $"session:{id}";
}

/// <summary>Sessions of a person were ended, by the person or somebody else.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Count">How many.</param>
/// <param name="Why">Why, when somebody else did it.</param>
public sealed record SessionsEnded(string PersonId, string Name, int Count, string Why = "") : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => Count == 1 ? $"Ended a session of {Name}" : $"Ended {Count} sessions of {Name}";

    /// <inheritdoc />
    public string Reason => Why;
}
