using LearningDev.Content.Items;
using LearningDev.Content.PrivateItems;
using LearningDev.MembersHub.Members;
using LearningDev.MembersHub.Plans;
using LearningDev.MembersHub.Requests.Deciding;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Workflows.Requests;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Requests;

/// <summary>A request of the current person.</summary>
internal sealed record OwnRequest(MemberRequestRow Row, ContentItem Item, MemberTrainingRequest Answers)
{
    public string Id => Row.ItemId;
}

/// <summary>Something that stands against sending a request, and where it is put right.</summary>
internal sealed record RequestProblem(string Url, string Message);

/// <summary>What came of sending a request.</summary>
internal enum SendingOutcome
{
    /// <summary>Somebody is asked to sign, or it is agreed already.</summary>
    Sent,

    /// <summary>There is no such request of the person.</summary>
    NotThere,

    /// <summary>It is sent already, or has ended.</summary>
    TooLate,

    /// <summary>Something is missing or wrong.</summary>
    Incomplete,

    /// <summary>No workflow is switched on that takes requests.</summary>
    NoWorkflow,
}

/// <summary>Reads, keeps and sends the current person's own training requests (MEM-05), in the caller's transaction.</summary>
internal sealed class MemberRequests(
    PortalDb db, ContentItems items, ContentValidator validator, OwnForms forms, MemberRequestFigures figures, MemberDirectory members, MemberPlans plans, CaseCare cases, RequestStandings standings,
    MemberRequestStates states, WorkingCalendar calendar, ISettings settings, IEvents events, CurrentPerson person, TimeProvider time) : IRequestForms
{
    /// <summary>The current person as a member; null when they are none today.</summary>
    public async Task<Member?> MemberAsync(CancellationToken cancellation) => await members.FindAsync(person.Id!, await calendar.TodayAsync(), cancellation);

    /// <summary>Finds a request of the current person; null when there is none of that id.</summary>
    public async Task<OwnRequest?> FindAsync(string id, CancellationToken cancellation) =>
        await db.MemberRequests.SingleOrDefaultAsync(one => one.ItemId == id && one.PersonId == person.Id, cancellation) is { } row
        && await items.FindAsync(id, VersionChoice.Latest, cancellation) is { } item ? new OwnRequest(row, item, item.As<MemberTrainingRequest>()) : null;

    /// <summary>Finds one that the person can change, while other windows wait.</summary>
    public async Task<OwnRequest?> FindChangeableAsync(string id, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(id, cancellation);
        return await FindAsync(id, cancellation) is { Row.CanChange: true } request ? request : null;
    }

    /// <summary>Begins a draft; the same again, by a double click, begins nothing.</summary>
    /// <returns>False when the id is somebody else's.</returns>
    public async Task<bool> BeginAsync(string id, Member member, string title, Action<MemberTrainingRequest> fill, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(id, cancellation);
        if ((await items.KnownAsync([id], cancellation)).Count > 0)
        {
            return await db.MemberRequests.AnyAsync(row => row.ItemId == id && row.PersonId == person.Id, cancellation);
        }

        var item = items.New(MemberTrainingRequest.ContentType);
        (item.ContentItemId, item.Owner) = (id, member.PersonId);
        item.Alter<TitlePart>(part => part.Title = title);
        item.Alter(fill);
        await SaveAsync(item, new MemberRequestRow { ItemId = id, PersonId = member.PersonId, PersonName = member.Name }, cancellation);
        return true;
    }

    /// <summary>Changes a request by its part and saves it.</summary>
    public Task ChangeAsync(OwnRequest request, Action<MemberTrainingRequest> change, CancellationToken cancellation)
    {
        request.Item.Alter(change);
        return SaveAsync(request.Item, request.Row, cancellation);
    }

    /// <summary>Saves an item with what follows from it, and its row.</summary>
    public async Task SaveAsync(ContentItem item, MemberRequestRow row, CancellationToken cancellation)
    {
        await figures.ApplyAsync(item, cancellation);
        item = await items.SaveDraftAsync(item, cancellation);
        var request = item.As<MemberTrainingRequest>();
        (row.Title, row.Provider, row.TotalPence, row.Funding) = (item.DisplayText, request.Provider.Text ?? "", request.TotalPence, request.Funding.Text ?? "");
        (row.StartsOn, row.ChangedUtc) = (request.Starts, time.GetUtcNow().UtcDateTime);
        if (db.Entry(row).State == EntityState.Detached)
        {
            db.Add(row);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Deletes a draft.</summary>
    /// <returns>False when there is no draft of that id.</returns>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(id, cancellation);
        if (await FindAsync(id, cancellation) is not { Row.State: MemberRequestState.Draft } request || !await items.RemoveAsync(id, cancellation))
        {
            return false;
        }

        db.Remove(request.Row);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>What stands against sending it, in the order of the steps.</summary>
    public async Task<IReadOnlyList<RequestProblem>> ProblemsAsync(ContentItem item, CancellationToken cancellation)
    {
        var (request, id) = (item.As<MemberTrainingRequest>(), item.ContentItemId);
        List<RequestProblem> problems = [];
        if (await members.FindAsync(item.Owner!, await calendar.TodayAsync(), cancellation) is not { } member)
        {
            return [new RequestProblem(RequestLinks.Own, "Only members can ask for this training")];
        }

        if (string.IsNullOrWhiteSpace(request.Provider.Text))
        {
            problems.Add(new RequestProblem(RequestLinks.Training(id), "Say who provides it"));
        }

        if (request.Ends < request.Starts)
        {
            problems.Add(new RequestProblem(RequestLinks.Training(id), "The last day must be on or after the first"));
        }

        if (request.TotalPence == 0)
        {
            problems.Add(new RequestProblem(RequestLinks.Costs(id), "Enter what it costs. If it is free, you need no request: you can just go"));
        }

        if (string.IsNullOrWhiteSpace(request.Role.Text))
        {
            problems.Add(new RequestProblem(RequestLinks.Relevance(id), "Choose for which of your roles it is"));
        }

        if (request.Funding.Text == FundingWays.Personal)
        {
            if (!(await plans.StandingAsync(member, cancellation)).OpensBudget(await settings.GetAsync<MemberPlanSettings>(cancellation)))
            {
                problems.Add(new RequestProblem(PlanLinks.Plan, "Complete your personal development plan. It opens your training budget"));
            }

            if (((await figures.BalanceAsync(item.Owner!, request, cancellation)) ?? default).OverrideFor(request.TotalPence) > 0 && string.IsNullOrWhiteSpace(request.OverReason.Text))
            {
                problems.Add(new RequestProblem(RequestLinks.Relevance(id), "Say why it should be agreed although it is over your budget"));
            }
        }

        problems.AddRange((await validator.CheckAsync(item, publish: true, cancellation)).Select(error => new RequestProblem(
            error.Key.EndsWith($".{nameof(request.StartsOn)}", StringComparison.Ordinal) || error.Key.EndsWith($".{nameof(request.Link)}", StringComparison.Ordinal) ? RequestLinks.Training(id) : RequestLinks.Relevance(id),
            error.Message)));
        return problems;
    }

    /// <summary>Sends a request: the first time it starts the workflow, after it was sent back it goes on with it.</summary>
    public async Task<SendingOutcome> SendAsync(string id, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(id, cancellation);
        if (await FindAsync(id, cancellation) is not { } request)
        {
            return SendingOutcome.NotThere;
        }

        if (!request.Row.CanChange)
        {
            return SendingOutcome.TooLate;
        }

        if ((await ProblemsAsync(request.Item, cancellation)).Count > 0)
        {
            return SendingOutcome.Incomplete;
        }

        // What follows from settings, group and budget follows from those of today.
        await SaveAsync(request.Item, request.Row, cancellation);
        var isAgain = request.Row.State == MemberRequestState.SentBack;
        if (isAgain)
        {
            if (!await standings.SendAgainAsync(request.Row.CaseId!, "", cancellation))
            {
                return SendingOutcome.TooLate;
            }
        }
        else if (await StartAsync(request.Row, cancellation) is null)
        {
            return SendingOutcome.NoWorkflow;
        }

        await events.PublishAsync(new MemberTrainingRequestSent(id, request.Row.Title, request.Row.CaseId!, isAgain), cancellation);
        return SendingOutcome.Sent;
    }

    /// <summary>Starts the case of a request.</summary>
    /// <returns>The case's id; null when no workflow takes it.</returns>
    public async Task<string?> StartAsync(MemberRequestRow row, CancellationToken cancellation)
    {
        if (await cases.StartWithAsync(MemberRequestSentEvent.ActivityName, row.ItemId, row.PersonId, [], cancellation) is not { } caseId)
        {
            return null;
        }

        (row.CaseId, row.SentUtc) = (caseId, time.GetUtcNow().UtcDateTime);
        await states.FollowAsync(row, cancellation);
        await db.SaveChangesAsync(cancellation);
        return caseId;
    }

    /// <summary>The fields that editors have added to the form.</summary>
    public Task<IReadOnlyList<string>> AddedAsync(CancellationToken cancellation) =>
        forms.AddedAsync(MemberTrainingRequest.ContentType, [.. MemberTrainingRequest.Fields.Select(Key), "TitlePart.Title"], cancellation);

    /// <summary>A field of the part, as forms name it.</summary>
    public static string Key(string field) => $"{MemberTrainingRequest.ContentType}.{field}";

    /// <inheritdoc />
    public string? ChangeUrl(string contentType, string contentItemId) => contentType == MemberTrainingRequest.ContentType ? RequestLinks.Of(contentItemId) : null;

    /// <inheritdoc />
    public async Task<bool> CanBeSentAsync(string contentType, string contentItemId, CancellationToken cancellation) =>
        contentType != MemberTrainingRequest.ContentType || (await items.FindAsync(contentItemId, VersionChoice.Latest, cancellation) is { } item && (await ProblemsAsync(item, cancellation)).Count == 0);
}
