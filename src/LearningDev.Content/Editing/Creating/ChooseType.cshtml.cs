using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Creating;

[RequiresPermission("EditContent")]
internal sealed class ChooseTypeModel(ContentDefinitions definitions, ContentItems items, ItemVisibility visibility) : PageModel
{
    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var reader = await visibility.ReaderAsync(cancellation);
        Types = [.. (await definitions.GetAsync(cancellation)).Types.Where(type => type.TypeSettings.Creatable && reader.Sees(visibility.ReadersOf(items.New(type.Name)))).OrderBy(type => type.DisplayName)];
    }
}
