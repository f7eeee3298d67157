using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Recognition.KeepingOff;

/// <summary>Whether colleagues can celebrate the current person on the wall. What stands there already, the person takes down one by one.</summary>
internal sealed class WallChoice(PortalDb db, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>True when the person does not want to be on the wall.</summary>
    public Task<bool> IsKeptOffAsync(CancellationToken cancellation) => db.KeptOff.AnyAsync(row => row.PersonId == person.Id, cancellation);

    /// <summary>Keeps the choice; choosing the same twice changes nothing.</summary>
    public async Task ChooseAsync(bool keepOff, CancellationToken cancellation)
    {
        if (await IsKeptOffAsync(cancellation) == keepOff)
        {
            return;
        }

        if (keepOff)
        {
            db.Add(new KeptOff { PersonId = person.Id!, SinceUtc = time.GetUtcNow().UtcDateTime });
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException fault) when (PortalDb.IsUniqueViolation(fault))
            {
                // Pressed twice at the same moment: the other one counts.
                db.ChangeTracker.Clear();
                return;
            }
        }
        else if (await db.KeptOff.Where(row => row.PersonId == person.Id).ExecuteDeleteAsync(cancellation) == 0)
        {
            return;
        }

        await events.PublishAsync(new KeepingOffChosen(person.Id!, person.Name, keepOff), cancellation);
    }
}
