using LearningDev.Partnerships.Confidence;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Notes;

/// <summary>The notes of a partnership: those of one of the two alone, and those of both (COA-03).</summary>
internal sealed class NoteBook(PortalDb db, ConfidentialTexts texts, ISettings settings, IEvents events, TimeProvider time)
{
    /// <summary>A page of the notes that the person may read, the newest first. A page past the end is the last.</summary>
    public async Task<NotesPage> PageAsync(OwnPartnership own, int page, CancellationToken cancellation)
    {
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var total = await Readable(own).CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        return new NotesPage(total, page, pages, await ReadAsync(own, (page - 1) * size, size, cancellation));
    }

    /// <summary>The newest notes.</summary>
    public Task<IReadOnlyList<NoteLine>> NewestAsync(OwnPartnership own, int count, CancellationToken cancellation) => ReadAsync(own, 0, count, cancellation);

    /// <summary>A note with its words; null when the person may not read one of that id.</summary>
    public async Task<NoteLine?> FindAsync(OwnPartnership own, string id, CancellationToken cancellation)
    {
        var row = await Readable(own).AsNoTracking().SingleOrDefaultAsync(note => note.Id == id, cancellation);
        return row is not null && (await texts.ReadAllAsync([row.TextId], cancellation)).GetValueOrDefault(row.TextId) is { } words ? new NoteLine(row, words) : null;
    }

    /// <summary>Writes a note. One that was written under the same id before stays as it is.</summary>
    public async Task WriteAsync(OwnPartnership own, string id, string words, bool isShared, CancellationToken cancellation)
    {
        if (await db.PartnershipNotes.AnyAsync(note => note.Id == id, cancellation))
        {
            return;
        }

        var text = await texts.KeepAsync(words, isShared ? own.Both : [own.OwnId], cancellation);
        db.Add(new NoteRow { Id = id, PartnershipId = own.Row.Id, AuthorId = own.OwnId, IsShared = isShared, TextId = text, MadeUtc = time.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipNoteWritten(own.Row.Id, id), cancellation);
    }

    /// <summary>Changes a note.</summary>
    /// <returns>False when the other has changed it since it was read.</returns>
    public async Task<bool> ChangeAsync(OwnPartnership own, NoteLine note, string words, int revision, CancellationToken cancellation)
    {
        if (!await texts.ChangeAsync(note.Row.TextId, words, revision, cancellation))
        {
            return false;
        }

        await events.PublishAsync(new PartnershipNoteWritten(own.Row.Id, note.Row.Id), cancellation);
        return true;
    }

    /// <summary>Deletes a note that the person has written, for good.</summary>
    public async Task DeleteAsync(OwnPartnership own, NoteLine note, CancellationToken cancellation)
    {
        // Its row goes with its words.
        await texts.DeleteAsync([note.Row.TextId], cancellation);
        await events.PublishAsync(new PartnershipNoteDeleted(own.Row.Id, note.Row.Id), cancellation);
    }

    private IQueryable<NoteRow> Readable(OwnPartnership own)
    {
        var (id, me) = (own.Row.Id, own.OwnId);
        return db.PartnershipNotes.Where(note => note.PartnershipId == id && (note.IsShared || note.AuthorId == me));
    }

    private async Task<IReadOnlyList<NoteLine>> ReadAsync(OwnPartnership own, int skip, int take, CancellationToken cancellation)
    {
        var rows = await Readable(own).AsNoTracking().OrderByDescending(note => note.MadeUtc).ThenBy(note => note.Id).Skip(skip).Take(take).ToListAsync(cancellation);
        var words = await texts.ReadAllAsync([.. rows.Select(row => row.TextId)], cancellation);
        return [.. rows.Where(row => words.ContainsKey(row.TextId)).Select(row => new NoteLine(row, words[row.TextId]))];
    }
}

/// <summary>A page of notes.</summary>
internal sealed record NotesPage(int Total, int Page, int Pages, IReadOnlyList<NoteLine> Lines);

/// <summary>A note with its words.</summary>
internal sealed record NoteLine(NoteRow Row, ReadWords Words);
