using LearningDev.Compliance.Records;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Compliance;

/// <summary>Keeps the key of a rule under which attendance or an exemption is recorded: without it nobody would know what the record is of.</summary>
internal sealed class KeysInUseCheck(PortalDb db) : ISettingsCheck
{
    public Type Section => typeof(ComplianceSettings);

    public async Task<IReadOnlyList<SettingsError>> CheckAsync(object before, object after, CancellationToken cancellation)
    {
        var kept = ((ComplianceSettings)after).Rules.Select(rule => rule.Key).ToHashSet();
        List<MandatoryTraining> gone = [.. ((ComplianceSettings)before).Rules.Where(rule => !kept.Contains(rule.Key))];
        List<string> keys = [.. gone.Select(rule => rule.Key)];
        if (keys.Count == 0)
        {
            return [];
        }

        var used = await db.TrainingCompletions.Where(row => keys.Contains(row.RuleKey)).Select(row => row.RuleKey)
            .Union(db.TrainingExemptions.Where(row => keys.Contains(row.RuleKey)).Select(row => row.RuleKey)).ToListAsync(cancellation);
        return
        [
            .. gone.Where(rule => used.Contains(rule.Key)).Select(rule => new SettingsError(
                nameof(ComplianceSettings.Rules), $"{rule.Name} ({rule.Key}) cannot be removed, because attendance or exemptions are recorded for it. Choose nobody whom it is for instead")),
        ];
    }
}
