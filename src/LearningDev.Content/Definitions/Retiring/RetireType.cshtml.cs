using LearningDev.Content.Definitions.Affected;
using LearningDev.Content.Definitions.ChangingTypes;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Definitions.Retiring;

[RequiresPermission("EditContentTypes")]
internal sealed class RetireTypeModel(ContentDefinitions definitions, TypeEditing editing, AffectedItems affected) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "name")]
    public string Name { get; set; } = "";

    public ContentTypeDefinition Type { get; private set; } = null!;

    public int Items { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "retire")] bool retire, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        await editing.RetireAsync(Type, retire, cancellation);
        TempData[PageFrame.Message] = retire ? $"{Type.DisplayName} is retired" : $"{Type.DisplayName} is back";
        return LocalRedirect(TypeLinks.Type(Type.Name));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        // A type that editors never could add items of is not one to retire.
        if ((await definitions.GetAsync(cancellation)).FindType(Name) is not { } type || !(type.TypeSettings.Creatable || type.UseSettings.Retired))
        {
            return false;
        }

        Type = type;
        Items = (await affected.CountsAsync(cancellation)).GetValueOrDefault(type.Name);
        return true;
    }
}
