using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Administration;

[RequiresPermission("AccessAdministration")]
internal sealed class AdministrationModel(Menu menu) : PageModel
{
    public IReadOnlyList<IGrouping<AdministrationGroup, MenuEntry>> Groups { get; private set; } = [];

    public async Task OnGetAsync() =>
        Groups = [.. (await menu.EntriesAsync(MenuPlace.Administration)).GroupBy(entry => entry.Group).OrderBy(group => group.Key)];

    public static string HeadingOf(AdministrationGroup group) => group switch
    {
        AdministrationGroup.PeopleAndAccess => "People and access",
        AdministrationGroup.ContentAndRecipes => "Content and recipes",
        AdministrationGroup.Running => "Running the portal",
        _ => "The portal",
    };
}
