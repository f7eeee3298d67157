using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace LearningDev.Content.Editing.Unsaved;

/// <summary>
/// Keeps what is typed into editors' forms until it is saved, and knows who is at which item. What is kept is the person's own, is no version and does not stand in
/// the audit; it is written by single statements, so that it is quick and never waits for a form that is being saved.
/// </summary>
internal sealed class OpenForms(PortalDb db, KeptFields fields, CurrentPerson person, ISettings settings, TimeProvider time)
{
    /// <summary>The script says every minute that it is there; after three it is not.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan KeepEmpty = TimeSpan.FromDays(1);

    private const int MostListed = 5;

    private DbSet<OpenForm> Rows => db.Set<OpenForm>();

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Notes that the person has opened a form.</summary>
    /// <returns>The form's id.</returns>
    public async Task<string> OpenAsync(string contentType, string contentItemId, CancellationToken cancellation)
    {
        var row = new OpenForm { Id = Identifiers.New(), PersonId = person.Id!, ContentItemId = contentItemId, ContentType = contentType, OpenedUtc = Now };
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        return row.Id;
    }

    /// <summary>A form of the person's own in which something was kept; null when there is none.</summary>
    public async Task<UnsavedWork?> FindAsync(string? formId, CancellationToken cancellation) =>
        await Own().SingleOrDefaultAsync(row => row.Id == formId && row.KeptUtc != null, cancellation) is { } row ? Read(row) : null;

    /// <summary>What the person has typed about an item and not saved, the newest first.</summary>
    public async Task<IReadOnlyList<UnsavedWork>> OfItemAsync(string contentItemId, CancellationToken cancellation) =>
        Read(await Own().Where(row => row.ContentItemId == contentItemId && row.KeptUtc != null)
            .OrderByDescending(row => row.KeptUtc).Take(MostListed).ToListAsync(cancellation));

    /// <summary>What the person has typed into empty forms of a type and never saved, the newest first.</summary>
    public async Task<IReadOnlyList<UnsavedWork>> OfNewAsync(string contentType, CancellationToken cancellation) =>
        Read(await Own().Where(row => row.ContentType == contentType && row.KeptUtc != null
                && !db.Set<ContentItemRow>().Any(item => item.ContentItemId == row.ContentItemId))
            .OrderByDescending(row => row.KeptUtc).Take(MostListed).ToListAsync(cancellation));

    /// <summary>Keeps what the person has typed.</summary>
    /// <returns>When it was kept; null when it is too long, or the id is that of somebody else's form.</returns>
    public async Task<DateTime?> KeepAsync(
        string formId, string contentType, string contentItemId, IEnumerable<KeyValuePair<string, StringValues>> typed, CancellationToken cancellation)
    {
        if (fields.Write(person.Id!, formId, typed) is not { } kept)
        {
            return null;
        }

        var now = Now;
        if (await WriteAsync(Rows.Where(row => row.Id == formId && row.PersonId == person.Id), kept, now, cancellation))
        {
            return now;
        }

        // The form was saved, thrown away or too old, and somebody goes on typing in it; or it is somebody else's.
        return await db.Database.ExecuteSqlAsync(
            $"""
            insert into content_open_form (id, person_id, content_item_id, content_type, opened_utc, heard_utc, kept_utc, fields)
            values ({formId}, {person.Id}, {contentItemId}, {contentType}, {now}, {now}, {now}, {kept}) on conflict do nothing
            """, cancellation) > 0 ? now : null;
    }

