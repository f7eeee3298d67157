using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;

namespace LearningDev.Platform.Ui.Menus;

/// <summary>The menus as the current person sees them: only what is switched on and allowed.</summary>
public sealed class Menu(ModuleRegistry registry, Features features, RolePermissions permissions, CurrentPerson person)
{
    /// <summary>The entries of a menu, in order.</summary>
    public async Task<IReadOnlyList<MenuEntry>> EntriesAsync(MenuPlace place)
    {
        var enabled = await features.EnabledAsync();
        List<MenuEntry> entries = [];
        foreach (var (moduleId, entry) in registry.Menu.Where(candidate => candidate.Entry.Place == place))
        {
            if (enabled.Contains(moduleId)
                && (entry.Permission is null || await permissions.MayAsync(person.Principal, entry.Permission)))
            {
                entries.Add(entry);
            }
        }

        return [.. entries.OrderBy(entry => entry.Order).ThenBy(entry => entry.Text, StringComparer.CurrentCulture)];
    }
}
