using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui;
using LearningDev.Volunteering.Approving;
using LearningDev.Volunteering.Claims;
using LearningDev.Workflows.Requests;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Volunteering.Claiming;

/// <summary>The claims that the current person is writing: drafts, and claims that were sent back to be changed (VOL-02).</summary>
internal sealed class ClaimDrafts(
    PortalDb db, ContentItems items, ClaimReviews reviews, RequestStandings standings, CaseCare cases, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>Makes a claim that is not saved yet.</summary>
    /// <param name="opportunity">The opportunity that it comes from; null for another organisation.</param>
    public ContentItem New(ContentItem? opportunity)
    {
        var item = items.New(VolunteeringClaim.Type);
        if (opportunity is not null)
        {
            item.Alter<VolunteeringClaim>(part =>
            {
                part.Opportunity.ContentItemIds = [opportunity.ContentItemId];
                part.Organisation.Text = opportunity.As<Opportunities.VolunteeringOpportunity>().Organisation.Text;
            });
        }

        return item;
    }

    /// <summary>A claim that the current person can change; null when there is none of that id.</summary>
    public async Task<ClaimDraft?> FindAsync(string id, CancellationToken cancellation)
    {
        if (await db.VolunteeringClaims.SingleOrDefaultAsync(row => row.Id == id && row.PersonId == person.Id && (row.State == ClaimState.Draft || row.State == ClaimState.Sent), cancellation) is not { } row)
        {
            return null;
        }

        var isReturned = row is { State: ClaimState.Sent, CaseId: { } caseId } && await standings.FindAsync(caseId, cancellation) is { ChangeTaskId: not null };
        return (row.State == ClaimState.Draft || isReturned) && await items.FindAsync(id, VersionChoice.Latest, cancellation) is { } item ? new ClaimDraft(row, item, isReturned) : null;
    }

    /// <summary>The same, while whoever else changes something of the person's claims waits.</summary>
    public async Task<ClaimDraft?> TakeAsync(string id, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(Turn(person.Id!), cancellation);
        return await FindAsync(id, cancellation);
    }

    /// <summary>What those wait for who change somebody's claims at the same moment.</summary>
    public static string Turn(string personId) => $"volunteering:{personId}";

    /// <summary>The days of own time of a claim, the earliest first.</summary>
    public async Task<IReadOnlyList<DayTime>> OwnTimeAsync(string id, CancellationToken cancellation) =>
        [.. (await db.VolunteeringOwnTime.AsNoTracking().Where(day => day.ClaimId == id).OrderBy(day => day.Day).ToListAsync(cancellation)).Select(day => new DayTime(day.Day, day.Minutes))];

    /// <summary>The days on which the leave of a claim is to be taken, the earliest first.</summary>
    public async Task<IReadOnlyList<DayTime>> PlannedAsync(string id, CancellationToken cancellation) =>
        [.. (await db.VolunteeringLeave.AsNoTracking().Where(day => day.ClaimId == id && day.State == LeaveState.Planned).OrderBy(day => day.Day).ToListAsync(cancellation)).Select(day => new DayTime(day.Day, day.Minutes))];

    /// <summary>Begins a claim with what was written into its item.</summary>
    public async Task BeginAsync(ContentItem item, CancellationToken cancellation)
    {
        var organisation = Name(item);
        await items.SaveDraftAsync(item, cancellation);
        db.Add(new ClaimRow { Id = item.ContentItemId, PersonId = person.Id!, PersonName = person.Name, State = ClaimState.Draft, Organisation = organisation, CreatedUtc = Now });
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new VolunteeringClaimBegun(item.ContentItemId, organisation), cancellation);
    }

    /// <summary>Saves what was written into a claim's item.</summary>
    /// <param name="draft">The claim, with its item changed.</param>
    /// <param name="what">What was changed, for the audit, for example "the skills".</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task SaveTextsAsync(ClaimDraft draft, string what, CancellationToken cancellation)
    {
        draft.Row.Organisation = Name(draft.Item);
        draft.Row.Revision++;
        await items.SaveDraftAsync(draft.Item, cancellation);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new VolunteeringClaimChanged(draft.Row.Id, draft.Row.Organisation, what), cancellation);
    }

    /// <summary>Saves the days of own time, when the rules allow them.</summary>
    /// <returns>What is wrong; nothing is saved then.</returns>
    public async Task<IReadOnlyList<ClaimFault>> SaveOwnTimeAsync(ClaimDraft draft, IReadOnlyList<DayTime> days, CancellationToken cancellation)
    {
        var rules = await reviews.RulesAsync(cancellation);
        List<ClaimFault> faults = [.. rules.OwnTime(days, await reviews.ClaimedDaysAsync(draft.Row, cancellation))];
        if (faults.Count > 0)
        {
            return faults;
        }

        await db.VolunteeringOwnTime.Where(day => day.ClaimId == draft.Row.Id).ExecuteDeleteAsync(cancellation);
        db.AddRange(days.Select(day => new OwnTimeRow { ClaimId = draft.Row.Id, PersonId = draft.Row.PersonId, Day = day.Day, Minutes = day.Minutes, IsCounted = draft.IsReturned }));
        draft.Row.OwnMinutes = days.Sum(day => day.Minutes);
        draft.Row.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new VolunteeringClaimChanged(draft.Row.Id, draft.Row.Organisation, "the own time"), cancellation);
        return [];
    }

    /// <summary>Saves the leave that is wanted, when the rules allow it.</summary>
    /// <returns>What is wrong; nothing is saved then.</returns>
    public async Task<IReadOnlyList<ClaimFault>> SaveLeaveAsync(ClaimDraft draft, int wanted, IReadOnlyList<DayTime> days, CancellationToken cancellation)
    {
        var review = await reviews.OfAsync(draft.Row, cancellation);
        List<ClaimFault> faults = [.. review.Rules.Leave(wanted, days, draft.Row.OwnMinutes, review.Balance.Left)];
        if (faults.Count > 0)
        {
            return faults;
        }

        await db.VolunteeringLeave.Where(day => day.ClaimId == draft.Row.Id && day.State == LeaveState.Planned).ExecuteDeleteAsync(cancellation);
        db.AddRange(days.Select(day => new LeaveRow
        {
            ClaimId = draft.Row.Id,
            PersonId = draft.Row.PersonId,
            Day = day.Day,
            Minutes = day.Minutes,
            State = LeaveState.Planned,
            ChangedByName = person.Name,
            ChangedUtc = Now,
        }));
        draft.Row.LeaveMinutes = wanted;
        draft.Row.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new VolunteeringClaimChanged(draft.Row.Id, draft.Row.Organisation, "the leave"), cancellation);
        return [];
    }

    /// <summary>Sends a claim, or sends it again, when nothing is wrong with it. Its leave is set aside.</summary>
    /// <returns>The claim as it was looked at; sent when it fits.</returns>
    public async Task<ClaimReview> SendAsync(ClaimDraft draft, CancellationToken cancellation)
    {
        var review = await reviews.OfAsync(draft.Row, cancellation);
        if (!review.Fits)
        {
            return review;
        }

        var row = draft.Row;
        review.Item.Alter<VolunteeringClaim>(part =>
        {
            part.OwnTime.Text = Lines(review.OwnTime);
            part.OwnHours.Value = row.OwnMinutes / 60m;
            part.LeaveHours.Value = row.LeaveMinutes / 60m;
            part.LeaveDays.Text = review.Planned.Count > 0 ? Lines(review.Planned) : null;
            part.LeaveYear.Text = review.Rules.Year.Name;
            part.BalanceBefore.Value = review.Balance.Left / 60m;
            part.BalanceAfter.Value = review.LeftAfter / 60m;
        });
        await items.SaveDraftAsync(review.Item, cancellation);
        (row.State, row.LeaveYearStart, row.SentUtc) = (ClaimState.Sent, review.Rules.Year.Start, Now);
        row.Revision++;
        await db.SaveChangesAsync(cancellation);
        await db.VolunteeringOwnTime.Where(day => day.ClaimId == row.Id).ExecuteUpdateAsync(set => set.SetProperty(day => day.IsCounted, true), cancellation);
        await events.PublishAsync(new VolunteeringClaimSent(row.Id, row.Organisation, row.OwnMinutes, row.LeaveMinutes, draft.IsReturned), cancellation);
        if (draft.IsReturned)
        {
            await standings.SendAgainAsync(row.CaseId!, "", cancellation);
        }
        else
        {
            row.CaseId = await cases.StartWithAsync(ClaimSentEvent.ActivityName, row.Id, row.PersonId, [], cancellation);
            row.Revision++;
            await db.SaveChangesAsync(cancellation);
        }

        return review;
    }

    /// <summary>True for a claim of the current person that was sent, whatever became of it.</summary>
    public Task<bool> WasSentAsync(string id, CancellationToken cancellation) =>
        db.VolunteeringClaims.AnyAsync(row => row.Id == id && row.PersonId == person.Id && row.State != ClaimState.Draft, cancellation);

    /// <summary>False when no workflow is switched on that takes claims.</summary>
    public Task<bool> CanBeSentAsync(CancellationToken cancellation) => cases.CanStartWithAsync(ClaimSentEvent.ActivityName, cancellation);

    /// <summary>Deletes a claim that was never sent.</summary>
    /// <returns>False when it was sent.</returns>
    public async Task<bool> DeleteAsync(ClaimDraft draft, CancellationToken cancellation)
    {
        if (draft.Row.State != ClaimState.Draft)
        {
            return false;
        }

        db.Remove(draft.Row);
        await db.SaveChangesAsync(cancellation);
        await items.RemoveAsync(draft.Row.Id, cancellation);
        await events.PublishAsync(new VolunteeringClaimDeleted(draft.Row.Id, draft.Row.Organisation), cancellation);
        return true;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    // The title follows from the organisation: requests, tasks and letters are called by it.
    private static string Name(ContentItem item)
    {
        var organisation = (item.As<VolunteeringClaim>().Organisation.Text ?? "").Trim();
        organisation = organisation.Length <= ClaimRow.OrganisationLength ? organisation : organisation[..ClaimRow.OrganisationLength];
        item.Alter<TitlePart>(part => part.Title = $"Volunteering with {organisation}");
        return organisation;
    }

    private static string Lines(IReadOnlyList<DayTime> days) => string.Join('\n', days.Select(day => $"{DateWords.Day(day.Day)}: {Hours.Words(day.Minutes)}"));
}

/// <summary>A claim that the current person can change.</summary>
/// <param name="Row">The claim.</param>
/// <param name="Item">What the person has written.</param>
/// <param name="IsReturned">True when it was sent and is to be changed.</param>
internal sealed record ClaimDraft(ClaimRow Row, ContentItem Item, bool IsReturned);
