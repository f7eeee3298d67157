using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Suiting;

/// <summary>The conflicts of interest that the current person has declared. Nobody else sees them, and the audit says only that there was a declaration (COA-02).</summary>
internal sealed class DeclaredConflicts(PortalDb db, WorkingCalendar calendar, ISettings settings, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>A page of them by name. A page past the end is the last.</summary>
    public async Task<ConflictsPage> PageAsync(int page, CancellationToken cancellation)
    {
        var me = person.Id;
        var today = await calendar.TodayAsync();
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var mine = from row in db.PartnershipConflicts
                   join other in db.Users on row.OtherId equals other.Id
                   where row.DeclaredById == me
                   select new { row.Id, Other = other };
        var total = await mine.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var rows = await mine.AsNoTracking().OrderBy(row => row.Other.FamilyName).ThenBy(row => row.Other.GivenName).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        return new ConflictsPage(total, page, pages, [.. rows.Select(row => new ConflictLine(row.Id, row.Other.FullName, row.Other.HasLeft(today)))]);
    }

    /// <summary>Declares a conflict with somebody who works here.</summary>
    /// <returns>False when there is no such person, or it is the current person. A conflict that is declared already stays as it is.</returns>
    public async Task<bool> DeclareAsync(string otherId, CancellationToken cancellation)
    {
        var me = person.Id!;
        await db.TakeTurnsAsync($"partnership-conflicts:{me}", cancellation);
        if (otherId == me || !await db.Users.AnyAsync(other => other.Id == otherId, cancellation))
        {
            return false;
        }

        if (!await db.PartnershipConflicts.AnyAsync(row => row.DeclaredById == me && row.OtherId == otherId, cancellation))
        {
            db.Add(new ConflictRow { DeclaredById = me, OtherId = otherId, DeclaredUtc = time.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync(cancellation);
            await events.PublishAsync(new PartnershipConflictDeclared(), cancellation);
        }

        return true;
    }

    /// <summary>Takes a declaration of the current person back.</summary>
    public async Task WithdrawAsync(string id, CancellationToken cancellation)
    {
        var me = person.Id;
        if (await db.PartnershipConflicts.SingleOrDefaultAsync(row => row.Id == id && row.DeclaredById == me, cancellation) is { } conflict)
        {
            db.Remove(conflict);
            await db.SaveChangesAsync(cancellation);
            await events.PublishAsync(new PartnershipConflictWithdrawn(), cancellation);
        }
    }
}

/// <summary>A page of declared conflicts.</summary>
internal sealed record ConflictsPage(int Total, int Page, int Pages, IReadOnlyList<ConflictLine> Lines);

/// <summary>A declared conflict.</summary>
internal sealed record ConflictLine(string Id, string Name, bool HasLeft);

/// <summary>Somebody has declared a conflict of interest. With whom stands nowhere but on their own page.</summary>
internal sealed record PartnershipConflictDeclared : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("PartnershipConflict", "", "");

    /// <inheritdoc />
    public string Summary => "Declared a conflict of interest for coaching and mentoring";
}

/// <summary>Somebody has taken a declared conflict of interest back.</summary>
internal sealed record PartnershipConflictWithdrawn : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("PartnershipConflict", "", "");

    /// <inheritdoc />
    public string Summary => "Took back a conflict of interest for coaching and mentoring";
}
