using LearningDev.Partnerships.Confidence;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Meetings;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Together;

/// <summary>Begins, finds and ends partnerships for the modules that bring two people together.</summary>
internal sealed class Partnerships(
    PortalDb db, PartnershipKinds kinds, ConfidentialTexts texts, PartnershipNews news, IEvents events, CurrentPerson person, TimeProvider time) : IPartnerships
{
    private const int MostOfOne = 200;

    public async Task<string> BeginAsync(PartnershipProposal proposal, CancellationToken cancellation = default)
    {
        var kind = kinds.Of(proposal.KindId);
        if (proposal.GuideId == proposal.LearnerId)
        {
            throw new InvalidOperationException("Nobody is their own partner.");
        }

        await db.TakeTurnsAsync($"partnership:{kind.Id}:{proposal.GuideId}:{proposal.LearnerId}", cancellation);
        if (await db.Partnerships.AnyAsync(
            row => row.KindId == kind.Id && row.GuideId == proposal.GuideId && row.LearnerId == proposal.LearnerId && row.State != PartnershipState.Closed, cancellation))
        {
            throw new InvalidOperationException("The two have such a partnership already.");
        }

        var terms = proposal.Terms;
        var row = new PartnershipRow
        {
            KindId = kind.Id,
            GuideId = proposal.GuideId,
            LearnerId = proposal.LearnerId,
            SourceId = terms.SourceId,
            SourceName = terms.SourceName.Length <= PartnershipRow.NameLength ? terms.SourceName : terms.SourceName[..PartnershipRow.NameLength],
            OriginId = proposal.OriginId,
            Agreement = terms.Agreement,
            HasChemistryMeeting = terms.HasChemistryMeeting,
            ManagerSigns = terms.ManagerSigns,
            MostHours = terms.MostHours,
            ReviewAfterMeetings = terms.ReviewAfterMeetings,
            ReviewOn = terms.ReviewOn,
            EndsOn = terms.EndsOn,
            QuietAfterDays = terms.QuietAfterDays,
            State = terms.HasChemistryMeeting ? PartnershipState.Chemistry : PartnershipState.Signing,
            BegunUtc = Now,
            GoalsId = proposal.GoalsId is { } goals ? await texts.CopyAsync(goals, [proposal.GuideId, proposal.LearnerId], cancellation) : null,
        };
        db.Add(row);
        db.AddRange(proposal.ThemeIds.Distinct().Select(term => new PartnershipThemeRow { PartnershipId = row.Id, TermId = term }));
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipBegan(row.Facts), cancellation);
        if (!proposal.TellNobody)
        {
            await news.BeganAsync(row, cancellation);
        }

        return row.Id;
    }

    public async Task<PartnershipFacts?> FindAsync(string partnershipId, CancellationToken cancellation = default) =>
        (await db.Partnerships.AsNoTracking().SingleOrDefaultAsync(row => row.Id == partnershipId, cancellation))?.Facts;

    public async Task<IReadOnlyList<PartnershipFacts>> OfAsync(string personId, string? kindId = null, CancellationToken cancellation = default) =>
        [.. (await db.Partnerships.AsNoTracking().Where(row => (row.GuideId == personId || row.LearnerId == personId) && (kindId == null || row.KindId == kindId))
            .OrderByDescending(row => row.BegunUtc).ThenBy(row => row.Id).Take(MostOfOne).ToListAsync(cancellation)).Select(row => row.Facts)];

    public async Task<IReadOnlyDictionary<string, int>> OpenOfGuidesAsync(string kindId, IReadOnlyCollection<string> guideIds, CancellationToken cancellation = default) =>
        guideIds.Count == 0 ? new Dictionary<string, int>()
            : await db.Partnerships.Where(row => row.KindId == kindId && row.State != PartnershipState.Closed && EF.Parameter(guideIds).Contains(row.GuideId))
                .GroupBy(row => row.GuideId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);

    public async Task EndAsync(string partnershipId, PartnershipEnd end, CancellationToken cancellation = default)
    {
        await db.TakeTurnsAsync(Turn(partnershipId), cancellation);
        if (await db.Partnerships.SingleOrDefaultAsync(row => row.Id == partnershipId, cancellation) is { } row)
        {
            await CloseAsync(row, end, cancellation);
        }
    }

    /// <summary>Closes a partnership whose turn has been taken, calls off what was planned, and tells both.</summary>
    /// <returns>False when it was closed before.</returns>
    public async Task<bool> CloseAsync(PartnershipRow row, PartnershipEnd end, CancellationToken cancellation)
    {
        if (!row.Close(end, person.Id ?? "", Now))
        {
            return false;
        }

        foreach (var meeting in await db.PartnershipMeetings.Where(meeting => meeting.PartnershipId == row.Id && meeting.State == MeetingState.Planned).ToListAsync(cancellation))
        {
            (meeting.State, meeting.ChangedById, meeting.ChangedUtc) = (MeetingState.Cancelled, person.Id ?? "", Now);
            meeting.Revision++;
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipClosed(row.Facts, end), cancellation);
        await news.ClosedAsync(row, cancellation);
        return true;
    }

    /// <summary>What those wait for who change one partnership at the same moment.</summary>
    public static string Turn(string partnershipId) => $"partnership:{partnershipId}";

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}
