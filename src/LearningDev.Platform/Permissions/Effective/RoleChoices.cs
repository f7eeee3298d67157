using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Permissions.Effective;

/// <summary>The roles, to be chosen from in the settings by name.</summary>
internal sealed class RoleChoices(EffectiveRoles roles) : ISettingChoices
{
    public async Task<IReadOnlyList<SettingChoice>> ListAsync(CancellationToken cancellation) =>
        [.. (await roles.RolesAsync(cancellation)).Select(role => new SettingChoice(role.Name, role.Name, role.Description))];
}
