using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Settings.Fields;

/// <summary>Finds what can be chosen in the form of a section.</summary>
internal sealed class SettingChoices(IServiceProvider services)
{
    /// <summary>The choices of all properties, those of groups and rows too, by the class or the enum that lists them.</summary>
    public async Task<IReadOnlyDictionary<Type, IReadOnlyList<SettingChoice>>> OfAsync(
        IReadOnlyList<SettingProperty> properties, CancellationToken cancellation)
    {
        Dictionary<Type, IReadOnlyList<SettingChoice>> all = [];
        foreach (var type in Types(properties).Distinct())
        {
            all[type] = type.IsEnum
                ? SettingsSchema.ChoicesOf(type)
                : await ((ISettingChoices)ActivatorUtilities.GetServiceOrCreateInstance(services, type)).ListAsync(cancellation);
        }

        return all;
    }

    private static IEnumerable<Type> Types(IReadOnlyList<SettingProperty> properties) =>
        properties.SelectMany(property => property.ChosenFrom is { } type ? Types(property.Parts).Append(type) : Types(property.Parts));
}
