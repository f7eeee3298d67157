using LearningDev.Catalogue.Contracts;
using LearningDev.Compliance.Contracts;
using LearningDev.Compliance.Rules;
using LearningDev.Content.Items;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Compliance.Records;

/// <summary>What can be recorded: the usual training of a rule, or learning that is as good.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="LearningId">The content item; empty for a rule that names none.</param>
/// <param name="Name">What people read.</param>
internal sealed record RecordableTraining(TrainingRule Rule, string LearningId, string Name)
{
    /// <summary>What forms send.</summary>
    public string Value => LearningId.Length == 0 ? Rule.Key : $"{Rule.Key}/{LearningId}";

    /// <summary>The rule's key where the record is of the rule; empty where it is of a content item.</summary>
    public string RuleKey => LearningId.Length == 0 ? Rule.Key : "";
}

/// <summary>Keeps attendance and exemptions (CMP-01).</summary>
internal sealed class TrainingRecording(
    PortalDb db, RuleBook book, ContentItems items, Colleagues colleagues, WorkingCalendar calendar, IEvents events, CurrentPerson person, TimeProvider time) : ITrainingRecords, IEventHandler<LearningCompleted>
{
    // Recording is rare, and one after the other finds what is there already.
    private const string Turn = "compliance-records";

    /// <summary>What can be recorded, in the order of the rules.</summary>
    public async Task<IReadOnlyList<RecordableTraining>> TrainingAsync(CancellationToken cancellation)
    {
        var rules = await book.TrainingAsync(cancellation);
        var titles = (await items.FindAllAsync([.. rules.SelectMany(rule => rule.LearningIds).Distinct()], VersionChoice.Latest, cancellation))
            .ToDictionary(item => item.ContentItemId, item => item.DisplayText);
        return
        [
            .. rules.SelectMany(rule => rule.LearningIds.Count == 0
                ? [new RecordableTraining(rule, "", rule.Name)]
                : rule.LearningIds.Select((id, number) => new RecordableTraining(rule, id, number == 0 ? rule.Name : $"{rule.Name}: {titles.GetValueOrDefault(id, id)}"))),
        ];
    }

    /// <summary>Records attendance of many people on one day. Who has it already is left out.</summary>
    /// <returns>The people for whom it was recorded now.</returns>
    public Task<IReadOnlyList<string>> RecordAsync(
        IReadOnlyCollection<string> personIds, RecordableTraining training, DateOnly day, RecordedHow how, string note, CancellationToken cancellation) =>
        WriteAsync(personIds, training.LearningId, training.RuleKey, training.Name, day, how, note, person.Name, cancellation);

    public async Task<int> RecordAsync(IReadOnlyCollection<string> personIds, string learningId, DateOnly day, string note, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, await calendar.TodayAsync());
        return (await WriteAsync(personIds, learningId, "", await TitleAsync(learningId, cancellation), day, RecordedHow.Reported, note, person.Name, cancellation)).Count;
    }

    /// <summary>What others report to the catalogue counts. What people say of themselves does not: nobody has seen them there.</summary>
    public async Task HandleAsync(LearningCompleted portalEvent, CancellationToken cancellation)
    {
        if (portalEvent.KnownFrom == CompletionSource.Report)
        {
            await WriteAsync([portalEvent.PersonId], portalEvent.Entry.ContentItemId, "", portalEvent.Entry.Title, portalEvent.CompletedOn, RecordedHow.Reported, "", person.Name, cancellation);
        }
    }

    /// <summary>Those of the people who have a training recorded for a day.</summary>
    public async Task<IReadOnlySet<string>> HaveAsync(IReadOnlyCollection<string> personIds, RecordableTraining training, DateOnly day, CancellationToken cancellation)
    {
        var (learningId, ruleKey) = (training.LearningId, training.RuleKey);
        return await db.TrainingCompletions.Where(row => personIds.Contains(row.PersonId) && row.LearningId == learningId && row.RuleKey == ruleKey && row.Day == day)
            .Select(row => row.PersonId).ToHashSetAsync(cancellation);
    }

    /// <summary>What is recorded for somebody, the latest first.</summary>
    public async Task<IReadOnlyList<CompletionRow>> RecordsAsync(string personId, CancellationToken cancellation) =>
        await db.TrainingCompletions.AsNoTracking().Where(row => row.PersonId == personId).OrderByDescending(row => row.Day).ThenBy(row => row.Id).ToListAsync(cancellation);

    /// <summary>The exemptions of somebody, past ones too, the latest first.</summary>
    public async Task<IReadOnlyList<ExemptionRow>> ExemptionsAsync(string personId, CancellationToken cancellation) =>
        await db.TrainingExemptions.AsNoTracking().Where(row => row.PersonId == personId).OrderByDescending(row => row.From).ThenBy(row => row.Id).ToListAsync(cancellation);

    /// <summary>What a record is of, in words.</summary>
    public static string NameOf(CompletionRow row, IReadOnlyList<RecordableTraining> training) =>
        (training.FirstOrDefault(one => one.LearningId == row.LearningId && one.RuleKey == row.RuleKey)
            ?? training.FirstOrDefault(one => row.RuleKey.Length > 0 && one.Rule.Key == row.RuleKey))?.Name ?? "Training that no rule asks for now";

    /// <summary>Removes a record that was wrong.</summary>
    /// <returns>False when there is none, or somebody else has removed it.</returns>
    public async Task<bool> RemoveAsync(string personId, string recordId, string reason, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(Turn, cancellation);
        if (await db.TrainingCompletions.SingleOrDefaultAsync(row => row.Id == recordId && row.PersonId == personId, cancellation) is not { } row)
        {
            return false;
        }

        var training = NameOf(row, await TrainingAsync(cancellation));
        db.Remove(row);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new TrainingRecordRemoved(personId, await NameAsync(personId, cancellation), row.LearningId, row.RuleKey, training, row.Day, reason), cancellation);
        return true;
    }

    /// <summary>Exempts somebody from a rule. Granting the same again changes nothing.</summary>
    /// <returns>The exemption that is in the way; null when it was granted.</returns>
    public async Task<ExemptionRow?> ExemptAsync(string personId, TrainingRule rule, ExemptTime exempt, string reason, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(Turn, cancellation);
        var others = await db.TrainingExemptions.AsNoTracking().Where(row => row.PersonId == personId && row.RuleKey == rule.Key).ToListAsync(cancellation);
        if (others.Exists(row => row.EndedOn is null && row.From == exempt.From && row.Until == exempt.Until && row.Reason == reason))
        {
            return null;
        }

        if (others.Find(row => row.From <= (exempt.Until ?? DateOnly.MaxValue) && (row.LastDay ?? DateOnly.MaxValue) >= exempt.From && (row.LastDay is null || row.LastDay >= row.From)) is { } other)
        {
            return other;
        }

        db.Add(new ExemptionRow
        {
            PersonId = personId,
            RuleKey = rule.Key,
            From = exempt.From,
            Until = exempt.Until,
            Reason = reason,
            GrantedByName = person.Name,
            GrantedUtc = time.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new ExemptionGranted(personId, await NameAsync(personId, cancellation), rule.Key, rule.Name, exempt.From, exempt.Until, reason), cancellation);
        return null;
    }

    /// <summary>Ends an exemption today: the rule applies again from now on.</summary>
    /// <returns>False when there is none that has not ended.</returns>
    public async Task<bool> EndAsync(string personId, string exemptionId, string reason, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(Turn, cancellation);
        var today = await calendar.TodayAsync();
        if (await db.TrainingExemptions.SingleOrDefaultAsync(row => row.Id == exemptionId && row.PersonId == personId, cancellation) is not { } row || !IsOpen(row, today))
        {
            return false;
        }

        (row.EndedOn, row.EndReason, row.EndedByName) = (today, reason, person.Name);
        await db.SaveChangesAsync(cancellation);
        var name = (await book.TrainingAsync(cancellation)).FirstOrDefault(rule => rule.Key == row.RuleKey)?.Name ?? row.RuleKey;
        await events.PublishAsync(new ExemptionEnded(personId, await NameAsync(personId, cancellation), row.RuleKey, name, today, reason), cancellation);
        return true;
    }

    /// <summary>True for an exemption that counts on a day or later.</summary>
    public static bool IsOpen(ExemptionRow row, DateOnly day) => row.EndedOn is null && (row.Until is null || row.Until >= day);

    private async Task<IReadOnlyList<string>> WriteAsync(
        IReadOnlyCollection<string> personIds, string learningId, string ruleKey, string training, DateOnly day, RecordedHow how, string note, string by, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(Turn, cancellation);
        var have = await db.TrainingCompletions.Where(row => personIds.Contains(row.PersonId) && row.LearningId == learningId && row.RuleKey == ruleKey && row.Day == day)
            .Select(row => row.PersonId).ToHashSetAsync(cancellation);
        List<string> missing = [.. personIds.Distinct().Where(id => !have.Contains(id))];
        if (missing.Count == 0)
        {
            return [];
        }

        var (now, names) = (time.GetUtcNow().UtcDateTime, await colleagues.NamesAsync(missing, cancellation));
        db.AddRange(missing.Select(id => new CompletionRow
        {
            PersonId = id,
            LearningId = learningId,
            RuleKey = ruleKey,
            Day = day,
            How = how,
            Note = note,
            RecordedByName = by,
            RecordedUtc = now,
        }));
        await db.SaveChangesAsync(cancellation);
        await events.PublishAllAsync(
            [.. missing.Select(id => new TrainingRecorded(id, names.GetValueOrDefault(id, ""), learningId, ruleKey, training, day, how))], cancellation);
        return missing;
    }

    private async Task<string> TitleAsync(string learningId, CancellationToken cancellation) =>
        (await items.FindAsync(learningId, VersionChoice.Latest, cancellation))?.DisplayText ?? learningId;

    private async Task<string> NameAsync(string personId, CancellationToken cancellation) =>
        (await colleagues.NamesAsync([personId], cancellation)).GetValueOrDefault(personId, "");
}
