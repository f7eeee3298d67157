using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Recognition.Wall;

/// <summary>The celebrations that are on the wall, and applauding them (REC-01).</summary>
internal sealed class RecognitionWall(PortalDb db, IEvents events, ISettings settings, CurrentPerson person)
{
    private const int MostWaiting = 20;

    /// <summary>A page of the wall, the newest first. A page past the end is the last.</summary>
    public async Task<WallPage> PageAsync(int page, CancellationToken cancellation)
    {
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var total = await Shown.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        return new WallPage(total, page, pages, await LinesAsync((page - 1) * size, size, cancellation), await WaitingAsync(cancellation));
    }

    /// <summary>The newest celebrations.</summary>
    public Task<List<WallLine>> NewestAsync(int count, CancellationToken cancellation) => LinesAsync(0, count, cancellation);

    /// <summary>Applauds a celebration that is on the wall, or takes the applause back. Doing so twice changes nothing.</summary>
    /// <returns>False when the celebration is not on the wall.</returns>
    public async Task<bool> ApplaudAsync(string id, bool applauds, CancellationToken cancellation)
    {
        if (await Shown.Where(row => row.Id == id).Select(row => row.RecipientName).SingleOrDefaultAsync(cancellation) is not { } name)
        {
            return false;
        }

        var mine = db.Applause.Where(row => row.CelebrationId == id && row.PersonId == person.Id);
        if (!applauds)
        {
            if (await mine.ExecuteDeleteAsync(cancellation) == 0)
            {
                return true;
            }
        }
        else if (await mine.AnyAsync(cancellation))
        {
            return true;
        }
        else
        {
            db.Add(new Applause { CelebrationId = id, PersonId = person.Id! });
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException fault) when (PortalDb.IsUniqueViolation(fault))
            {
                // Pressed twice at the same moment: the other one counts.
                db.ChangeTracker.Clear();
                return true;
            }
        }

        await events.PublishAsync(new CelebrationApplauded(id, name, applauds), cancellation);
        return true;
    }

    private IQueryable<Celebration> Shown => db.Celebrations.AsNoTracking().Where(row => row.State == CelebrationState.Shown);

    /// <summary>What this person has written and a moderator has not read yet; the newest of them.</summary>
    private Task<List<WaitingLine>> WaitingAsync(CancellationToken cancellation) => db.Celebrations.AsNoTracking()
        .Where(row => row.State == CelebrationState.Waiting && row.SenderId == person.Id)
        .OrderByDescending(row => row.SentUtc).ThenBy(row => row.Id).Take(MostWaiting)
        .Select(row => new WaitingLine(row.Id, row.RecipientName, row.Learning)).ToListAsync(cancellation);

    private async Task<List<WallLine>> LinesAsync(int skip, int count, CancellationToken cancellation)
    {
        var (id, all) = (person.Id, db.Applause);
        return await Shown.OrderByDescending(row => row.ShownUtc).ThenBy(row => row.Id).Skip(skip).Take(count)
            .Select(row => new WallLine(
                row.Id, row.RecipientName, row.RecipientUnit, row.SenderName, row.Learning, row.Message, row.ShownUtc!.Value,
                all.Count(applause => applause.CelebrationId == row.Id),
                all.Any(applause => applause.CelebrationId == row.Id && applause.PersonId == id),
                row.RecipientId == id, row.SenderId == id))
            .ToListAsync(cancellation);
    }
}

/// <summary>A page of the wall.</summary>
/// <param name="Total">How many celebrations are on the wall.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Lines">The celebrations of the page.</param>
/// <param name="Waiting">This person's celebrations that a moderator has not read yet.</param>
internal sealed record WallPage(int Total, int Page, int Pages, IReadOnlyList<WallLine> Lines, IReadOnlyList<WaitingLine> Waiting);

/// <summary>A celebration as the wall shows it to a person.</summary>
internal sealed record WallLine(
    string Id, string Recipient, string Unit, string Sender, string Learning, string Message, DateTime ShownUtc, int Applause, bool IsApplauded, bool IsAboutMe, bool IsMine);

/// <summary>A celebration that waits for a moderator, as the person sees it who wrote it.</summary>
internal sealed record WaitingLine(string Id, string Recipient, string Learning);
