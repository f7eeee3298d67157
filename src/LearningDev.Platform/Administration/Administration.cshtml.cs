using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Administration;

[RequiresPermission("AccessAdministration")]
internal sealed class AdministrationModel(Menu menu) : PageModel
{
    public IReadOnlyList<MenuEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync() => Entries = await menu.EntriesAsync(MenuPlace.Administration);
}
