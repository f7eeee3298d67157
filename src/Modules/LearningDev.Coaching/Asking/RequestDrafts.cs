using LearningDev.Coaching.Answering;
using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Pools;
using LearningDev.Coaching.Profiles;
using LearningDev.Coaching.Requests;
using LearningDev.Content.Items;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Asking;

/// <summary>The current person's own requests for a coach, while they write them (COA-02). Nobody else's is found here.</summary>
internal sealed class RequestDrafts(
    PortalDb db, ContentItems items, PoolReader pools, PoolLimits limits, IConfidentialTexts texts, CaseCare cases, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>A request of the current person that is not sent yet; null when there is none of that id.</summary>
    public async Task<RequestDraft?> FindAsync(string id, CancellationToken cancellation) =>
        await db.CoachingRequests.SingleOrDefaultAsync(row => row.Id == id && row.PersonId == person.Id && row.State == RequestState.Draft, cancellation) is { } row
        && await items.FindAsync(id, VersionChoice.Latest, cancellation) is { } item ? new RequestDraft(row, item) : null;

    /// <summary>The same, while whoever else changes something of the person's requests waits.</summary>
    public async Task<RequestDraft?> TakeAsync(string id, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(OwnProfiles.Turn(person.Id!), cancellation);
        return await FindAsync(id, cancellation);
    }

    /// <summary>True for a request of the current person that was sent, whatever became of it.</summary>
    public Task<bool> WasSentAsync(string id, CancellationToken cancellation) =>
        db.CoachingRequests.AnyAsync(row => row.Id == id && row.PersonId == person.Id && row.State != RequestState.Draft, cancellation);

    /// <summary>The id of the draft that the person has in a pool; null for none.</summary>
    public Task<string?> DraftInAsync(string poolId, CancellationToken cancellation) =>
        db.CoachingRequests.Where(row => row.PersonId == person.Id && row.PoolId == poolId && row.State == RequestState.Draft).OrderByDescending(row => row.CreatedUtc).Select(row => row.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>An earlier request of the current person that has ended; null when there is none of that id.</summary>
    public Task<RequestRow?> EndedAsync(string id, CancellationToken cancellation) =>
        db.CoachingRequests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.PersonId == person.Id && row.State != RequestState.Draft && row.State != RequestState.Sent, cancellation);

    /// <summary>The id of the last request of the current person that has ended; null for none.</summary>
    public Task<string?> LastEndedAsync(CancellationToken cancellation) => db.CoachingRequests
        .Where(row => row.PersonId == person.Id && row.State != RequestState.Draft && row.State != RequestState.Sent).OrderByDescending(row => row.CreatedUtc).Select(row => row.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>Begins a request in a pool, or goes on with the draft that the person has there.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="earlier">A request that has ended, whose answers it begins with; null for none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The id of the request.</returns>
    /// <exception cref="ConfidentialKeyMissingException">The goals of the earlier request cannot be read or kept.</exception>
    public async Task<string> BeginAsync(Pool pool, RequestRow? earlier, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(OwnProfiles.Turn(person.Id!), cancellation);
        if (earlier is null && await DraftInAsync(pool.Id, cancellation) is { } there)
        {
            return there;
        }

        // Before anything is written: without a key nothing is begun.
        var words = earlier is null ? new Dictionary<string, string>() : await texts.ReadAsync(earlier.TextIds, cancellation);
        var (goalsId, avoidId) = (await CopyAsync(words, earlier?.GoalsId, cancellation), await CopyAsync(words, earlier?.AvoidId, cancellation));
        var item = items.New(CoachingRequest.Type);
        if (earlier is not null && await items.FindAsync(earlier.Id, VersionChoice.Latest, cancellation) is { } before)
        {
            item.Content = (System.Text.Json.Nodes.JsonObject)before.Content.DeepClone();
        }

        item.Alter<TitlePart>(part => part.Title = $"A coach from {pool.Name}");
        item.Alter<CoachingRequest>(part =>
        {
            part.Pool.ContentItemIds = [pool.Id];
            part.AskedCoach.UserIds = [];
        });
        await items.SaveDraftAsync(item, cancellation);
        var row = new RequestRow
        {
            Id = item.ContentItemId,
            PersonId = person.Id!,
            PersonName = person.Name,
            PoolId = pool.Id,
            PoolName = pool.Name,
            State = RequestState.Draft,
            PreviousId = earlier?.Id,
            GoalsId = goalsId,
            AvoidId = avoidId,
            CreatedUtc = Now,
        };
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CoachingRequestBegun(row.Id, row.PoolName), cancellation);
        return row.Id;
    }

    /// <summary>The goals and what to avoid, as the person has written them; empty where nothing is.</summary>
    /// <exception cref="ConfidentialKeyMissingException">They cannot be read.</exception>
    public async Task<(string Goals, string Avoid)> WordsAsync(RequestRow row, CancellationToken cancellation)
    {
        var words = await texts.ReadAsync(row.TextIds, cancellation);
        return (words.GetValueOrDefault(row.GoalsId ?? "", ""), words.GetValueOrDefault(row.AvoidId ?? "", ""));
    }

    /// <summary>Keeps the goals and what to avoid, and the themes in the item.</summary>
    /// <exception cref="ConfidentialKeyMissingException">The portal has no key to encrypt with.</exception>
    public async Task SaveGoalsAsync(RequestDraft draft, string goals, string avoid, CancellationToken cancellation)
    {
        draft.Row.GoalsId = await KeepAsync(draft.Row.GoalsId, goals, cancellation);
        draft.Row.AvoidId = await KeepAsync(draft.Row.AvoidId, avoid, cancellation);
        await SaveAsync(draft, "the goals and themes", cancellation);
    }

    /// <summary>Saves what was written into the item.</summary>
    /// <param name="draft">The request, with its item changed.</param>
    /// <param name="what">What was changed, for the audit.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task SaveAsync(RequestDraft draft, string what, CancellationToken cancellation)
    {
        draft.Row.Revision++;
        await items.SaveDraftAsync(draft.Item, cancellation);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CoachingRequestChanged(draft.Row.Id, draft.Row.PoolName, what), cancellation);
    }

    /// <summary>The coaches that are chosen, in order.</summary>
    public async Task<IReadOnlyList<ChoiceRow>> ChoicesAsync(string id, CancellationToken cancellation) =>
        await db.CoachingChoices.AsNoTracking().Where(choice => choice.RequestId == id).OrderBy(choice => choice.Position).ToListAsync(cancellation);

    /// <summary>Saves which coaches are chosen, in order.</summary>
    public async Task ChooseAsync(RequestDraft draft, IReadOnlyList<SuggestedCoach> coaches, CancellationToken cancellation)
    {
        await db.CoachingChoices.Where(choice => choice.RequestId == draft.Row.Id).ExecuteDeleteAsync(cancellation);
        db.AddRange(coaches.Select((coach, index) => new ChoiceRow { RequestId = draft.Row.Id, Position = index + 1, CoachId = coach.CoachId, PersonId = coach.PersonId, Name = coach.Name }));
        draft.Row.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CoachingRequestChanged(draft.Row.Id, draft.Row.PoolName, "the choice of coaches"), cancellation);
    }

    /// <summary>What stops a request from being sent, with the page on which it is put right; none when it can be sent.</summary>
    public async Task<IReadOnlyList<(string Problem, string Url)>> ProblemsAsync(RequestDraft draft, CancellationToken cancellation)
    {
        List<(string, string)> problems = [];
        if (draft.Row.GoalsId is null)
        {
            problems.Add(("Say what you want to reach", CoachingLinks.Goals(draft.Row.Id)));
        }

        if (draft.Item.As<CoachingMatch>().Themes.TermContentItemIds.Count == 0)
        {
            problems.Add(("Choose at least one theme", CoachingLinks.Goals(draft.Row.Id)));
        }

        if (!await db.CoachingChoices.AnyAsync(choice => choice.RequestId == draft.Row.Id, cancellation))
        {
            problems.Add(("Choose at least one coach", CoachingLinks.Choices(draft.Row.Id)));
        }

        if (await pools.FindAsync(draft.Row.PoolId, cancellation) is not { } pool || !await pools.MayAskAsync(pool, cancellation))
        {
            problems.Add(("You cannot ask in this pool any more", CoachingLinks.Home));
        }
        else if (!await limits.HasRoomAsync(pool, draft.Row.PersonId, cancellation))
        {
            problems.Add((PoolLimits.Words(pool), CoachingLinks.Home));
        }

        return problems;
    }

    /// <summary>False when no workflow is switched on that takes requests.</summary>
    public Task<bool> CanBeSentAsync(CancellationToken cancellation) => cases.CanStartWithAsync(RequestSentEvent.ActivityName, cancellation);

    /// <summary>Sends a request of which nothing is wrong: the first coach is asked.</summary>
    public async Task SendAsync(RequestDraft draft, CancellationToken cancellation)
    {
        var row = draft.Row;
        (row.State, row.SentUtc) = (RequestState.Sent, Now);
        row.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CoachingRequestSent(row.Id, row.PoolName, await db.CoachingChoices.CountAsync(choice => choice.RequestId == row.Id, cancellation)), cancellation);
        var caseId = await cases.StartWithAsync(RequestSentEvent.ActivityName, row.Id, row.PersonId, [], cancellation);
        // A step that failed has the context follow nothing any more.
        row = await db.CoachingRequests.SingleAsync(one => one.Id == row.Id, cancellation);
        row.CaseId = caseId;
        row.Revision++;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Deletes a draft, with what is confidential of it.</summary>
    public async Task DeleteAsync(RequestDraft draft, CancellationToken cancellation)
    {
        if (draft.Row.TextIds.Count > 0)
        {
            await texts.DeleteAsync(draft.Row.TextIds, cancellation);
        }

        db.Remove(draft.Row);
        await db.SaveChangesAsync(cancellation);
        await items.RemoveAsync(draft.Row.Id, cancellation);
        await events.PublishAsync(new CoachingRequestDeleted(draft.Row.Id, draft.Row.PoolName), cancellation);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<string?> CopyAsync(IReadOnlyDictionary<string, string> words, string? textId, CancellationToken cancellation) =>
        words.TryGetValue(textId ?? "", out var text) ? await texts.KeepAsync(text, [person.Id!], cancellation) : null;

    private async Task<string?> KeepAsync(string? textId, string words, CancellationToken cancellation)
    {
        switch (textId, words.Length)
        {
            case (null, 0):
                return null;
            case (null, _):
                return await texts.KeepAsync(words, [person.Id!], cancellation);
            case (_, 0):
                await texts.DeleteAsync([textId], cancellation);
                return null;
            default:
                await texts.ChangeAsync(textId, words, cancellation);
                return textId;
        }
    }
}

/// <summary>A request that is not sent yet.</summary>
/// <param name="Row">The request.</param>
/// <param name="Item">What is looked for.</param>
internal sealed record RequestDraft(RequestRow Row, ContentItem Item);
