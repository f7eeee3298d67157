using LearningDev.Partnerships.Agreeing;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.LookingBack;
using LearningDev.Partnerships.Meetings;
using LearningDev.Partnerships.Suiting;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Watching;

/// <summary>
/// Looks after open partnerships: ends those of people who have left or who now manage each other, asks both to look back or how it goes, and reminds them of meetings. Each partnership is
/// changed in a transaction of its own, and what is done twice does no harm.
/// </summary>
internal sealed class PartnershipWatch(
    PortalDb db, PartnershipKinds kinds, Together.Partnerships partnerships, LinesOfManagement lines, Reviews reviews, QuietSpells quiet, Agreements agreements, PartnershipNews news,
    WorkingCalendar calendar, DateWords dates, ISettings settings, IEvents events, TimeProvider time)
{
    /// <summary>Ends open partnerships of people who have left or may not sign in, and of people in one line of management.</summary>
    /// <returns>How many were ended.</returns>
    public async Task<int> EndAsync(CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var awake = await kinds.AwakeAsync(cancellation);
        var open = await db.Partnerships.AsNoTracking().Where(row => row.State != PartnershipState.Closed && awake.Contains(row.KindId))
            .Select(row => new { row.Id, row.GuideId, row.LearnerId }).ToListAsync(cancellation);
        if (open.Count == 0)
        {
            return 0;
        }

        var gone = (await db.Users.AsNoTracking().Where(person => person.DisabledUtc != null || person.LeavesOn < today).Select(person => person.Id).ToListAsync(cancellation)).ToHashSet();
        var chart = await lines.ChartAsync(cancellation);
        var ended = 0;
        foreach (var one in open)
        {
            PartnershipEnd? end = gone.Contains(one.GuideId) || gone.Contains(one.LearnerId) ? PartnershipEnd.PersonLeft
                : chart.AreInOneLine(one.GuideId, one.LearnerId) ? PartnershipEnd.LineOfManagement
                : null;
            if (end is { } why)
            {
                ended += await ChangeAsync(one.Id, row => partnerships.CloseAsync(row, why, cancellation), cancellation) ? 1 : 0;
            }
        }

        return ended;
    }

    /// <summary>Asks both to look back, where it is due by its day.</summary>
    /// <returns>In how many partnerships.</returns>
    public async Task<int> AskToReviewAsync(CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var awake = await kinds.AwakeAsync(cancellation);
        var due = await db.Partnerships.Where(row => row.State == PartnershipState.Active && row.ReviewAskedUtc == null && (row.ReviewOn <= today || row.Meetings >= row.ReviewAfterMeetings) && awake.Contains(row.KindId))
            .Select(row => row.Id).ToListAsync(cancellation);
        return await ChangeAllAsync(due, row => reviews.AskIfDueAsync(row, today, cancellation), cancellation);
    }

    /// <summary>Asks both how it goes, where they have not met for as long as agreed and plan nothing.</summary>
    /// <returns>In how many partnerships.</returns>
    public async Task<int> AskQuietAsync(CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var awake = await kinds.AwakeAsync(cancellation);
        var meetings = db.PartnershipMeetings;
        var candidates = await db.Partnerships.AsNoTracking()
            .Where(row => row.State == PartnershipState.Active && row.QuietAskedUtc == null && row.QuietAfterDays != null && awake.Contains(row.KindId)
                && !meetings.Any(meeting => meeting.PartnershipId == row.Id && meeting.State == MeetingState.Planned && meeting.Day >= today))
            .ToListAsync(cancellation);
        List<string> due = [];
        foreach (var row in candidates)
        {
            if (QuietSpells.IsQuiet(row, DateOnly.FromDateTime(await dates.LocalAsync(row.AgreedUtc ?? row.BegunUtc)), today))
            {
                due.Add(row.Id);
            }
        }

        return await ChangeAllAsync(due, row => quiet.AskAsync(row, cancellation), cancellation);
    }

    /// <summary>Lets those begin who waited for a line manager that the learner has not any more.</summary>
    /// <returns>How many begin.</returns>
    public async Task<int> GoOnWithoutManagersAsync(CancellationToken cancellation)
    {
        var awake = await kinds.AwakeAsync(cancellation);
        var waiting = await db.Partnerships
            .Where(row => row.State == PartnershipState.Signing && row.ManagerSigns && row.ManagerSignedUtc == null && row.GuideSignedUtc != null && row.LearnerSignedUtc != null && awake.Contains(row.KindId))
            .Select(row => row.Id).ToListAsync(cancellation);
        return await ChangeAllAsync(waiting, row => agreements.GoOnWithoutManagerAsync(row, cancellation), cancellation);
    }

    /// <summary>Reminds both of the meetings of the next days.</summary>
    /// <returns>Of how many meetings.</returns>
    public async Task<int> RemindAsync(CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var until = today.AddDays((await settings.GetAsync<PartnershipsSettings>(cancellation)).ReminderDays);
        var awake = await kinds.AwakeAsync(cancellation);
        var due = await (from meeting in db.PartnershipMeetings
                         join row in db.Partnerships on meeting.PartnershipId equals row.Id
                         where meeting.State == MeetingState.Planned && meeting.Day >= today && meeting.Day <= until && meeting.RemindedUtc == null && awake.Contains(row.KindId)
                         select new { meeting.Id, meeting.PartnershipId }).ToListAsync(cancellation);
        var reminded = 0;
        foreach (var one in due)
        {
            reminded += await ChangeAsync(one.PartnershipId, async row =>
            {
                if (await db.PartnershipMeetings.SingleOrDefaultAsync(meeting => meeting.Id == one.Id && meeting.State == MeetingState.Planned && meeting.RemindedUtc == null, cancellation) is not { } meeting)
                {
                    return false;
                }

                meeting.RemindedUtc = time.GetUtcNow().UtcDateTime;
                await db.SaveChangesAsync(cancellation);
                await events.PublishAsync(new PartnershipReminded(row.Id, meeting.Id), cancellation);
                await news.MeetingAsync(row, $"{meeting.Id}:reminder:{meeting.Revision}", null, $"you meet on {MeetingBook.When(meeting)}", cancellation);
                return true;
            }, cancellation) ? 1 : 0;
        }

        return reminded;
    }

    private async Task<int> ChangeAllAsync(IReadOnlyList<string> ids, Func<PartnershipRow, Task<bool>> change, CancellationToken cancellation)
    {
        var changed = 0;
        foreach (var id in ids)
        {
            changed += await ChangeAsync(id, change, cancellation) ? 1 : 0;
        }

        return changed;
    }

    private async Task<bool> ChangeAsync(string id, Func<PartnershipRow, Task<bool>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.TakeTurnsAsync(Together.Partnerships.Turn(id), cancellation);
        // What was followed in an earlier transaction may be old.
        db.ChangeTracker.Clear();
        var isChanged = await db.Partnerships.SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row && await change(row);
        if (isChanged)
        {
            await transaction.CommitAsync(CancellationToken.None);
        }

        return isChanged;
    }
}
