using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Together;

/// <summary>Finds a partnership for one of its two people. There is none for anybody else, whatever they may do in the portal (COA-03).</summary>
internal sealed class OwnPartnerships(PortalDb db, PartnershipKinds kinds, WorkingCalendar calendar, CurrentPerson person)
{
    /// <summary>A partnership of the current person, to look at.</summary>
    public Task<OwnPartnership?> FindAsync(string id, CancellationToken cancellation) => ReadAsync(db.Partnerships.AsNoTracking(), id, cancellation);

    /// <summary>A partnership of the current person, followed for changes, while whoever else changes it waits.</summary>
    public async Task<OwnPartnership?> TakeAsync(string id, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(Partnerships.Turn(id), cancellation);
        return await ReadAsync(db.Partnerships, id, cancellation);
    }

    private async Task<OwnPartnership?> ReadAsync(IQueryable<PartnershipRow> rows, string id, CancellationToken cancellation)
    {
        var me = person.Id;
        var awake = await kinds.AwakeAsync(cancellation);
        if (await rows.SingleOrDefaultAsync(row => row.Id == id && (row.GuideId == me || row.LearnerId == me) && awake.Contains(row.KindId), cancellation) is not { } found)
        {
            return null;
        }

        var seat = found.SeatOf(me)!.Value;
        var today = await calendar.TodayAsync();
        var partner = await db.Users.AsNoTracking().SingleOrDefaultAsync(other => other.Id == found.PartnerOf(seat), cancellation);
        return new OwnPartnership(found, seat, kinds.Of(found.KindId), partner?.FullName ?? "Somebody", partner is null || partner.HasLeft(today), partner?.JobTitle ?? "", today);
    }
}

/// <summary>A partnership as one of its two people sees it.</summary>
/// <param name="Row">The partnership.</param>
/// <param name="Seat">The part of the person.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="PartnerName">The name of the other.</param>
/// <param name="PartnerHasLeft">True when the other has left.</param>
/// <param name="PartnerJob">The job title of the other; may be empty.</param>
/// <param name="Today">Today in the portal's time zone.</param>
internal sealed record OwnPartnership(PartnershipRow Row, Seat Seat, PartnershipKind Kind, string PartnerName, bool PartnerHasLeft, string PartnerJob, DateOnly Today)
{
    public PartnershipWords Words => Kind.Words;

    /// <summary>What the other is called.</summary>
    public string PartnerWord => Seat == Seat.Guide ? Words.Learner : Words.Guide;

    public string Title => $"{Words.Name} with {PartnerName}";

    /// <summary>Both people, who read what is shared.</summary>
    public IReadOnlyList<string> Both => [Row.GuideId, Row.LearnerId];

    public string OwnId => Row.PersonIn(Seat);

    /// <summary>The name of one of the two, for the person.</summary>
    public string NameOf(string personId) => personId == OwnId ? "You" : PartnerName;
}
