using LearningDev.Mentoring.Choosing;
using LearningDev.Mentoring.Matching;
using LearningDev.Mentoring.Programmes;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring.Pairs;

/// <summary>Begins pairs: a partnership on the programme's terms. What the mentee wants to reach goes into it.</summary>
internal sealed class PairBeginning(PortalDb db, IPartnerships partnerships, AskClosing asks, WorkingCalendar calendar)
{
    /// <summary>Begins a pair of a mentee who waits. Whoever calls has looked whether the two may be one.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="mentee">Who is helped.</param>
    /// <param name="mentor">Who helps.</param>
    /// <param name="originId">The match or the mentee's request from which it comes.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="tellNobody">True for a pair that is brought in from elsewhere.</param>
    /// <returns>The id of the partnership.</returns>
    public async Task<string> BeginAsync(Programme programme, Candidate mentee, Candidate mentor, string originId, CancellationToken cancellation, bool tellNobody = false)
    {
        var row = await db.MentoringProfiles.SingleAsync(one => one.ProgrammeId == programme.Id && one.PersonId == mentee.PersonId, cancellation);
        row.State = ProfileState.Matched;
        row.Revision++;
        await db.SaveChangesAsync(cancellation);
        await asks.CloseOfMenteeAsync(programme, mentee.PersonId, cancellation);
        var shared = mentee.Themes.Intersect(mentor.Themes).ToList();
        return await partnerships.BeginAsync(
            new PartnershipProposal(MentoringModule.Kind, mentor.PersonId, mentee.PersonId, programme.Terms(await calendar.TodayAsync()))
            {
                OriginId = originId,
                ThemeIds = shared.Count > 0 ? shared : mentee.Themes,
                TellNobody = tellNobody,
                GoalsId = row.GoalsId,
            },
            cancellation);
    }
}
