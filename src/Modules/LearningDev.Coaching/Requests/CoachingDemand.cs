using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Managing;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Requests;

/// <summary>How many wait for a coach, and how many more could be coached.</summary>
internal sealed class CoachingDemand(PortalDb db, CoachesInView inView, CoachReport report, IPartnerships partnerships) : IPartnershipDemand
{
    public string KindId => CoachingModule.Kind;

    public async Task<PartnershipDemand> NowAsync(CancellationToken cancellation)
    {
        var coaches = await (await inView.QueryAsync(cancellation)).Select(coach => new { coach.PersonId, coach.Capacity }).ToListAsync(cancellation);
        var open = await partnerships.OpenOfGuidesAsync(KindId, [.. coaches.Select(coach => coach.PersonId)], cancellation);
        return new PartnershipDemand(await db.CoachingRequests.CountAsync(request => request.State == RequestState.Sent, cancellation), coaches.Count, coaches.Sum(coach => coach.Capacity), open.Values.Sum())
        {
            Renewals =
            [
                new GuideRenewal("Supervision or qualification due soon", await report.CountAsync(new ReportFilter("", CoachShown.DueSoon), cancellation)),
                new GuideRenewal("Supervision or qualification has run out", await report.CountAsync(new ReportFilter("", CoachShown.Lapsed), cancellation)),
            ],
        };
    }

    public async Task<IReadOnlyDictionary<string, DateTime>> AskedUtcAsync(IReadOnlyCollection<PartnershipFacts> begun, CancellationToken cancellation)
    {
        List<string> ids = [.. begun.Select(one => one.OriginId)];
        var sent = await db.CoachingRequests.Where(request => EF.Parameter(ids).Contains(request.Id) && request.SentUtc != null).Select(request => new { request.Id, request.SentUtc }).ToDictionaryAsync(request => request.Id, request => request.SentUtc!.Value, cancellation);
        return begun.Where(one => sent.ContainsKey(one.OriginId)).ToDictionary(one => one.Id, one => sent[one.OriginId]);
    }
}
