using LearningDev.Platform.People;
using LearningDev.Platform.Settings;

namespace LearningDev.Mentoring.Programmes;

/// <summary>What role levels are called.</summary>
internal sealed class PeopleLevels(ISettings settings)
{
    /// <summary>The names of role levels, joined; "Everybody" for none.</summary>
    public async Task<string> NamesAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var names = (await settings.GetAsync<PeopleSettings>(cancellation)).RoleLevels.Where(level => keys.Contains(level.Key)).Select(level => level.Name).ToList();
        return keys.Count == 0 ? "Everybody" : string.Join(", ", names);
    }
}
