using LearningDev.Coaching.Pools;
using LearningDev.Coaching.Requests;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Asking;

/// <summary>How many coaches of a pool one person may have at once (COA-01).</summary>
internal sealed class PoolLimits(PortalDb db, IPartnerships partnerships)
{
    /// <summary>True when a person may ask for one more coach of a pool: what they have and what they have asked for stays within the pool's rule.</summary>
    public async Task<bool> HasRoomAsync(Pool pool, string personId, CancellationToken cancellation) =>
        await TogetherAsync(pool, personId, cancellation)
        + await db.CoachingRequests.CountAsync(row => row.PersonId == personId && row.PoolId == pool.Id && row.State == RequestState.Sent, cancellation) < pool.MostAtOnce;

    /// <summary>How many coaches of a pool somebody has.</summary>
    public async Task<int> TogetherAsync(Pool pool, string personId, CancellationToken cancellation) =>
        (await partnerships.OfAsync(personId, CoachingModule.Kind, cancellation)).Count(one => one.LearnerId == personId && one.SourceId == pool.Id && one.State != PartnershipState.Closed);

    /// <summary>What people read when there is no room.</summary>
    public static string Words(Pool pool) => pool.MostAtOnce == 1
        ? "You have a coach in this pool, or have asked for one. You can ask again when that has ended"
        : $"You have {pool.MostAtOnce} coaches in this pool, or have asked for them. You can ask again when one has ended";
}
