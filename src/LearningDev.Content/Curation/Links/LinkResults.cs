using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Curation.Links;

/// <summary>Keeps what visits have shown, and decides when a link is dead and when it is checked next.</summary>
internal sealed class LinkResults(PortalDb db, ISettings settings, WorkingCalendar calendar, TimeProvider time)
{
    // A link that may not be asked is looked at again, because an administrator may have named its host.
    private const int RefusedAgainDays = 30;

    /// <summary>Keeps what a visit has shown; nothing when the link is gone meanwhile.</summary>
    public async Task KeepAsync(string id, LinkAnswer answer, CancellationToken cancellation)
    {
        if (await db.Links.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } link)
        {
            return;
        }

        var rules = await settings.GetAsync<LinkSettings>(cancellation);
        Apply(link, answer, rules, await calendar.TodayAsync(), time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    /// <summary>Puts links off without a judgement.</summary>
    public Task PutOffAsync(IReadOnlyCollection<string> ids, TimeSpan by, CancellationToken cancellation)
    {
        var all = ids.ToList();
        var next = time.GetUtcNow().UtcDateTime + by;
        return db.Links.Where(row => EF.Parameter(all).Contains(row.Id)).ExecuteUpdateAsync(row => row.SetProperty(x => x.NextUtc, next), cancellation);
    }

    internal static void Apply(LinkRow link, LinkAnswer answer, LinkSettings rules, DateOnly today, DateTime now)
    {
        link.CheckedUtc = now;
        link.AskedUtc = null;
        link.Status = answer.Status;
        link.Problem = answer.Problem.Length <= LinkRow.ProblemLength ? answer.Problem : answer.Problem[..LinkRow.ProblemLength];
        switch (answer.Verdict)
        {
            case LinkVerdict.Works:
                Forgive(link);
                link.State = LinkState.Working;
                link.MovedTo = answer.MovedTo;
                link.NextUtc = now.AddDays(rules.CheckEveryDays);
                break;
            case LinkVerdict.Fails:
                link.FailedDays += link.FailedOn == today ? 0 : 1;
                link.FailedOn = today;
                link.FailingSince ??= today;
                link.State = link.FailedDays >= rules.DeadAfterDays ? LinkState.Dead : LinkState.Failing;
                link.MovedTo = null;
                link.NextUtc = now.AddDays(link.State == LinkState.Dead ? rules.CheckEveryDays : 1);
                break;
            case LinkVerdict.Refused:
                Forgive(link);
                link.State = LinkState.Refused;
                link.MovedTo = null;
                link.NextUtc = now.AddDays(RefusedAgainDays);
                break;
            default:
                link.NextUtc = now + answer.Wait;
                break;
        }
    }

    private static void Forgive(LinkRow link)
    {
        link.FailedDays = 0;
        link.FailedOn = null;
        link.FailingSince = null;
    }
}
