using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Editing.Unsaved;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Merging;

[RequiresPermission("EditContent")]
internal sealed class MergeItemModel(ContentItems items, ContentDefinitions definitions, OpenForms open, ItemMerging merging, EditorWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The id of the form that holds what the editor has typed.</summary>
    [BindProperty(SupportsGet = true, Name = UnsavedLinks.FormQuery)]
    public string? FormId { get; set; }

    /// <summary>Which version the choices are about.</summary>
    [BindProperty]
    public string? Newest { get; set; }

    public ItemMerge Merge { get; private set; } = null!;

    public UnsavedWork Work { get; private set; } = null!;

    public string SavedWords { get; private set; } = "";

    public static string ChoiceName(string key) => $"choice.{key}";

    public static string TextName(string key) => $"text.{key}";

    /// <summary>Which version the page shows.</summary>
    public string Shown => $"{Merge.Newest.ContentItemVersionId} {Merge.Newest.Revision}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Newest != Shown)
        {
            ModelState.AddModelError("", "The item was saved again while you were choosing. Look at what is different now, and choose again");
            return Page();
        }

        var choices = Read(new PostedForm(await Request.ReadFormAsync(cancellation)));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await open.KeepAsync(Work.FormId, Work.ContentType, Id, Merge.Apply(Work.Typed, choices), cancellation) is null)
        {
            ModelState.AddModelError("", "Both together are too long to be kept. Choose one of them where you can");
            return Page();
        }

        SavedNotice.Say(TempData, "Both versions are together in this form. Check it, then save it");
        return Redirect(UnsavedLinks.BringBack(Id, Work.FormId));
    }

    private Dictionary<string, MergeChoice> Read(PostedForm form)
    {
        Dictionary<string, MergeChoice> choices = [];
        foreach (var field in Merge.Conflicts)
        {
            var (chosen, text) = (form.Typed(ChoiceName(field.Key)), form.Typed(TextName(field.Key)));
            if (Enum.TryParse<MergeKeep>(chosen, out var keep) && (keep != MergeKeep.Both || field.CanBeJoined))
            {
                choices[field.Key] = new MergeChoice(keep, text.ReplaceLineEndings("\n"));
            }
            else
            {
                ModelState.AddModelError(ChoiceName(field.Key), $"Choose what stays of {FieldCheck.Lower(field.Theirs.Name)}");
            }
        }

        form.Keep(ModelState);
        return choices;
    }

    // Where to go instead when there is nothing to bring together.
    private async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var versions = await items.CurrentAsync(Id, cancellation);
        if (versions.Count == 0 || (await definitions.GetAsync(cancellation)).FindType(versions[0].ContentType) is not { } type)
        {
            return NotFound();
        }

        if (await open.FindAsync(FormId, cancellation) is not { } work || work.ContentItemId != Id || versions.FirstOrDefault(version => version.Latest) is not { } newest)
        {
            return Redirect(ContentLinks.Edit(Id));
        }

        if (newest.ArchivedUtc is not null)
        {
            SavedNotice.Say(TempData, $"{ItemNames.Of(newest.DisplayText)} was archived after you opened it. What you typed is kept, and offered to you once it is out of the archive");
            return Redirect(ContentLinks.Versions(Id));
        }

        if (new PostedForm(work.Typed).ReadAs == VersionMark.Of(newest))
        {
            return Redirect(UnsavedLinks.BringBack(Id, work.FormId));
        }

        Work = work;
        Merge = await merging.CompareAsync(type, versions, work, cancellation);
        SavedWords = await words.SavedAsync(newest, cancellation);
        return null;
    }
}
