using System.Text.Json;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Settings.Fields;

namespace LearningDev.Platform.Settings;

/// <summary>Holds settings to the rules of their section: its attributes, its own validation, and every <see cref="ISettingsCheck"/>.</summary>
public sealed class SettingsGuard(ISettings settings, ModuleRegistry registry, IEnumerable<ISettingsCheck> checks)
{
    /// <summary>Says what is wrong with a section as JSON, for who saves it by name: a recipe, for example.</summary>
    /// <param name="name">The section's name.</param>
    /// <param name="json">The section as it would be.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>What is wrong; empty when nothing is, or when no module declares the section.</returns>
    public async Task<IReadOnlyList<SettingsError>> CheckAsync(string name, string json, CancellationToken cancellation = default)
    {
        if (registry.SettingsSections.FirstOrDefault(section => section.Type.Name == name) is not { } declared)
        {
            return [];
        }

        try
        {
            return await CheckAsync(declared.Type, await settings.FindJsonAsync(name, cancellation) ?? "{}", SettingsJson.Read(declared.Type, json), cancellation);
        }
        catch (JsonException fault)
        {
            return [new SettingsError(fault.Path?.TrimStart('$', '.') ?? "", "The value cannot be read")];
        }
    }

    internal async Task<IReadOnlyList<SettingsError>> CheckAsync(Type section, string before, object after, CancellationToken cancellation)
    {
        List<SettingsError> errors = [.. SettingRules.Check(after)];
        if (errors.Count == 0)
        {
            foreach (var check in checks.Where(check => check.Section == section))
            {
                errors.AddRange(await check.CheckAsync(SettingsJson.Read(section, before), after, cancellation));
            }
        }

        return errors;
    }
}
