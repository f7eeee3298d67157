using LearningDev.Compliance.Contracts;
using LearningDev.Compliance.Records;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Compliance.Rules;

/// <summary>Reads the rules and what is recorded, and has it reckoned.</summary>
internal sealed class RuleBook(PortalDb db, ISettings settings, KnownGroups groups) : ICompliance
{
    public async Task<IReadOnlyList<ComplianceRule>> RulesAsync(CancellationToken cancellation = default) =>
        [.. (await TrainingAsync(cancellation)).Select(rule => new ComplianceRule(rule.Key, rule.Name, rule.GroupKeys, rule.IsBeforeSitting, rule.LearningIds))];

    /// <summary>The rules as they are reckoned with.</summary>
    public async Task<IReadOnlyList<TrainingRule>> TrainingAsync(CancellationToken cancellation) =>
        [.. (await settings.GetAsync<ComplianceSettings>(cancellation)).Rules.Select(rule => rule.ToRule())];

    public async Task<IReadOnlyList<RequirementState>> StatesAsync(IReadOnlyCollection<string> personIds, DateOnly day, CancellationToken cancellation = default)
    {
        var rules = await TrainingAsync(cancellation);
        if (personIds.Count == 0 || rules.Count == 0)
        {
            return [];
        }

        var own = await settings.GetAsync<ComplianceSettings>(cancellation);
        var reckoning = new RuleReckoning(await settings.GetAsync<CalendarSettings>(cancellation), own.RefresherLeadDays, own.CycleLeadDays);
        var periods = (await groups.PeriodsAsync(personIds, cancellation)).ToLookup(period => period.PersonId);
        var completions = (await db.TrainingCompletions.AsNoTracking().Where(row => personIds.Contains(row.PersonId) && row.Day <= day)
            .Select(row => new { row.PersonId, row.LearningId, row.RuleKey, row.Day }).ToListAsync(cancellation)).ToLookup(row => row.PersonId);
        var exemptions = (await db.TrainingExemptions.AsNoTracking().Where(row => personIds.Contains(row.PersonId) && row.From <= day).ToListAsync(cancellation))
            .ToLookup(row => (row.PersonId, row.RuleKey));
        List<RequirementState> states = [];
        foreach (var person in personIds.Distinct())
        {
            List<GroupPeriod> time = [.. periods[person]];
            if (time.Count == 0)
            {
                continue;
            }

            foreach (var rule in rules)
            {
                List<DateOnly> attended = [.. completions[person].Where(row => rule.Counts(row.LearningId, row.RuleKey)).Select(row => row.Day)];
                List<ExemptTime> exempt = [.. exemptions[(person, rule.Key)].Select(row => new ExemptTime(row.From, row.LastDay))];
                if (reckoning.StateOf(person, rule, time, attended, exempt, day) is { } state)
                {
                    states.Add(state);
                }
            }
        }

        return states;
    }
}
