using LearningDev.Coaching.Approving;
using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Pools;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Workflows.Requests;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Profiles;

/// <summary>The current person's own coach profile: written, sent, and kept up (COA-01).</summary>
internal sealed class OwnProfiles(
    PortalDb db, ContentItems items, ProfileCheck check, PoolReader pools, RequestStandings standings, CaseCare cases, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>The profile; null while the person has none.</summary>
    public async Task<OwnProfile?> FindAsync(CancellationToken cancellation)
    {
        if (await db.Coaches.SingleOrDefaultAsync(row => row.PersonId == person.Id, cancellation) is not { } row
            || await items.FindAsync(row.Id, VersionChoice.Latest, cancellation) is not { } item)
        {
            return null;
        }

        var isReturned = row is { IsAsked: true, CaseId: { } caseId } && await standings.FindAsync(caseId, cancellation) is { ChangeTaskId: not null };
        return new OwnProfile(row, item, isReturned);
    }

    /// <summary>The same, while whoever else changes something of it waits.</summary>
    public async Task<OwnProfile?> TakeAsync(CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(Turn(person.Id!), cancellation);
        return await FindAsync(cancellation);
    }

    /// <summary>What those wait for who change something of one coach at the same moment.</summary>
    public static string Turn(string personId) => $"coaching:{personId}";

    /// <summary>A profile that is not saved yet.</summary>
    public ContentItem New()
    {
        var item = items.New(CoachProfile.Type);
        item.Alter<TitlePart>(part => part.Title = $"Coach profile of {person.Name}");
        return item;
    }

    /// <summary>Begins the profile of the current person with what was written.</summary>
    public async Task BeginAsync(ContentItem item, IReadOnlyList<string>? poolIds, CancellationToken cancellation)
    {
        await SetPoolsAsync(item, poolIds, cancellation);
        await items.SaveDraftAsync(item, cancellation);
        var row = new CoachRow { Id = item.ContentItemId, PersonId = person.Id!, PersonName = person.Name, State = CoachState.Draft, CreatedUtc = Now };
        db.Add(row);
        await KeepAsync(row, item, cancellation);
        await events.PublishAsync(new CoachProfileBegun(row.Id, row.PersonName), cancellation);
    }

    /// <summary>
    /// Saves what was written of a section. What coaches who are approved change holds at once, but for their qualification: that is sent to be approved, and until then the
    /// approved one is shown.
    /// </summary>
    /// <returns>False when the qualification cannot be sent because no workflow takes it; nothing is saved then.</returns>
    public async Task<bool> SaveAsync(OwnProfile own, ProfileSection section, IReadOnlyList<string>? poolIds, CancellationToken cancellation)
    {
        var (row, item) = (own.Row, own.Item);
        var isSent = section.IsApproved && row.State == CoachState.Approved && !row.IsAsked && !ProfileCopy.HasApproved(row, item);
        if (isSent && !await CanBeSentAsync(cancellation))
        {
            return false;
        }

        await SetPoolsAsync(item, poolIds, cancellation);
        await items.SaveDraftAsync(item, cancellation);
        await KeepAsync(row, item, cancellation);
        await events.PublishAsync(new CoachProfileChanged(row.Id, row.PersonName, section.What), cancellation);
        if (isSent)
        {
            await StartAsync(row, cancellation);
        }

        return true;
    }

    /// <summary>What is missing before a profile can be sent; none when it is complete.</summary>
    public Task<IReadOnlyList<string>> ProblemsAsync(ContentItem item, CancellationToken cancellation) => check.ProblemsAsync(item, cancellation);

    /// <summary>False when no workflow is switched on that takes profiles.</summary>
    public Task<bool> CanBeSentAsync(CancellationToken cancellation) => cases.CanStartWithAsync(ProfileSentEvent.ActivityName, cancellation);

    /// <summary>Sends a profile to be approved, or sends it again.</summary>
    /// <returns>False when it cannot be sent as it is.</returns>
    public async Task<bool> SendAsync(OwnProfile own, CancellationToken cancellation)
    {
        if (!own.CanSend || (await ProblemsAsync(own.Item, cancellation)).Count > 0)
        {
            return false;
        }

        if (!own.IsReturned)
        {
            own.Row.State = CoachState.Sent;
            await StartAsync(own.Row, cancellation);
            return true;
        }

        own.Row.SentUtc = Now;
        own.Row.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CoachProfileSent(own.Row.Id, own.Row.PersonName, IsAgain: true), cancellation);
        return await standings.SendAgainAsync(own.Row.CaseId!, "", cancellation);
    }

    /// <summary>Takes nobody on for now, or takes people on again.</summary>
    public async Task PauseAsync(OwnProfile own, bool isPaused, CancellationToken cancellation)
    {
        if (own.Row.IsPaused != isPaused)
        {
            own.Row.IsPaused = isPaused;
            own.Row.Revision++;
            await db.SaveChangesAsync(cancellation);
            await events.PublishAsync(new CoachPaused(own.Row.Id, own.Row.PersonName, isPaused), cancellation);
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task StartAsync(CoachRow row, CancellationToken cancellation)
    {
        row.SentUtc = Now;
        row.IsAsked = true;
        row.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CoachProfileSent(row.Id, row.PersonName, IsAgain: false), cancellation);
        var caseId = await cases.StartWithAsync(ProfileSentEvent.ActivityName, row.Id, row.PersonId, [], cancellation);
        // A step that failed has the context follow nothing any more.
        row = await db.Coaches.SingleAsync(one => one.Id == row.Id, cancellation);
        row.CaseId = caseId;
        row.Revision++;
        await db.SaveChangesAsync(cancellation);
    }

    private async Task SetPoolsAsync(ContentItem item, IReadOnlyList<string>? poolIds, CancellationToken cancellation)
    {
        if (poolIds is not null)
        {
            var known = (await pools.AllAsync(cancellation)).Select(pool => pool.Id).Where(poolIds.Contains).ToList();
            item.Alter<CoachProfile>(part => part.Pools.ContentItemIds = known);
        }
    }

    private async Task KeepAsync(CoachRow row, ContentItem item, CancellationToken cancellation)
    {
        row.PersonName = person.Name;
        await ProfileCopy.WriteAsync(db, row, item, cancellation);
        row.Revision++;
        await db.SaveChangesAsync(cancellation);
    }
}

