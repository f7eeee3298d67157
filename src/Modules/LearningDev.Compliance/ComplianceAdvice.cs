using LearningDev.Compliance.Rules;
using LearningDev.Content.Items;
using LearningDev.Platform.Settings;

namespace LearningDev.Compliance;

/// <summary>Says which rules lack a group or their learning, so that they ask nothing of anybody, or lead nobody to the training.</summary>
internal sealed class ComplianceAdvice(ISettings settings, KnownGroups groups, ContentItems items) : ISettingsAdvice
{
    public Type Section => typeof(ComplianceSettings);

    public async Task<SettingsAdvice> AdviseAsync(CancellationToken cancellation)
    {
        var rules = (await settings.GetAsync<ComplianceSettings>(cancellation)).Rules;
        var known = (await groups.AllAsync(cancellation)).Select(group => group.Key).ToHashSet();
        var learning = (await items.FindAllAsync([.. rules.SelectMany(rule => rule.Learning).Distinct()], VersionChoice.Published, cancellation))
            .Select(item => item.ContentItemId).ToHashSet();
        return new SettingsAdvice([.. rules.SelectMany(rule => Of(rule, known, learning))]);
    }

    private static IEnumerable<string> Of(MandatoryTraining rule, HashSet<string> groups, HashSet<string> learning)
    {
        if (rule.Groups.Count == 0)
        {
            yield return $"{rule.Name} is needed by nobody yet: choose whom it is for.";
        }

        foreach (var key in rule.Groups.Where(key => !groups.Contains(key)))
        {
            yield return $"{rule.Name} is for a group that does not exist: {key}.";
        }

        if (rule.Learning.Count == 0)
        {
            yield return $"{rule.Name} names no learning, so that nobody is led to it: add its id.";
        }

        foreach (var id in rule.Learning.Where(id => !learning.Contains(id)))
        {
            yield return $"{rule.Name} names learning that is not published: {id}.";
        }
    }
}
