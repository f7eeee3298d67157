using LearningDev.Compliance.Rules;
using LearningDev.Platform.Settings;

namespace LearningDev.Compliance;

/// <summary>The groups that modules offer.</summary>
internal sealed class GroupChoices(KnownGroups groups) : ISettingChoices
{
    public async Task<IReadOnlyList<SettingChoice>> ListAsync(CancellationToken cancellation) =>
        [.. (await groups.AllAsync(cancellation)).Select(group => new SettingChoice(group.Name, group.Key))];
}
