using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Confidence;
using LearningDev.Partnerships.LookingBack;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Meetings;

/// <summary>The meetings of a partnership: planned, held and called off (COA-02).</summary>
internal sealed class MeetingBook(PortalDb db, ConfidentialTexts texts, Reviews reviews, PartnershipNews news, ISettings settings, IEvents events, TimeProvider time)
{
    public static bool MayPlan(PartnershipRow row) => row.State is PartnershipState.Chemistry or PartnershipState.Active;

    public static bool MayRecord(PartnershipRow row) => row.State == PartnershipState.Active;

    /// <summary>A page of the meetings, the newest first. A page past the end is the last.</summary>
    public async Task<MeetingsPage> PageAsync(OwnPartnership own, int page, CancellationToken cancellation)
    {
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var all = db.PartnershipMeetings.AsNoTracking().Where(meeting => meeting.PartnershipId == own.Row.Id);
        var total = await all.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var rows = await all.OrderByDescending(meeting => meeting.Day).ThenByDescending(meeting => meeting.Time).ThenBy(meeting => meeting.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        return new MeetingsPage(total, page, pages, await WithPlacesAsync(rows, cancellation));
    }

    /// <summary>The meetings that are planned, the next first.</summary>
    public async Task<IReadOnlyList<MeetingLine>> PlannedAsync(OwnPartnership own, int count, CancellationToken cancellation) => await WithPlacesAsync(
        await db.PartnershipMeetings.AsNoTracking().Where(meeting => meeting.PartnershipId == own.Row.Id && meeting.State == MeetingState.Planned)
            .OrderBy(meeting => meeting.Day).ThenBy(meeting => meeting.Time).ThenBy(meeting => meeting.Id).Take(count).ToListAsync(cancellation),
        cancellation);

    /// <summary>A meeting of the partnership, followed for changes; null when there is none of that id.</summary>
    public async Task<MeetingLine?> FindAsync(OwnPartnership own, string id, CancellationToken cancellation)
    {
        var row = await db.PartnershipMeetings.SingleOrDefaultAsync(meeting => meeting.Id == id && meeting.PartnershipId == own.Row.Id, cancellation);
        return row is null ? null : (await WithPlacesAsync([row], cancellation))[0];
    }

    /// <summary>Plans a meeting, or changes a planned one. One that was planned under the same id before stays as it is.</summary>
    public async Task PlanAsync(OwnPartnership own, string newId, MeetingRow? meeting, MeetingPlan plan, CancellationToken cancellation)
    {
        var isNew = meeting is null;
        if (isNew && await db.PartnershipMeetings.AnyAsync(known => known.Id == newId, cancellation))
        {
            return;
        }

        meeting ??= new MeetingRow
        {
            Id = newId,
            PartnershipId = own.Row.Id,
            Day = plan.Day,
            Minutes = plan.Minutes,
            Kind = plan.Kind,
            State = MeetingState.Planned,
            ChangedById = own.OwnId,
            ChangedUtc = Now,
        };
        (meeting.Day, meeting.Time, meeting.Minutes, meeting.Kind, meeting.ChangedById, meeting.ChangedUtc, meeting.RemindedUtc) = (plan.Day, plan.Time, plan.Minutes, plan.Kind, own.OwnId, Now, null);
        meeting.Revision++;
        await PlaceAsync(own, meeting, plan.Place, cancellation);
        if (isNew)
        {
            db.Add(meeting);
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipMeetingPlanned(own.Row.Id, meeting.Id, meeting.Day, meeting.Minutes), cancellation);
        await TellAsync(own, meeting, isNew ? $"a {own.Words.Meeting} is planned for {When(meeting)}" : $"the {own.Words.Meeting} is moved or changed: {When(meeting)}", cancellation);
    }

    /// <summary>Calls a planned meeting off.</summary>
    /// <returns>False when it is not planned any more.</returns>
    public async Task<bool> CancelAsync(OwnPartnership own, MeetingRow meeting, CancellationToken cancellation)
    {
        if (meeting.State != MeetingState.Planned)
        {
            return false;
        }

        (meeting.State, meeting.ChangedById, meeting.ChangedUtc) = (MeetingState.Cancelled, own.OwnId, Now);
        meeting.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipMeetingCancelled(own.Row.Id, meeting.Id), cancellation);
        await TellAsync(own, meeting, $"the {own.Words.Meeting} of {When(meeting)} is called off", cancellation);
        return true;
    }

