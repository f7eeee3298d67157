using LearningDev.Content.Items;
using LearningDev.Content.PrivateItems;
using LearningDev.MembersHub.Contracts;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Plans;

/// <summary>The current person's plan.</summary>
/// <param name="Member">As who they are a member today.</param>
/// <param name="Row">Its row.</param>
/// <param name="Item">Its content item.</param>
/// <param name="Needs">What they need to learn, in the order in which it was written.</param>
/// <param name="Standing">Where they stand with it.</param>
internal sealed record OwnPlan(Member Member, PlanRow Row, ContentItem Item, IReadOnlyList<NeedRow> Needs, PlanStanding Standing);

/// <summary>Reads and writes members' personal development plans (MEM-03), in the caller's transaction.</summary>
internal sealed class MemberPlans(
    PortalDb db, MemberDirectory members, ContentItems items, ContentValidator validator, OwnForms forms, INotifications notifications, EffectiveRoles roles, Colleagues colleagues, WorkingCalendar calendar,
    ISettings settings, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>The role whose officers can be chosen as reviewers.</summary>
    public const string Officers = "Democratic Services";

    public static readonly NotificationKind Chosen = new(
        "member-plan-to-review", "Plans of members to read", "When a member has completed a plan and chosen you to read it.",
        new NotificationWords(
            "{{ member }} asks you to read a personal development plan", "{{ member }} has completed a personal development plan and chosen you to read it and write a note.",
            "{{ member }} has completed a personal development plan and chosen you to read it. Please read it and write a note."))
    {
        Placeholders = [new NotificationPlaceholder("member", "The member", "Sam Example")],
    };

    public static readonly NotificationKind Reviewed = new(
        "member-plan-reviewed", "Notes on your personal development plan", "When the reviewer of your plan has written a note.",
        new NotificationWords(
            "{{ reviewer }} has read your personal development plan", "{{ reviewer }} has read your personal development plan and written a note.",
            "{{ reviewer }} has read your personal development plan and written a note. It stands with your plan."))
    {
        Placeholders = [new NotificationPlaceholder("reviewer", "Who has written the note", "Sam Example")],
    };

    /// <summary>The current person as a member; null when they are none today.</summary>
    public async Task<Member?> MemberAsync(CancellationToken cancellation) => await members.FindAsync(person.Id!, await calendar.TodayAsync(), cancellation);

    /// <summary>The current person's plan, begun or not; null when they are no member today.</summary>
    public async Task<OwnPlan?> OwnAsync(CancellationToken cancellation)
    {
        if (await MemberAsync(cancellation) is not { } member)
        {
            return null;
        }

        var row = await db.MemberPlans.SingleOrDefaultAsync(one => one.PersonId == person.Id, cancellation);
        var item = row is null ? null : await items.FindAsync(row.ItemId, VersionChoice.Latest, cancellation);
        if (item is null)
        {
            item = items.New(MemberDevelopmentPlan.ContentType);
            item.Alter<TitlePart>(part => part.Title = $"Personal development plan of {member.Name}");
        }

        row ??= new PlanRow { PersonId = member.PersonId, PersonName = member.Name, ItemId = item.ContentItemId };
        return new OwnPlan(
            member, row, item, await NeedsAsync(member.PersonId, cancellation),
            PlanStanding.Of(member.Term.From, row.CompletedOn, await calendar.TodayAsync(), await settings.GetAsync<MemberPlanSettings>(cancellation)));
    }

    /// <summary>The same while whoever else changes it waits. One that was not begun is, when something of it is saved.</summary>
    public async Task<OwnPlan?> TakeAsync(CancellationToken cancellation)
    {
        await db.TakeTurnsAsync($"members-plan:{person.Id}", cancellation);
        if (await OwnAsync(cancellation) is not { } plan)
        {
            return null;
        }

        (plan.Row.PersonName, plan.Row.ChangedUtc) = (plan.Member.Name, time.GetUtcNow().UtcDateTime);
        plan.Row.Revision++;
        return plan;
    }

    /// <summary>Adds a need; the same one, by a double click, only once.</summary>
    public async Task AddAsync(OwnPlan plan, NeedRow need, CancellationToken cancellation)
    {
        await BeginAsync(plan, cancellation);
        if (plan.Needs.All(one => one.Id != need.Id))
        {
            db.Add(need);
        }

        await SaveAsync(plan, "the needs", cancellation);
    }

    /// <summary>Removes a need.</summary>
    public async Task RemoveAsync(OwnPlan plan, string? needId, CancellationToken cancellation)
    {
        db.RemoveRange(await db.MemberNeeds.Where(need => need.Id == needId && need.PersonId == person.Id).ToListAsync(cancellation));
        await SaveAsync(plan, "the needs", cancellation);
    }

    /// <summary>Saves what was changed in the item.</summary>
    public async Task SaveFieldsAsync(OwnPlan plan, CancellationToken cancellation)
    {
        await items.SaveDraftAsync(plan.Item, cancellation);
        if (db.Entry(plan.Row).State == EntityState.Detached)
        {
            db.Add(plan.Row);
        }

        await SaveAsync(plan, "the goals", cancellation);
    }

    /// <summary>Chooses who reads it. Another reviewer does not see the note of the last.</summary>
    public async Task ChooseAsync(OwnPlan plan, string reviewerId, string reviewerName, CancellationToken cancellation)
    {
        await BeginAsync(plan, cancellation);
        if (plan.Row.ReviewerId != reviewerId)
        {
            (plan.Row.ReviewerId, plan.Row.ReviewerName, plan.Row.ReviewNote, plan.Row.ReviewedUtc) = (reviewerId, reviewerName, "", null);
        }

        await SaveAsync(plan, "the reviewer", cancellation);
    }

    /// <summary>Who can be chosen: other members, and the officers of Democratic Services, by name.</summary>
    public async Task<IReadOnlyList<(string Id, string Name, string Place)>> ReviewersAsync(CancellationToken cancellation)
    {
        var all = (await members.AllAsync(await calendar.TodayAsync(), cancellation)).Select(member => member.PersonId).Concat(await roles.HolderIdsAsync(Officers, cancellation));
        return [.. (await colleagues.FindAllAsync([.. all.Distinct().Where(id => id != person.Id)], cancellation)).Select(one => (one.Id, one.FullName, one.Place))
            .OrderBy(one => one.FullName, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>What stands against completing it: what is missing, with the step at which it is put right.</summary>
    public async Task<IReadOnlyList<(string Url, string Message)>> ProblemsAsync(OwnPlan plan, CancellationToken cancellation)
    {
        List<(string, string)> problems = [];
        if (plan.Needs.Count == 0)
        {
            problems.Add((PlanLinks.Needs, "Add one thing at least that you need to learn"));
        }

        problems.AddRange((await validator.CheckAsync(plan.Item, publish: true, cancellation)).Select(error => (PlanLinks.Goals, error.Message)));
        if (plan.Row.ReviewerId is null)
        {
            problems.Add((PlanLinks.Reviewer, "Choose who reads your plan"));
        }

        return problems;
    }

    /// <summary>Completes it, or says that it was looked at again, and tells the reviewer.</summary>
    /// <returns>False when something is missing.</returns>
    public async Task<bool> CompleteAsync(OwnPlan plan, CancellationToken cancellation)
    {
        if ((await ProblemsAsync(plan, cancellation)).Count > 0)
        {
            return false;
        }

        var today = await calendar.TodayAsync();
        var isReview = plan.Standing.IsComplete;
        (plan.Row.CompletedOn, plan.Row.ReviewNote, plan.Row.ReviewedUtc) = (today, "", null);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MemberPlanCompleted(plan.Row.PersonId, plan.Row.PersonName, today, isReview), cancellation);
        await notifications.NotifyAsync(
            new Notification(Chosen.Key, $"member-plan:{plan.Row.PersonId}:{today:yyyy-MM-dd}", [plan.Row.ReviewerId!])
            {
                Link = PlanLinks.Of(plan.Row.PersonId),
                Values = new Dictionary<string, string> { ["member"] = plan.Row.PersonName },
            },
            cancellation);
        return true;
    }

    /// <summary>Somebody's completed plan with its item and needs; null when there is none.</summary>
    public async Task<(PlanRow Row, ContentItem Item, IReadOnlyList<NeedRow> Needs)?> FindAsync(string personId, CancellationToken cancellation) =>
        await db.MemberPlans.SingleOrDefaultAsync(row => row.PersonId == personId && row.CompletedOn != null, cancellation) is { } row
        && await items.FindAsync(row.ItemId, VersionChoice.Latest, cancellation) is { } item ? (row, item, await NeedsAsync(personId, cancellation)) : null;

    /// <summary>Writes the reviewer's note, and tells the member.</summary>
    public async Task NoteAsync(PlanRow row, string note, CancellationToken cancellation)
    {
        (row.ReviewNote, row.ReviewedUtc) = (note, time.GetUtcNow().UtcDateTime);
        row.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MemberPlanReviewed(row.PersonId, row.PersonName, person.Name), cancellation);
        await notifications.NotifyAsync(
            new Notification(Reviewed.Key, $"member-plan-reviewed:{row.PersonId}:{row.Revision}", [row.PersonId])
            {
                Link = PlanLinks.Plan,
                Values = new Dictionary<string, string> { ["reviewer"] = person.Name },
            },
            cancellation);
    }

    /// <summary>Where a member stands with their plan today.</summary>
    public async Task<PlanStanding> StandingAsync(Member member, CancellationToken cancellation) => PlanStanding.Of(
        member.Term.From, await db.MemberPlans.Where(row => row.PersonId == member.PersonId).Select(row => row.CompletedOn).SingleOrDefaultAsync(cancellation),
        await calendar.TodayAsync(), await settings.GetAsync<MemberPlanSettings>(cancellation));

    /// <summary>The fields of the goals' step, those that editors have added too.</summary>
    public async Task<IReadOnlyList<string>> FieldsAsync(CancellationToken cancellation)
    {
        string[] known = [.. MemberDevelopmentPlan.Fields.Select(field => $"{MemberDevelopmentPlan.ContentType}.{field}")];
        return [.. known, .. await forms.AddedAsync(MemberDevelopmentPlan.ContentType, [.. known, "TitlePart.Title"], cancellation)];
    }

    private async Task<IReadOnlyList<NeedRow>> NeedsAsync(string personId, CancellationToken cancellation) =>
        await db.MemberNeeds.AsNoTracking().Where(need => need.PersonId == personId).OrderBy(need => need.CreatedUtc).ThenBy(need => need.Id).ToListAsync(cancellation);

    private async Task BeginAsync(OwnPlan plan, CancellationToken cancellation)
    {
        if (db.Entry(plan.Row).State == EntityState.Detached)
        {
            await items.SaveDraftAsync(plan.Item, cancellation);
            db.Add(plan.Row);
        }
    }

    private async Task SaveAsync(OwnPlan plan, string what, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MemberPlanChanged(plan.Row.PersonId, plan.Row.PersonName, what), cancellation);
    }
}
