using System.Text.Json;
using LearningDev.Content.Items;
using LearningDev.Content.Search.Index;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.Upkeep;

/// <summary>Brings items and what is known of them forward to a change of their types (CMS-02).</summary>
internal sealed class BringingForward(
    PortalDb db, ItemChanging changing, SearchUpkeep upkeep, IEvents events, IOutbox outbox, BringingForwardOptions options, CurrentPerson person, TimeProvider time)
{
    private const int Batch = 200;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Begins the work, and does it at once when the items are few.</summary>
    /// <param name="about">What is done, in a sentence.</param>
    /// <param name="types">The names of the types.</param>
    /// <param name="change">What is done with each version; null to write indexes anew.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The work; it has ended when it was done at once.</returns>
    public async Task<DefinitionWork> BeginAsync(string about, IReadOnlyCollection<string> types, ItemChange? change, CancellationToken cancellation)
    {
        var work = new DefinitionWork
        {
            Id = Identifiers.New(),
            About = about.Length <= DefinitionWork.LongestAbout ? about : about[..DefinitionWork.LongestAbout],
            Types = string.Join(' ', types),
            Change = change is null ? "" : JsonSerializer.Serialize(change, PortalJson.Compact),
            BegunUtc = Now,
            PersonName = person.Name,
        };
        work.Total = await Rows(work).CountAsync(cancellation);
        db.Add(work);
        await db.SaveChangesAsync(cancellation);
        if (work.Total > options.AtOnce)
        {
            await EnqueueAsync(work, cancellation);
            return work;
        }

        while (work.EndedUtc is null)
        {
            await ContinueAsync(work, cancellation);
        }

        return work;
    }

    /// <summary>Goes on with the work, a batch in a transaction each, until it is done or the time is over; then another message carries on.</summary>
    public async Task WorkAsync(string id, CancellationToken cancellation)
    {
        var until = Now + options.Turn;
        while (true)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            if (await db.Set<DefinitionWork>().SingleOrDefaultAsync(row => row.Id == id && row.EndedUtc == null, cancellation) is not { } work)
            {
                return;
            }

            await ContinueAsync(work, cancellation);
            var isOver = work.EndedUtc is null && Now >= until;
            if (isOver)
            {
                await EnqueueAsync(work, cancellation);
            }

            await transaction.CommitAsync(cancellation);
            db.ChangeTracker.Clear();
            if (isOver)
            {
                return;
            }
        }
    }

    /// <summary>The work that is not done yet, by when it was begun.</summary>
    public async Task<IReadOnlyList<DefinitionWork>> OpenAsync(CancellationToken cancellation) =>
        await db.Set<DefinitionWork>().AsNoTracking().Where(row => row.EndedUtc == null).OrderBy(row => row.BegunUtc).Take(20).ToListAsync(cancellation);

    private async Task ContinueAsync(DefinitionWork work, CancellationToken cancellation)
    {
        var rows = await TakeAsync(work, cancellation);
        var outdated = rows.FindAll(row => row.Published && work.Change.Length == 0);
        if (work.Change.Length > 0 && rows.Count > 0)
        {
            var changed = await changing.ChangeAsync(JsonSerializer.Deserialize<ItemChange>(work.Change, PortalJson.Compact)!, rows, cancellation);
            work.Changed += changed.Count(change => change.IsNewest);
            outdated = rows.FindAll(row => row.Published && changed.Any(change => change.RowId == row.Id));
            await db.SaveChangesAsync(cancellation);
            await events.PublishAllAsync<ContentBroughtForward>(
                [.. changed.Where(change => change.IsNewest).Select(change => new ContentBroughtForward(change.Type, change.Id, change.Name, work.About, work.PersonName) { Changes = change.Changes })],
                cancellation);
        }

        if (outdated.Count > 0)
        {
            await upkeep.WriteAnewAsync(outdated.ConvertAll(row => row.ToItem()), cancellation);
        }

        work.Done += rows.Count;
        work.LastRowId = rows.Count == 0 ? work.LastRowId : rows[^1].Id;
        if (rows.Count < Batch)
        {
            work.Done = work.Total;
            work.EndedUtc = Now;
            if (work.Changed > 0 || work.Total > options.AtOnce)
            {
                await events.PublishAsync(new ContentBringingForwardEnded(work.Id, work.About, work.Changed), cancellation);
            }
        }

        await db.SaveChangesAsync(cancellation);
    }

    // Nobody saves the items meanwhile: SQLite lets one transaction write at a time, and PostgreSQL keeps others waiting, who then see that they must begin anew.
    private async Task<List<ContentItemRow>> TakeAsync(DefinitionWork work, CancellationToken cancellation)
    {
        var ids = await Rows(work).Where(row => row.Id > work.LastRowId).OrderBy(row => row.Id).Take(Batch).Select(row => row.Id).ToArrayAsync(cancellation);
        if (!db.IsSqlite && work.Change.Length > 0)
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM content_item WHERE id = ANY({ids}) ORDER BY id FOR UPDATE", cancellation);
        }

        return await db.Set<ContentItemRow>().Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancellation);
    }

    // An index needs what is published; a change is for every version, so that an earlier one that is restored is of the same form.
    private IQueryable<ContentItemRow> Rows(DefinitionWork work)
    {
        string[] types = work.Types.Split(' ');
        var onlyPublished = work.Change.Length == 0;
        return db.Set<ContentItemRow>().Where(row => EF.Parameter(types).Contains(row.ContentType) && (!onlyPublished || row.Published));
    }

    private Task EnqueueAsync(DefinitionWork work, CancellationToken cancellation) =>
        outbox.EnqueueAsync(new BringForward(work.Id, work.About), $"bring-forward:{work.Id}:{work.LastRowId}", null, cancellation);
}

