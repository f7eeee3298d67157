using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Volunteering.Claiming;
using LearningDev.Volunteering.Claims;
using LearningDev.Volunteering.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Volunteering.Leave;

/// <summary>Leave that is taken for agreed claims, by the person or by HR, and what HR takes back (VOL-02).</summary>
internal sealed class LeaveRecords(
    PortalDb db, ClaimReviews reviews, WorkingCalendar calendar, INotifications notifications, RolePermissions permissions, IEvents events, CurrentPerson person, TimeProvider time)
{
    public static readonly NotificationKind ReversedKind = new(
        "volunteering-reversed", "Volunteering leave that is taken back", "When agreed leave for volunteering is taken back.",
        new NotificationWords(
            "Your leave for volunteering with {{ organisation }} is taken back",
            "Your leave for volunteering with {{ organisation }} is taken back: {{ reason }}",
            """
            The leave that was agreed for your volunteering with {{ organisation }} is taken back.

            {{ reason }}

            Leave that you have taken already stays recorded.
            """))
    {
        MayBeSwitchedOff = false,
        Placeholders = [new NotificationPlaceholder("organisation", "Where the person volunteered", "Riverside food bank"), new NotificationPlaceholder("reason", "Why it is taken back", "It was claimed twice.")],
    };

    /// <summary>True when the current person looks after everybody's claims.</summary>
    public Task<bool> MayManageAsync() => permissions.MayAsync(person.Principal, VolunteeringModule.ManageVolunteering.Name);

    /// <summary>A claim of the current person's, or of anybody's for who looks after them, followed for changes; null when there is none of that id.</summary>
    public async Task<ClaimRow?> FindAsync(string id, CancellationToken cancellation)
    {
        var claim = await db.VolunteeringClaims.SingleOrDefaultAsync(row => row.Id == id, cancellation);
        // Nobody but the person sees a draft.
        return claim is not null && (claim.PersonId == person.Id || (claim.State != ClaimState.Draft && await MayManageAsync())) ? claim : null;
    }

    /// <summary>The days of leave of a claim, the earliest first.</summary>
    public async Task<IReadOnlyList<LeaveRow>> DaysAsync(string id, CancellationToken cancellation) =>
        await db.VolunteeringLeave.AsNoTracking().Where(day => day.ClaimId == id).OrderBy(day => day.Day).ThenBy(day => day.ChangedUtc).ThenBy(day => day.Id).ToListAsync(cancellation);

    /// <summary>The last day on which the leave of a claim can be taken.</summary>
    public async Task<DateOnly> LastDayAsync(ClaimRow claim, CancellationToken cancellation)
    {
        var rules = await RulesAsync(claim, cancellation);
        return Allowance.LastDayOf(rules.Rules, rules.Year);
    }

    /// <summary>Records leave that was taken.</summary>
    /// <param name="id">The claim.</param>
    /// <param name="taken">When and how long.</param>
    /// <param name="planned">The planned day that it was; null for another one.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What is wrong, nothing being recorded then; null when there is no such claim, or its leave is not agreed.</returns>
    public async Task<IReadOnlyList<ClaimFault>?> TakeAsync(string id, DayTime taken, string? planned, CancellationToken cancellation)
    {
        if (await TurnAsync(id, cancellation) is not { State: ClaimState.Agreed } claim)
        {
            return null;
        }

        var rules = await RulesAsync(claim, cancellation);
        var sameDay = await db.VolunteeringLeave.Where(day => day.PersonId == claim.PersonId && day.Day == taken.Day && day.State == LeaveState.Taken).SumAsync(day => day.Minutes, cancellation);
        List<ClaimFault> faults = [.. rules.Taken(taken, sameDay, claim.LeaveMinutes - await TakenAsync(id, cancellation))];
        if (faults.Count > 0)
        {
            return faults;
        }

        // A planned day is recorded on itself, so that it is not planned any more.
        var row = await db.VolunteeringLeave.FirstOrDefaultAsync(
            day => day.ClaimId == id && day.State == LeaveState.Planned && (planned == null ? day.Day == taken.Day : day.Id == planned), cancellation);
        if (row is null)
        {
            row = new LeaveRow { ClaimId = id, PersonId = claim.PersonId, Day = taken.Day, Minutes = taken.Minutes, State = LeaveState.Taken };
            db.Add(row);
        }

        (row.State, row.Minutes, row.ChangedByName, row.ChangedUtc) = (LeaveState.Taken, taken.Minutes, person.Name, Now);
        claim.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new VolunteeringLeaveTaken(id, claim.PersonId, claim.Organisation, taken.Day, taken.Minutes), cancellation);
        return [];
    }

    /// <summary>Takes a recorded or planned day back. Of a claim that was reversed only who looks after claims does.</summary>
    /// <returns>False when there is no such day.</returns>
    public async Task<bool> RemoveAsync(string id, string leaveId, string reason, CancellationToken cancellation)
    {
        if (await TurnAsync(id, cancellation) is not { } claim || !await MayRemoveAsync(claim)
            || await db.VolunteeringLeave.SingleOrDefaultAsync(day => day.Id == leaveId && day.ClaimId == id && day.State != LeaveState.Removed, cancellation) is not { } row)
        {
            return false;
        }

        (row.State, row.Reason, row.ChangedByName, row.ChangedUtc) = (LeaveState.Removed, reason, person.Name, Now);
        claim.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new VolunteeringLeaveRemoved(id, claim.PersonId, claim.Organisation, row.Day, row.Minutes, reason), cancellation);
        return true;
    }

    /// <summary>True when the current person may take days of leave of a claim back.</summary>
    public async Task<bool> MayRemoveAsync(ClaimRow claim) => claim.State == ClaimState.Agreed || (claim.State == ClaimState.Reversed && await MayManageAsync());

    /// <summary>Takes an agreed claim back. What was taken stays recorded, and stays used.</summary>
    /// <returns>False when there is no such claim, or it is not agreed any more.</returns>
    public async Task<bool> ReverseAsync(string id, string reason, CancellationToken cancellation)
    {
        if (await TurnAsync(id, cancellation) is not { State: ClaimState.Agreed } claim)
        {
            return false;
        }

        var taken = await TakenAsync(id, cancellation);
        (claim.State, claim.Reason, claim.DecidedUtc) = (ClaimState.Reversed, reason, Now);
        claim.Revision++;
        await db.SaveChangesAsync(cancellation);
        if (taken == 0)
        {
            await db.VolunteeringOwnTime.Where(day => day.ClaimId == id).ExecuteUpdateAsync(set => set.SetProperty(day => day.IsCounted, false), cancellation);
        }

        await events.PublishAsync(new VolunteeringReversed(id, claim.PersonId, claim.Organisation, reason), cancellation);
        await notifications.NotifyAsync(
            new Notification(ReversedKind.Key, $"volunteering-reversed:{id}", [claim.PersonId])
            {
                Link = VolunteeringLinks.Claim(id),
                Values = new Dictionary<string, string> { ["organisation"] = claim.Organisation, ["reason"] = reason },
            },
            cancellation);
        return true;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<ClaimRules> RulesAsync(ClaimRow claim, CancellationToken cancellation) => await reviews.RulesAsync(await calendar.LeaveYearAsync(claim.LeaveYearStart!.Value, cancellation), cancellation);

    private Task<int> TakenAsync(string id, CancellationToken cancellation) => db.VolunteeringLeave.Where(day => day.ClaimId == id && day.State == LeaveState.Taken).SumAsync(day => day.Minutes, cancellation);

    /// <summary>The claim, while whoever else changes something of its person's claims waits.</summary>
    private async Task<ClaimRow?> TurnAsync(string id, CancellationToken cancellation)
    {
        if (await db.VolunteeringClaims.Where(row => row.Id == id).Select(row => row.PersonId).SingleOrDefaultAsync(cancellation) is not { } owner)
        {
            return null;
        }

        await db.TakeTurnsAsync(ClaimDrafts.Turn(owner), cancellation);
        return await FindAsync(id, cancellation);
    }
}
