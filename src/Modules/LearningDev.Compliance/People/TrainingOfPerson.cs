using LearningDev.Compliance.Contracts;
using LearningDev.Compliance.Records;
using LearningDev.Compliance.Rules;
using LearningDev.Content.Items;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Compliance.People;

/// <summary>Where somebody stands with a rule, with the way to its learning.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="State">Where they stand.</param>
/// <param name="LearningUrl">The address of the usual learning below the portal's root; empty where none is published.</param>
internal sealed record ShownState(TrainingRule Rule, RequirementState State, string LearningUrl);

/// <summary>All that is known of somebody's mandatory training.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name, with "has left" where that is so.</param>
/// <param name="States">Where they stand with each rule that applies to them today: what is overdue first, then what is due, by day.</param>
/// <param name="Records">What is recorded, with what it is of, the latest first.</param>
/// <param name="Exemptions">Their exemptions with what they are from, the latest first.</param>
/// <param name="Today">Today.</param>
internal sealed record PersonTraining(
    string PersonId, string Name, IReadOnlyList<ShownState> States, IReadOnlyList<(CompletionRow Row, string Training)> Records, IReadOnlyList<(ExemptionRow Row, string Training)> Exemptions, DateOnly Today);

/// <summary>Reads somebody's mandatory training.</summary>
internal sealed class TrainingOfPerson(PortalDb db, RuleBook book, TrainingRecording recording, ContentItems items, WorkingCalendar calendar)
{
    /// <summary>Somebody's training; null when there is nobody of that id.</summary>
    public async Task<PersonTraining?> FindAsync(string personId, CancellationToken cancellation)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(person => person.Id == personId, cancellation) is not { } person)
        {
            return null;
        }

        var (today, rules, training) = (await calendar.TodayAsync(), (await book.TrainingAsync(cancellation)).ToDictionary(rule => rule.Key), await recording.TrainingAsync(cancellation));
        var states = await book.StatesAsync([personId], today, cancellation);
        var urls = (await items.FindAllAsync([.. states.SelectMany(state => rules[state.RuleKey].LearningIds.Take(1)).Distinct()], VersionChoice.Published, cancellation))
            .ToDictionary(item => item.ContentItemId, item => item.As<AutoroutePart>().Path);
        return new PersonTraining(
            personId,
            person.HasLeft(today) ? $"{person.FullName} (has left)" : person.FullName,
            [
                .. states.OrderByDescending(state => state.Standing).ThenBy(state => state.MaySit).ThenBy(state => state.DueOn ?? DateOnly.MaxValue)
                    .Select(state => new ShownState(rules[state.RuleKey], state, UrlOf(rules[state.RuleKey]))),
            ],
            [.. (await recording.RecordsAsync(personId, cancellation)).Select(row => (row, TrainingRecording.NameOf(row, training)))],
            [.. (await recording.ExemptionsAsync(personId, cancellation)).Select(row => (row, rules.GetValueOrDefault(row.RuleKey)?.Name ?? row.RuleKey))],
            today);

        string UrlOf(TrainingRule rule) => rule.LearningIds is [var first, ..] && urls.GetValueOrDefault(first) is { Length: > 0 } path ? "/" + path : "";
    }
}