/// <summary>How items are brought forward; the configuration's section "Content:BringingForward".</summary>
internal sealed class BringingForwardOptions
{
    /// <summary>Up to so many versions of items are brought forward at once, while whoever made the change waits.</summary>
    public int AtOnce { get; set; } = 200;

    /// <summary>How long a message carries on before it makes room for others.</summary>
    public TimeSpan Turn { get; set; } = TimeSpan.FromSeconds(60);
}

/// <summary>The message that has the work go on.</summary>
/// <param name="WorkId">The work's id.</param>
/// <param name="About">What is done.</param>
internal sealed record BringForward(string WorkId, string About) : IDescribedMessage
{
    string IDescribedMessage.Description => About.Length <= 100 ? About : About[..100];
}

internal sealed class BringForwardHandler(BringingForward bringing) : IOutboxHandler<BringForward>
{
    public Task DeliverAsync(BringForward message, OutboxDelivery delivery, CancellationToken cancellation) => bringing.WorkAsync(message.WorkId, cancellation);
}

/// <summary>An item was changed because its type, or a term that it has, was changed.</summary>
/// <param name="ContentType">The item's type.</param>
/// <param name="ContentItemId">The item's id.</param>
/// <param name="Name">The item's name.</param>
/// <param name="Why">The change that it follows.</param>
/// <param name="AskedBy">Who made that change.</param>
public sealed record ContentBroughtForward(string ContentType, string ContentItemId, string Name, string Why, string AskedBy) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new(ContentType, ContentItemId, Name);

    /// <inheritdoc />
    public string Summary => $"Brought {Name} forward, for {AskedBy}: {Why}";

    /// <inheritdoc />
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];
}

/// <summary>All items of some types are brought forward.</summary>
/// <param name="WorkId">The work's id.</param>
/// <param name="Why">The change that they follow.</param>
/// <param name="Items">How many items were changed by it.</param>
public sealed record ContentBringingForwardEnded(string WorkId, string Why, int Items) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Content types", WorkId, Why);

    /// <inheritdoc />
    public string Summary => $"Brought {(Items == 1 ? "1 item" : $"{Items} items")} forward: {Why}";
}