    /// <summary>Keeps what was sent by somebody whose sign-in had ended, for the person who had opened the form.</summary>
    /// <returns>The form; null when nobody has opened it, or it is too long.</returns>
    public async Task<OpenForm?> KeepForOwnerAsync(string formId, IFormCollection typed, CancellationToken cancellation)
    {
        var row = await Rows.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == formId, cancellation);
        return row is not null && fields.Write(row.PersonId, formId, typed) is { } kept
            && await WriteAsync(Rows.Where(candidate => candidate.Id == formId), kept, Now, cancellation) ? row : null;
    }

    /// <summary>Notes that the page is still open.</summary>
    public Task HearAsync(string formId, CancellationToken cancellation) => Rows.Where(row => row.Id == formId && row.PersonId == person.Id)
        .ExecuteUpdateAsync(row => row.SetProperty(form => form.HeardUtc, Now), cancellation);

    /// <summary>Notes that the page was left. What was kept stays.</summary>
    public async Task CloseAsync(string formId, CancellationToken cancellation)
    {
        var own = Rows.Where(row => row.Id == formId && row.PersonId == person.Id);
        if (await own.Where(row => row.KeptUtc == null).ExecuteDeleteAsync(cancellation) == 0)
        {
            await own.ExecuteUpdateAsync(row => row.SetProperty(form => form.HeardUtc, Now - Silence), cancellation);
        }
    }

    /// <summary>Forgets what was kept: it has been saved, or thrown away.</summary>
    /// <returns>False when there was nothing of the person's own.</returns>
    public async Task<bool> ForgetAsync(string? formId, CancellationToken cancellation) =>
        await Rows.Where(row => row.Id == formId && row.PersonId == person.Id).ExecuteDeleteAsync(cancellation) > 0;

    /// <summary>Who else is at an item now, since when; who came first is first.</summary>
    public async Task<IReadOnlyList<OtherEditor>> OthersAsync(string contentItemId, CancellationToken cancellation)
    {
        var minutes = Math.Clamp((await settings.GetAsync<EditingSettings>(cancellation)).PresentMinutes, 1, 480);
        var (silent, gone) = (Now - Silence, Now.AddMinutes(-minutes));
        var rows = await Rows.AsNoTracking()
            .Where(row => row.ContentItemId == contentItemId && row.PersonId != person.Id
                && (row.HeardUtc == null ? row.OpenedUtc > gone : row.HeardUtc > silent))
            .Select(row => new { row.PersonId, row.OpenedUtc }).ToListAsync(cancellation);
        return [.. rows.GroupBy(row => row.PersonId, (id, forms) => new OtherEditor(id, forms.Min(form => form.OpenedUtc))).OrderBy(other => other.OpenedUtc)];
    }

    /// <summary>Deletes what is too old, and forms into which nothing was typed.</summary>
    /// <returns>How many had something in them.</returns>
    public async Task<int> DeleteOldAsync(CancellationToken cancellation)
    {
        var old = Now.AddDays(-Math.Clamp((await settings.GetAsync<EditingSettings>(cancellation)).KeepUnsavedDays, 1, 365));
        var (empty, silent) = (Now - KeepEmpty, Now - Silence);
        await Rows.Where(row => row.KeptUtc == null && row.OpenedUtc < empty && (row.HeardUtc == null || row.HeardUtc < silent)).ExecuteDeleteAsync(cancellation);
        return await Rows.Where(row => row.KeptUtc < old).ExecuteDeleteAsync(cancellation);
    }

    private IQueryable<OpenForm> Own() => Rows.AsNoTracking().Where(row => row.PersonId == person.Id);

    private static async Task<bool> WriteAsync(IQueryable<OpenForm> row, byte[] kept, DateTime now, CancellationToken cancellation) =>
        await row.ExecuteUpdateAsync(
            form => form.SetProperty(one => one.Fields, kept).SetProperty(one => one.KeptUtc, now).SetProperty(one => one.HeardUtc, now), cancellation) > 0;

    private UnsavedWork? Read(OpenForm row) => fields.Read(row) is { } typed ? new UnsavedWork(row.Id, row.ContentItemId, row.ContentType, row.KeptUtc!.Value, typed) : null;

    private List<UnsavedWork> Read(List<OpenForm> rows) => [.. rows.Select(Read).OfType<UnsavedWork>()];
}

/// <summary>What somebody has typed and not saved.</summary>
/// <param name="FormId">The id of the form that it was typed into.</param>
/// <param name="ContentItemId">The item.</param>
/// <param name="ContentType">The item's type.</param>
/// <param name="KeptUtc">When it was last kept.</param>
/// <param name="Typed">The fields.</param>
internal sealed record UnsavedWork(string FormId, string ContentItemId, string ContentType, DateTime KeptUtc, IFormCollection Typed);

/// <summary>Somebody else at an item.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="OpenedUtc">Since when.</param>
internal sealed record OtherEditor(string PersonId, DateTime OpenedUtc);
