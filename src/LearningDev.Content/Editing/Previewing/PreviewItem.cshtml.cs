using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Editing.Previewing;

[RequiresPermission("EditContent")]
internal sealed class PreviewItemModel(ContentItems items, ContentForms forms, ContentDefinitions definitions, PreviewKinds kinds, PageFinder pages) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The kind of person that was chosen last.</summary>
    [BindProperty(SupportsGet = true, Name = "as")]
    public string? As { get; set; }

    public ContentItem Item { get; private set; } = null!;

    public ContentForm Form { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>True when items of the type have a page of their own.</summary>
    public bool HasPage { get; private set; }

    /// <summary>What the chosen kind of person sees in the place of the page; empty when nothing was asked.</summary>
    public string Answer { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync([FromQuery] string? answer, CancellationToken cancellation)
    {
        var item = await items.FindAsync(Id, VersionChoice.Latest, cancellation);
        if (item is null || (await definitions.GetAsync(cancellation)).FindType(item.ContentType) is not { } type)
        {
            return NotFound();
        }

        Item = item;
        Form = await forms.ShowAsync(type, item, form: null, cancellation);
        var listed = await kinds.ListAsync(User, cancellation);
        Kinds = [.. listed.Select(kind => new SelectListItem(kind.Name, kind.Key))];
        HasPage = item.As<AutoroutePart>().Path is { Length: > 0 } path && await pages.FindAsync($"/{path}") is not null;
        var chosen = listed.FirstOrDefault(kind => kind.Key == As);
        As = chosen?.Key;
        Answer = chosen is null || !Enum.TryParse<PreviewAnswer>(answer, out var said) ? "" : said switch
        {
            PreviewAnswer.NoPage => "Items of this type have no page of their own",
            PreviewAnswer.NoAddress => "Its page cannot be shown, because another page has its address. Choose a different one first",
            PreviewAnswer.SignIn => $"{chosen.Name} is asked to sign in, and sees nothing of it before",
            PreviewAnswer.Forbidden => $"{chosen.Name} may not open this page, and is told so",
            _ => $"{chosen.Name} does not see it: for them there is no such page",
        };
        return Page();
    }
}
