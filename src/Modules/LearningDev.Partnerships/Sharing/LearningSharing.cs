using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Sharing;

/// <summary>What people choose to have counted in their record (MEN-02).</summary>
internal sealed class LearningSharing(PortalDb db, IConfidentialTexts texts, IEvents events, TimeProvider time)
{
    /// <summary>The most times that somebody shares learning of one partnership.</summary>
    public const int MostShared = 50;

    /// <summary>What the person shares at present, the newest first, with their reflections.</summary>
    public async Task<IReadOnlyList<SharedLine>> SharedAsync(OwnPartnership own, CancellationToken cancellation)
    {
        var rows = await Shared(own).AsNoTracking().OrderByDescending(row => row.SharedUtc).ThenBy(row => row.Id).Take(MostShared).ToListAsync(cancellation);
        var words = await texts.ReadAsync([.. rows.Select(row => row.ReflectionId).OfType<string>()], cancellation);
        return [.. rows.Select(row => new SharedLine(row, row.ReflectionId is { } id ? words.GetValueOrDefault(id) ?? "" : ""))];
    }

    /// <summary>The minutes of meetings that the person has not shared yet.</summary>
    public async Task<int> LeftAsync(OwnPartnership own, CancellationToken cancellation) => own.Row.Minutes - await Shared(own).SumAsync(row => row.Minutes, cancellation);

    /// <summary>Shares minutes and a reflection. What was shared under the same id before stays as it is. The turn must have been taken.</summary>
    /// <returns>False when so many minutes are not left, or it was shared too often.</returns>
    public async Task<bool> ShareAsync(OwnPartnership own, string id, int minutes, string reflection, CancellationToken cancellation)
    {
        if (await db.PartnershipSharedLearning.AnyAsync(row => row.Id == id, cancellation))
        {
            return true;
        }

        if (minutes > await LeftAsync(own, cancellation) || await Shared(own).CountAsync(cancellation) >= MostShared)
        {
            return false;
        }

        db.Add(new SharedLearningRow
        {
            Id = id,
            PartnershipId = own.Row.Id,
            PersonId = own.OwnId,
            IsGuide = own.Seat == Seat.Guide,
            Minutes = minutes,
            ReflectionId = reflection.Length == 0 ? null : await texts.KeepAsync(reflection, [own.OwnId], cancellation),
            SharedUtc = time.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(
            new PartnershipLearningRecorded(own.Row.Id, own.OwnId, own.Row.KindId, own.Seat == Seat.Guide, minutes, reflection) { SharedId = id }, cancellation);
        return true;
    }

    /// <summary>Takes back what the person has shared.</summary>
    /// <returns>False when they do not share it.</returns>
    public async Task<bool> TakeBackAsync(OwnPartnership own, string id, CancellationToken cancellation)
    {
        if (await Shared(own).SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return false;
        }

        row.TakenBackUtc = time.GetUtcNow().UtcDateTime;
        var reflection = row.ReflectionId;
        row.ReflectionId = null;
        await db.SaveChangesAsync(cancellation);
        if (reflection is not null)
        {
            await texts.DeleteAsync([reflection], cancellation);
        }

        await events.PublishAsync(new PartnershipLearningTakenBack(own.Row.Id, own.OwnId, id), cancellation);
        return true;
    }

    private IQueryable<SharedLearningRow> Shared(OwnPartnership own)
    {
        var (id, me) = (own.Row.Id, own.OwnId);
        return db.PartnershipSharedLearning.Where(row => row.PartnershipId == id && row.PersonId == me && row.TakenBackUtc == null);
    }
}

/// <summary>Something that is shared, with the reflection; empty for none.</summary>
internal sealed record SharedLine(SharedLearningRow Row, string Reflection);
