using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Curation.Reviews;

/// <summary>
/// Reminds people of reviews (CAT-03): owners some days before and while a review is overdue, then others too. Who is told of one review gets all of theirs in
/// one letter, and nobody gets two in a day.
/// </summary>
internal sealed class ReviewReminderJob(
    PortalDb db, ReviewList reviews, ReviewLetters letters, EffectiveRoles roles, ISettings settings, WorkingCalendar calendar, IEvents events) : IScheduledJob
{
    public static readonly JobManifest Manifest = new(
        "Review reminders", "Reminds owners, and after some time their managers or the editors, of content that is to be reviewed.", "0 0 7 ? * MON-FRI");

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var rules = await settings.GetAsync<CurationSettings>(cancellation);
        var today = await calendar.TodayAsync();
        List<string> kinds = [.. (await reviews.KindsAsync(cancellation)).Keys];
        var horizon = today.AddDays(rules.RemindDaysBefore);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var due = await db.Reviews.Where(row => row.ReviewBy <= horizon && kinds.Contains(row.Kind)).OrderBy(row => row.ReviewBy).ThenBy(row => row.Title).ToListAsync(cancellation);
        var recipients = await RecipientsAsync(due, rules, today, cancellation);
        var sent = 0;
        foreach (var (person, told) in recipients)
        {
            if (told.Exists(one => one.Review.IsNews(rules, today)))
            {
                sent += await letters.SendAsync(person, told, today, cancellation) ? 1 : 0;
            }
        }

        HashSet<ReviewRow> reached = [.. recipients.Values.SelectMany(told => told).Select(told => told.Review)];
        foreach (var review in reached.Where(review => review.IsNews(rules, today)))
        {
            review.Told = review.StageOn(rules, today);
            review.ToldOn = today;
        }

        if (sent > 0)
        {
            await events.PublishAsync(new ReviewRemindersSent(sent), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        var unheard = due.Count(review => !reached.Contains(review));
        return string.Join(". ", new[]
        {
            sent == 0 ? "" : $"{sent} {(sent == 1 ? "letter" : "letters")} sent",
            unheard == 0 ? "" : $"{unheard} {(unheard == 1 ? "review has" : "reviews have")} nobody who could be told",
        }.Where(words => words.Length > 0));
    }

    private async Task<Dictionary<ReviewReader, List<ToldReview>>> RecipientsAsync(List<ReviewRow> due, CurationSettings rules, DateOnly today, CancellationToken cancellation)
    {
        var owners = await ReadersAsync([.. due.Select(row => row.OwnerId).OfType<string>().Distinct()], today, cancellation);
        var managers = await ReadersAsync([.. owners.Values.Select(owner => owner.ManagerId).OfType<string>().Distinct()], today, cancellation);
        var editors = await ReadersAsync(await roles.HolderIdsAsync(rules.EditorsRole, cancellation), today, cancellation);
        Dictionary<ReviewReader, List<ToldReview>> all = [];
        foreach (var review in due)
        {
            var owner = review.OwnerId is null ? null : owners.GetValueOrDefault(review.OwnerId);
            if (owner is null)
            {
                Tell(all, editors.Values, new ToldReview(review, ReviewRelation.Editor, ""));
                continue;
            }

            Tell(all, [owner], new ToldReview(review, ReviewRelation.Owner, owner.FullName));
            if (review.StageOn(rules, today) != ReviewStage.LongOverdue)
            {
                continue;
            }

            var manager = owner.ManagerId is null ? null : managers.GetValueOrDefault(owner.ManagerId);
            if (rules.EscalateTo != ReviewEscalation.Editors && manager is not null)
            {
                Tell(all, [manager], new ToldReview(review, ReviewRelation.Manager, owner.FullName));
            }

            if (rules.EscalateTo != ReviewEscalation.Manager || manager is null)
            {
                Tell(all, editors.Values.Where(editor => editor.Id != owner.Id && editor.Id != manager?.Id), new ToldReview(review, ReviewRelation.LongOverdue, owner.FullName));
            }
        }

        return all;
    }

    private static void Tell(Dictionary<ReviewReader, List<ToldReview>> all, IEnumerable<ReviewReader> readers, ToldReview told)
    {
        foreach (var reader in readers)
        {
            if (!all.TryGetValue(reader, out var list))
            {
                all[reader] = list = [];
            }

            list.Add(told);
        }
    }

    /// <summary>Those of the people who are here today, can sign in and have an email address.</summary>
    private async Task<Dictionary<string, ReviewReader>> ReadersAsync(IReadOnlyList<string> ids, DateOnly today, CancellationToken cancellation) => ids.Count == 0
        ? []
        : await db.Users.AsNoTracking()
            .Where(person => EF.Parameter(ids).Contains(person.Id) && person.DisabledUtc == null && person.Email != null && person.Email != ""
                && (person.StartsOn == null || person.StartsOn <= today) && (person.LeavesOn == null || person.LeavesOn >= today))
            .Select(person => new ReviewReader(person.Id, person.GivenName, person.FamilyName, person.Email!, person.LineManagerId))
            .ToDictionaryAsync(person => person.Id, cancellation);
}

/// <summary>What a review has come to on a day.</summary>
internal static class ReviewStages
{
    extension(ReviewRow review)
    {
        public ReviewStage StageOn(CurationSettings rules, DateOnly today) => review.ReviewBy is not { } day ? ReviewStage.None
            : (today.DayNumber - day.DayNumber) switch
            {
                var late when late > rules.EscalateDays => ReviewStage.LongOverdue,
                > 0 => ReviewStage.Overdue,
                var late when -late <= rules.RemindDaysBefore => ReviewStage.Coming,
                _ => ReviewStage.None,
            };

        /// <summary>True when somebody is to be told of it: it has come further than anybody knows, or they were told long ago.</summary>
        public bool IsNews(CurationSettings rules, DateOnly today)
        {
            var stage = review.StageOn(rules, today);
            return stage > review.Told || (stage >= ReviewStage.Overdue && review.ToldOn is { } told && told.AddDays(rules.RemindAgainDays) <= today);
        }
    }
}

/// <summary>Somebody who is told of reviews.</summary>
internal sealed record ReviewReader(string Id, string GivenName, string FamilyName, string Email, string? ManagerId)
{
    public string FullName => $"{GivenName} {FamilyName}".Trim();
}

/// <summary>Why somebody is told of a review.</summary>
internal enum ReviewRelation
{
    Owner,
    Manager,

    /// <summary>Nobody else answers for it.</summary>
    Editor,

    /// <summary>It has been overdue for long.</summary>
    LongOverdue,
}

/// <summary>A review of which somebody is told.</summary>
internal sealed record ToldReview(ReviewRow Review, ReviewRelation Relation, string Owner);

/// <summary>Reminders of reviews were put into the outbox.</summary>
/// <param name="Letters">How many letters.</param>
public sealed record ReviewRemindersSent(int Letters) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Reviews", "", "Reviews");

    /// <inheritdoc />
    public string Summary => $"Sent {Letters} {(Letters == 1 ? "reminder" : "reminders")} of reviews";
}