    /// <summary>Records that a meeting was held, or corrects one that is recorded. One that was recorded under the same id before stays as it is.</summary>
    /// <returns>False when no meeting counts now.</returns>
    public async Task<bool> RecordAsync(OwnPartnership own, string newId, MeetingRow? meeting, DateOnly day, int minutes, MeetingKind kind, CancellationToken cancellation)
    {
        if (!MayRecord(own.Row))
        {
            return false;
        }

        if (meeting is null && await db.PartnershipMeetings.AnyAsync(known => known.Id == newId, cancellation))
        {
            return true;
        }

        var counted = meeting is { State: MeetingState.Held } ? meeting.Minutes : (int?)null;
        if (meeting is null)
        {
            meeting = new MeetingRow { Id = newId, PartnershipId = own.Row.Id, Day = day, Minutes = minutes, Kind = kind, State = MeetingState.Held, ChangedById = own.OwnId, ChangedUtc = Now };
            db.Add(meeting);
        }

        (meeting.Day, meeting.Minutes, meeting.Kind, meeting.State, meeting.ChangedById, meeting.ChangedUtc) = (day, minutes, kind, MeetingState.Held, own.OwnId, Now);
        meeting.Revision++;
        if (counted is { } before)
        {
            await db.SaveChangesAsync(cancellation);
            own.Row.Recount(minutes - before, 0, await LastHeldOnAsync(own.Row.Id, cancellation));
        }
        else
        {
            own.Row.Hold(day, minutes);
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipMeetingHeld(own.Row.Id, meeting.Id, day, minutes), cancellation);
        await reviews.AskIfDueAsync(own.Row, own.Today, cancellation);
        return true;
    }

    /// <summary>A meeting that is recorded was not held after all.</summary>
    /// <returns>False when it does not count.</returns>
    public async Task<bool> TakeBackAsync(OwnPartnership own, MeetingRow meeting, CancellationToken cancellation)
    {
        if (!MayRecord(own.Row) || meeting.State != MeetingState.Held)
        {
            return false;
        }

        (meeting.State, meeting.ChangedById, meeting.ChangedUtc) = (MeetingState.Cancelled, own.OwnId, Now);
        meeting.Revision++;
        await db.SaveChangesAsync(cancellation);
        own.Row.Recount(-meeting.Minutes, -1, await LastHeldOnAsync(own.Row.Id, cancellation));
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipMeetingCancelled(own.Row.Id, meeting.Id), cancellation);
        return true;
    }

    /// <summary>When a meeting is, for example "3 December 2026 at 2pm".</summary>
    public static string When(MeetingRow meeting) => DateWords.Day(meeting.Day) + (meeting.Time is { } time ? $" at {DateWords.Time(time)}" : "");

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private Task TellAsync(OwnPartnership own, MeetingRow meeting, string what, CancellationToken cancellation) =>
        news.MeetingAsync(own.Row, $"{meeting.Id}:{meeting.Revision}", own.Seat == Seat.Guide ? Seat.Learner : Seat.Guide, what, cancellation);

    private Task<DateOnly?> LastHeldOnAsync(string id, CancellationToken cancellation) =>
        db.PartnershipMeetings.Where(meeting => meeting.PartnershipId == id && meeting.State == MeetingState.Held).MaxAsync(meeting => (DateOnly?)meeting.Day, cancellation);

    private async Task PlaceAsync(OwnPartnership own, MeetingRow meeting, string place, CancellationToken cancellation)
    {
        if (meeting.PlaceId is { } known && place.Length > 0)
        {
            await texts.ChangeAsync(known, place, cancellation);
        }
        else if (meeting.PlaceId is { } old)
        {
            meeting.PlaceId = null;
            await db.SaveChangesAsync(cancellation);
            await texts.DeleteAsync([old], cancellation);
        }
        else if (place.Length > 0)
        {
            meeting.PlaceId = await texts.KeepAsync(place, own.Both, cancellation);
        }
    }

    private async Task<IReadOnlyList<MeetingLine>> WithPlacesAsync(List<MeetingRow> rows, CancellationToken cancellation)
    {
        var places = await texts.ReadAsync([.. rows.Select(row => row.PlaceId).OfType<string>()], cancellation);
        return [.. rows.Select(row => new MeetingLine(row, row.PlaceId is { } id ? places.GetValueOrDefault(id) ?? "" : ""))];
    }
}

/// <summary>What is planned of a meeting.</summary>
internal sealed record MeetingPlan(DateOnly Day, TimeOnly Time, int Minutes, MeetingKind Kind, string Place);

/// <summary>A page of meetings.</summary>
internal sealed record MeetingsPage(int Total, int Page, int Pages, IReadOnlyList<MeetingLine> Lines);

/// <summary>A meeting with its place; empty for none.</summary>
internal sealed record MeetingLine(MeetingRow Row, string Place);
