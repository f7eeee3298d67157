using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring.Profiles;

/// <summary>How many wait for a mentor, and how many more could be mentored.</summary>
internal sealed class MentoringDemand(PortalDb db, IPartnerships partnerships) : IPartnershipDemand
{
    public string KindId => MentoringModule.Kind;

    public async Task<PartnershipDemand> NowAsync(CancellationToken cancellation)
    {
        var waiting = await db.MentoringProfiles.Where(profile => profile.State == ProfileState.Waiting && profile.Role != MentoringRole.Mentor).Select(profile => profile.PersonId).Distinct().CountAsync(cancellation);
        var mentors = await db.MentoringProfiles.Where(profile => profile.State != ProfileState.Draft && profile.State != ProfileState.Withdrawn && profile.Role != MentoringRole.Mentee)
            .GroupBy(profile => profile.PersonId).Select(profiles => new { PersonId = profiles.Key, Capacity = profiles.Max(profile => profile.Capacity) }).ToListAsync(cancellation);
        var open = await partnerships.OpenOfGuidesAsync(KindId, [.. mentors.Select(mentor => mentor.PersonId)], cancellation);
        return new PartnershipDemand(waiting, mentors.Count, mentors.Sum(mentor => mentor.Capacity), open.Values.Sum());
    }

    public async Task<IReadOnlyDictionary<string, DateTime>> AskedUtcAsync(IReadOnlyCollection<PartnershipFacts> begun, CancellationToken cancellation)
    {
        List<string> people = [.. begun.Select(one => one.LearnerId).Distinct()];
        var sent = (await db.MentoringProfiles.Where(profile => EF.Parameter(people).Contains(profile.PersonId) && profile.SentUtc != null).Select(profile => new { profile.ProgrammeId, profile.PersonId, profile.SentUtc }).ToListAsync(cancellation))
            .ToLookup(profile => (profile.ProgrammeId, profile.PersonId), profile => profile.SentUtc!.Value);
        return begun.Select(one => (one.Id, Asked: sent[(one.SourceId, one.LearnerId)].Where(moment => moment <= one.BegunUtc).ToList())).Where(one => one.Asked.Count > 0).ToDictionary(one => one.Id, one => one.Asked.Max());
    }
}
