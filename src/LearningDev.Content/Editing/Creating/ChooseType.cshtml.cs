using LearningDev.Content.Definitions;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Creating;

[RequiresPermission("EditContent")]
internal sealed class ChooseTypeModel(ContentDefinitions definitions) : PageModel
{
    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Types = [.. (await definitions.GetAsync(cancellation)).Types.Where(type => type.TypeSettings.Creatable).OrderBy(type => type.DisplayName)];
}