/// <summary>The current person's coach profile.</summary>
/// <param name="Row">The coach.</param>
/// <param name="Item">What the profile says.</param>
/// <param name="IsReturned">True when it was sent back to be changed.</param>
internal sealed record OwnProfile(CoachRow Row, ContentItem Item, bool IsReturned)
{
    /// <summary>True when it can be sent to HR: a draft, or one that was sent back.</summary>
    public bool CanSend => IsReturned || (!Row.IsAsked && Row.State is CoachState.Draft or CoachState.Refused or CoachState.Withdrawn);

    /// <summary>True when a section can be changed: not while HR looks at it.</summary>
    public bool CanChange(ProfileSection section) => IsReturned || !Row.IsAsked || (Row.State == CoachState.Approved && !section.IsApproved);
}

/// <summary>A page of the profile's form.</summary>
/// <param name="Id">How its address says it.</param>
/// <param name="Title">Its heading.</param>
/// <param name="What">What of the profile it is, within a sentence.</param>
/// <param name="Fields">The fields that it asks, each as part and field.</param>
internal sealed record ProfileSection(string Id, string Title, string What, IReadOnlyList<string> Fields)
{
    /// <summary>True for what HR has to approve again when it changes.</summary>
    public bool IsApproved => this == Qualification;

    /// <summary>True for the page that also asks for the pools.</summary>
    public bool HasPools => this == Offer;

    public static ProfileSection About { get; } = new("about", "About you", "the introduction", [Own(nameof(CoachProfile.Introduction)), Own(nameof(CoachProfile.Experience))]);

    public static ProfileSection Qualification { get; } = new(
        "qualification", "Your qualification", "the qualification",
        [
            Own(nameof(CoachProfile.Qualification)), Own(nameof(CoachProfile.QualificationLevel)), Own(nameof(CoachProfile.AwardingBody)), Own(nameof(CoachProfile.QualifiedOn)),
            Own(nameof(CoachProfile.QualificationExpiresOn)),
        ]);

    public static ProfileSection Offer { get; } = new(
        "offer", "What you offer", "what is offered",
        [
            Match(nameof(CoachingMatch.Themes)), Match(nameof(CoachingMatch.Approaches)), Match(nameof(CoachingMatch.Languages)), Match(nameof(CoachingMatch.Days)), Match(nameof(CoachingMatch.Places)),
        ]);

    public static ProfileSection Practice { get; } = new(
        "practice", "Capacity and supervision", "capacity and supervision",
        [Own(nameof(CoachProfile.Capacity)), Own(nameof(CoachProfile.LastSupervisionOn)), Own(nameof(CoachProfile.Practice))]);

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<ProfileSection> All { get; } = [About, Qualification, Offer, Practice];

    public static ProfileSection? Find(string id) => All.FirstOrDefault(section => section.Id == id);

    private static string Own(string field) => $"{CoachProfile.Type}.{field}";

    private static string Match(string field) => $"{nameof(CoachingMatch)}.{field}";
}
