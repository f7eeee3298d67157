using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Recognition.TakingDown;

/// <summary>The celebrations that are about the current person or by them: they can take them down.</summary>
internal sealed class OwnCelebrations(PortalDb db, IEvents events, CurrentPerson person)
{
    /// <summary>A celebration that is about the person or by them, taken down or not; null when there is none of that id.</summary>
    public Task<Celebration?> FindAsync(string id, CancellationToken cancellation) => db.Celebrations.AsNoTracking()
        .SingleOrDefaultAsync(row => row.Id == id && (row.SenderId == person.Id || row.RecipientId == person.Id), cancellation);

    /// <summary>Takes it down; doing so twice changes nothing.</summary>
    /// <returns>False when it is neither about the person nor by them.</returns>
    public async Task<bool> TakeDownAsync(string id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } celebration)
        {
            return false;
        }

        var changed = await db.Celebrations.Where(row => row.Id == id && row.State != CelebrationState.TakenDown)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, CelebrationState.TakenDown), cancellation);
        if (changed == 1)
        {
            var why = celebration.RecipientId == person.Id ? "The person it is about took it down" : "The person who wrote it took it down";
            await events.PublishAsync(new CelebrationTakenDown(id, celebration.RecipientName, why), cancellation);
        }

        return true;
    }
}
