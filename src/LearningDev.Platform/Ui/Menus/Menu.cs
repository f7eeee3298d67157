using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;

namespace LearningDev.Platform.Ui.Menus;

/// <summary>The menus as the current person sees them: only what is switched on and allowed.</summary>
public sealed class Menu(ModuleRegistry registry, Features features, RolePermissions permissions, CurrentPerson person)
{
    /// <summary>The entries that stand in a menu itself, in order.</summary>
    public async Task<IReadOnlyList<MenuEntry>> EntriesAsync(MenuPlace place)
    {
        var entries = await AllAsync(place);
        return [.. entries.Where(entry => ParentOf(entry, entries) is null)];
    }

    /// <summary>The entries that are found in the page of another one, in order.</summary>
    /// <param name="place">The menu.</param>
    /// <param name="url">The address of that other one.</param>
    public async Task<IReadOnlyList<MenuEntry>> BelowAsync(MenuPlace place, string url) => [.. (await AllAsync(place)).Where(entry => entry.Under == url)];

    /// <summary>The entry of a menu to which an address belongs: the one with the longest address that it begins with, or the one in whose page that is found.</summary>
    /// <param name="place">The menu.</param>
    /// <param name="path">The address, below the portal's root.</param>
    internal async Task<MenuEntry?> OfAsync(MenuPlace place, string path)
    {
        var entries = await AllAsync(place);
        var nearest = entries.Where(entry => path == entry.Url || (entry.Url.Length > 1 && path.StartsWith(entry.Url + "/", StringComparison.Ordinal))).MaxBy(entry => entry.Url.Length);
        return nearest is null ? null : ParentOf(nearest, entries) ?? nearest;
    }

    private static MenuEntry? ParentOf(MenuEntry entry, List<MenuEntry> entries) => entry.Under.Length == 0 ? null : entries.Find(other => other.Url == entry.Under);

    private async Task<List<MenuEntry>> AllAsync(MenuPlace place)
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
