using LearningDev.Coaching.Asking;
using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Pools;
using LearningDev.Coaching.Profiles;
using LearningDev.Coaching.Requests;
using LearningDev.Content.Items;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Answering;

/// <summary>Asks the coaches of a request one after the other, and begins the coaching with the one who accepts (COA-02). Goals are shared with the coach whose turn it is, and with no other.</summary>
internal sealed class CoachAnswers(
    PortalDb db, ContentItems items, CoachesInView inView, PoolReader pools, PoolLimits limits, IPartnerships partnerships, ISuitability suitability, IConfidentialTexts texts, IEvents events,
    TimeProvider time) : IEventHandler<CaseEnded>
{
    /// <summary>Passes over whoever was asked, and asks the next who can be asked.</summary>
    /// <returns>Whose turn it is; null when nobody is left: the request has ended then.</returns>
    public async Task<ChoiceRow?> NextAsync(RequestRow request, CancellationToken cancellation)
    {
        if (request.State != RequestState.Sent)
        {
            return null;
        }

        var choices = await db.CoachingChoices.Where(choice => choice.RequestId == request.Id).OrderBy(choice => choice.Position).ToListAsync(cancellation);
        foreach (var before in choices.Where(choice => choice.State == ChoiceState.Asked))
        {
            (before.State, before.AnsweredUtc) = (ChoiceState.Passed, Now);
        }

        List<ChoiceRow> waiting = [.. choices.Where(choice => choice.State == ChoiceState.Waiting)];
        var canBeAsked = await CanBeAskedAsync(request, waiting, cancellation);
        ChoiceRow? next = null;
        foreach (var choice in waiting)
        {
            if (canBeAsked.Contains(choice.CoachId))
            {
                next = choice;
                break;
            }

            (choice.State, choice.AnsweredUtc) = (ChoiceState.Skipped, Now);
        }

        if (next is not null)
        {
            (next.State, next.AskedUtc) = (ChoiceState.Asked, Now);
        }

        await db.SaveChangesAsync(cancellation);
        await SetAskedAsync(request.Id, next?.PersonId, cancellation);
        await ShareAsync(request, next?.PersonId, cancellation);
        if (next is null)
        {
            await EndAsync(request, RequestState.NoneLeft, cancellation);
            return null;
        }

        await events.PublishAsync(new CoachAsked(request.Id, request.PoolName, next.Position), cancellation);
        return next;
    }

    /// <summary>Begins the coaching with the coach who is asked, when the pool's rules and the coach's places allow it.</summary>
    /// <returns>False when it cannot begin; the coach counts as not asked any more then.</returns>
    public async Task<bool> BeginAsync(RequestRow request, CancellationToken cancellation)
    {
        if (request.State != RequestState.Sent || await db.CoachingChoices.SingleOrDefaultAsync(choice => choice.RequestId == request.Id && choice.State == ChoiceState.Asked, cancellation) is not { } choice)
        {
            return false;
        }

        // In one order, so that two who wait for each other never both do.
        foreach (var personId in new[] { choice.PersonId, request.PersonId }.Order(StringComparer.Ordinal))
        {
            await db.TakeTurnsAsync(OwnProfiles.Turn(personId), cancellation);
        }

        var canBegin = (await CanBeAskedAsync(request, [choice], cancellation)).Count > 0;
        if (!canBegin || await pools.FindAsync(request.PoolId, cancellation) is not { } pool || await limits.TogetherAsync(pool, request.PersonId, cancellation) >= pool.MostAtOnce)
        {
            (choice.State, choice.AnsweredUtc) = (ChoiceState.Skipped, Now);
            await db.SaveChangesAsync(cancellation);
            return false;
        }

        var item = await items.FindAsync(request.Id, VersionChoice.Latest, cancellation);
        (choice.State, choice.AnsweredUtc) = (ChoiceState.Accepted, Now);
        (request.State, request.EndedUtc) = (RequestState.Agreed, Now);
        request.Revision++;
        await db.SaveChangesAsync(cancellation);
        request.PartnershipId = await partnerships.BeginAsync(
            new PartnershipProposal(CoachingModule.Kind, choice.PersonId, request.PersonId, pool.Terms)
            {
                OriginId = request.Id,
                ThemeIds = item?.As<CoachingMatch>().Themes.TermContentItemIds ?? [],
                GoalsId = request.GoalsId,
            },
            cancellation);
        request.Revision++;
        await db.SaveChangesAsync(cancellation);
        await ShareAsync(request, coachId: null, cancellation);
        await events.PublishAsync(new CoachingRequestAgreed(request.Id, request.PoolName, request.PartnershipId), cancellation);
        return true;
    }

    /// <summary>Ends a request whose case has ended in another way: it was withdrawn, or an administrator has ended it.</summary>
    public async Task HandleAsync(CaseEnded portalEvent, CancellationToken cancellation)
    {
        if (await db.CoachingRequests.SingleOrDefaultAsync(row => row.Id == portalEvent.CorrelationId && row.State == RequestState.Sent, cancellation) is { } request
            && (request.CaseId is null || request.CaseId == portalEvent.CaseId))
        {
            await ShareAsync(request, coachId: null, cancellation);
            await EndAsync(request, portalEvent.Status == CaseStatus.Withdrawn ? RequestState.Withdrawn : RequestState.Closed, cancellation);
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task EndAsync(RequestRow request, RequestState state, CancellationToken cancellation)
    {
        foreach (var choice in await db.CoachingChoices.Where(choice => choice.RequestId == request.Id && choice.State == ChoiceState.Asked).ToListAsync(cancellation))
        {
            // Nobody has said no: the question is not there any more.
            choice.State = ChoiceState.Waiting;
        }

        (request.State, request.EndedUtc) = (state, Now);
        request.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CoachingRequestEnded(request.Id, request.PoolName, state), cancellation);
    }

    /// <summary>The profiles of those who can be asked: shown in the pool, with a free place, and suitable.</summary>
    private async Task<IReadOnlySet<string>> CanBeAskedAsync(RequestRow request, IReadOnlyList<ChoiceRow> choices, CancellationToken cancellation)
    {
        List<string> ids = [.. choices.Select(choice => choice.CoachId)];
        var coaches = await (await inView.InPoolAsync(request.PoolId, cancellation)).Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.PersonId, row.Capacity }).ToListAsync(cancellation);
        List<string> personIds = [.. coaches.Select(coach => coach.PersonId)];
        var open = await partnerships.OpenOfGuidesAsync(CoachingModule.Kind, personIds, cancellation);
        var unsuitable = await suitability.UnsuitableForAsync(request.PersonId, personIds, cancellation);
        return coaches.Where(coach => open.GetValueOrDefault(coach.PersonId) < coach.Capacity && !unsuitable.ContainsKey(coach.PersonId)).Select(coach => coach.Id).ToHashSet();
    }

    private async Task SetAskedAsync(string requestId, string? personId, CancellationToken cancellation)
    {
        if (await items.FindAsync(requestId, VersionChoice.Latest, cancellation) is { } item)
        {
            item.Alter<CoachingRequest>(part => part.AskedCoach.UserIds = personId is null ? [] : [personId]);
            await items.SaveDraftAsync(item, cancellation);
        }
    }

    private async Task ShareAsync(RequestRow request, string? coachId, CancellationToken cancellation)
    {
        foreach (var textId in request.TextIds)
        {
            await texts.ShareAsync(textId, coachId is null ? [request.PersonId] : [request.PersonId, coachId], cancellation);
        }
    }
}
