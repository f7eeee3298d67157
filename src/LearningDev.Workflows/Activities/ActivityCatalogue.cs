using LearningDev.Platform.Modules;
using LearningDev.Workflows.Definitions;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Workflows.Activities;

/// <summary>The activities of all modules.</summary>
public sealed class ActivityCatalogue(IEnumerable<IActivity> activities, Features features)
{
    private readonly Dictionary<string, IActivity> byName = activities.ToDictionary(activity => activity.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them, by heading and name, those of modules that are switched off included.</summary>
    public IReadOnlyList<IActivity> All => [.. byName.Values.OrderBy(activity => activity.Category, StringComparer.Ordinal).ThenBy(activity => activity.DisplayName, StringComparer.Ordinal)];

    /// <summary>Those of modules that are switched on, by heading and name.</summary>
    public async Task<IReadOnlyList<IActivity>> AvailableAsync(CancellationToken cancellation = default)
    {
        List<IActivity> available = [];
        foreach (var activity in All)
        {
            if (await features.SwitchedOffOwnerAsync(activity.GetType(), cancellation) is null)
            {
                available.Add(activity);
            }
        }

        return available;
    }

    /// <summary>Finds an activity by its name in files, whatever its case; null when there is none.</summary>
    public IActivity? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>What people call a step: its title, or the activity's name.</summary>
    public string TitleOf(ActivityRecord record) => record.Title.Length > 0 ? record.Title : Find(record.Name)?.DisplayName ?? record.Name;
}

/// <summary>What a module's door can add to workflows.</summary>
public static class WorkflowModuleBuilder
{
    extension(ModuleBuilder module)
    {
        /// <summary>Adds a kind of step, which administrators can use in workflows.</summary>
        /// <typeparam name="TActivity">The activity; one is made for each scope.</typeparam>
        public ModuleBuilder Activity<TActivity>() where TActivity : class, IActivity
        {
            module.Services.AddScoped<IActivity, TActivity>();
            return module;
        }
    }
}
