using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Curation.Links;

/// <summary>What editors do with a link: have it checked, ignore it, replace it.</summary>
internal sealed class LinkCare(
    PortalDb db, PublishedEdits edits, ContentDefinitions definitions, IOutbox outbox, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>Has a link checked at once, by the outbox; pressed twice, it is checked once.</summary>
    /// <returns>False when there is no such link.</returns>
    public async Task<bool> AskAsync(string id, CancellationToken cancellation)
    {
        if (await db.Links.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } link)
        {
            return false;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (link.AskedUtc is { } asked && asked > now.AddMinutes(-10))
        {
            return true;
        }

        link.AskedUtc = now;
        await outbox.EnqueueAsync(new CheckLink(link.Id, link.Host), $"link-check:{link.Id}:{now.Ticks}", notBeforeUtc: null, cancellation);
        await events.PublishAsync(new LinkCheckAsked(link.Id, link.Url), cancellation);
        return true;
    }

    /// <summary>Leaves a link alone: it is not checked and counts as no problem.</summary>
    public async Task<bool> IgnoreAsync(string id, string reason, CancellationToken cancellation)
    {
        if (await db.Links.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } link)
        {
            return false;
        }

        link.IgnoredUtc = time.GetUtcNow().UtcDateTime;
        link.IgnoredBy = person.Name;
        link.IgnoredReason = reason;
        await events.PublishAsync(new LinkIgnored(link.Id, link.Url, true) { Reason = reason }, cancellation);
        return true;
    }

    /// <summary>Has a link checked again from now on.</summary>
    public async Task<bool> HeedAsync(string id, CancellationToken cancellation)
    {
        if (await db.Links.SingleOrDefaultAsync(row => row.Id == id && row.IgnoredUtc != null, cancellation) is not { } link)
        {
            return false;
        }

        link.IgnoredUtc = null;
        link.IgnoredBy = link.IgnoredReason = "";
        link.NextUtc = time.GetUtcNow().UtcDateTime;
        await events.PublishAsync(new LinkIgnored(link.Id, link.Url, false), cancellation);
        return true;
    }

    /// <summary>Replaces a link in everything that is published and has it, and in the drafts of these items.</summary>
    /// <returns>What was changed; null when there is no such link.</returns>
    /// <exception cref="ContentConflictException">Somebody else has saved one of the items just now.</exception>
    public async Task<PublishedEdit?> ReplaceAsync(string id, string with, CancellationToken cancellation)
    {
        if (await db.Links.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } link)
        {
            return null;
        }

        var set = await definitions.GetAsync(cancellation);
        var items = await db.LinkUses.Where(use => use.LinkId == id).Select(use => use.ContentItemId).ToListAsync(cancellation);
        var done = await edits.ApplyAsync(items, item => LinkReader.Replace(item, set, link.Url, with), cancellation);
        if (done.Changed.Count > 0)
        {
            await events.PublishAsync(new LinkReplaced(link.Id, link.Url, with, done.Changed.Count), cancellation);
        }

        return done;
    }
}

/// <summary>Somebody has had a link checked.</summary>
/// <param name="Id">The link's id.</param>
/// <param name="Url">The address.</param>
public sealed record LinkCheckAsked(string Id, string Url) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Link", Id, Url);

    /// <inheritdoc />
    public string Summary => "Had a link checked";
}

/// <summary>A link is ignored, or is not ignored any more.</summary>
/// <param name="Id">The link's id.</param>
/// <param name="Url">The address.</param>
/// <param name="Ignored">True when it is ignored.</param>
public sealed record LinkIgnored(string Id, string Url, bool Ignored) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Link", Id, Url);

    /// <inheritdoc />
    public string Summary => Ignored ? "Ignored a link" : "Had a link checked again from now on";

    /// <inheritdoc />
    public string Reason { get; init; } = "";
}

/// <summary>A link was replaced wherever it was used.</summary>
/// <param name="Id">The link's id.</param>
/// <param name="Url">The address.</param>
/// <param name="With">The address that stands there now.</param>
/// <param name="Items">In how many items.</param>
public sealed record LinkReplaced(string Id, string Url, string With, int Items) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Link", Id, Url);

    /// <inheritdoc />
    public string Summary => $"Replaced a link in {Items} {(Items == 1 ? "item" : "items")}";

    /// <inheritdoc />
    public IReadOnlyList<AuditChange> Changes => [new("Address", Url, With)];
}
