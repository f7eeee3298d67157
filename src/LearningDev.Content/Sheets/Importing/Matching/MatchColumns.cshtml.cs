using System.ComponentModel.DataAnnotations;
using LearningDev.Content.Sheets.Columns;
using LearningDev.Content.Sheets.Files;
using LearningDev.Content.Sheets.Importing.Keeping;
using LearningDev.Content.Sheets.Importing.Planning;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Sheets.Importing.Matching;

[RequiresPermission("EditContent")]
internal sealed class MatchColumnsModel(KeptSheets sheets, SheetColumns columns, SheetOpening opening, RolePermissions permissions) : PageModel
{
    private const int Samples = 20;

    [BindProperty(SupportsGet = true, Name = "id")]
    public string Id { get; set; } = "";

    /// <summary>The name of the sheet that is read.</summary>
    [BindProperty(SupportsGet = true, Name = "sheet")]
    public string? Sheet { get; set; }

    /// <summary>For each column of the file the key of the type's column; empty to leave it out.</summary>
    [BindProperty]
    public List<string?> Columns { get; set; } = [];

    [BindProperty, Display(Name = "Which column says which item a row is?")]
    public string? Key { get; set; }

    [BindProperty, Display(Name = "Rows of items that are in the portal already")]
    public string? Existing { get; set; }

    [BindProperty, Display(Name = "Rows of items that are not in the portal yet")]
    public string? Missing { get; set; }

    [BindProperty, Display(Name = "Empty cells of items that are in the portal already")]
    public string? Empty { get; set; }

    [BindProperty, Display(Name = "How are the items saved?")]
    public string? Save { get; set; }

    public KeptSheet Import { get; private set; } = null!;

    public SheetFile Contents { get; private set; } = null!;

    public TypeColumns Type { get; private set; } = null!;

    public bool MayPublish { get; private set; }

    public IReadOnlyList<SelectListItem> Choices => [.. Type.All.Select(column => new SelectListItem(Type.LabelOf(column), column.Key))];

    public IReadOnlyList<SelectListItem> KeyChoices =>
        [.. Type.All.Where(column => column.CanBeKey).Select(column => new SelectListItem(column is IdColumn ? "Id, or the title where there is no id" : Type.LabelOf(column), column.Key))];

    /// <summary>What a published item must have and no column is matched with.</summary>
    public IReadOnlyList<string> Unmatched => [.. Type.All.Where(column => column.IsRequired && !Columns.Contains(column.Key)).Select(Type.LabelOf)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        var own = SheetMatching.Of(Import);
        var last = own ?? await sheets.LastMatchingAsync(Import.ContentType, cancellation);
        Columns = [.. ColumnProposals.Of(Type, Contents.Headers, last)];
        Key = ColumnProposals.KeyOf([.. Columns.OfType<string>()], Type, last);
        Existing = last?.Update == false ? "leave" : "update";
        Missing = last?.Add == false ? "leave" : "add";
        Empty = last?.Clear == true ? "clear" : "keep";
        Save = MayPublish && last?.Publish == true ? "publish" : "draft";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Columns.Count != Contents.Headers.Count)
        {
            return Redirect(SheetLinks.Columns(Id));
        }

        CheckColumns();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var matching = new SheetMatching(
            Contents.Headers, [.. Columns.Select(key => key ?? "")], Key!, Existing != "leave", Missing != "leave", Empty == "clear", MayPublish && Save == "publish");
        await sheets.CheckAsync(Import, Contents.Sheet, matching, cancellation);
        return Redirect(SheetLinks.Import(Id));
    }

    private void CheckColumns()
    {
        foreach (var (index, key) in Columns.Index())
        {
            if (string.IsNullOrEmpty(key))
            {
                continue;
            }

            if (Type.Find(key) is not { } column)
            {
                ModelState.AddModelError($"Columns[{index}]", $"Choose what “{Contents.Headers[index]}” is, or leave it out");
            }
            else if (Columns.IndexOf(key) < index)
            {
                ModelState.AddModelError($"Columns[{index}]", $"“{Contents.Headers[Columns.IndexOf(key)]}” is {Type.LabelOf(column)} already. Leave one of them out");
            }
        }

        if (Type.Find(Key) is not { CanBeKey: true } chosen)
        {
            ModelState.AddModelError(nameof(Key), "Select which column says which item a row is");
        }
        else if (!Columns.Contains(Key))
        {
            ModelState.AddModelError(nameof(Key), $"No column of the file is matched with {Type.LabelOf(chosen)}. Match one, or select another");
        }

        if (Missing != "leave" && Unmatched.Contains("Title"))
        {
            ModelState.AddModelError(nameof(Missing), "Match a column with Title, which new items must have, or leave such rows out");
        }

        if (Existing == "leave" && Missing == "leave")
        {
            ModelState.AddModelError(nameof(Existing), "Select which rows to import. All are left alone like this");
        }
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await sheets.FindAsync(Id, cancellation) is not { } kept)
        {
            return NotFound();
        }

        if (kept.State is KeptSheetState.Running or KeptSheetState.Done || kept.IsWorkedOn || await columns.FindAsync(kept.ContentType, cancellation) is not { } type)
        {
            return Redirect(SheetLinks.Import(Id));
        }

        Import = kept;
        Type = type;
        MayPublish = await permissions.MayAsync(User, ContentModule.PublishContent.Name);
        try
        {
            Contents = await opening.ReadAsync(kept, Sheet, Samples, cancellation);
            return null;
        }
        catch (SheetFileException)
        {
            // A sheet without a header: the first one is shown again. (The file itself could be read when it was uploaded.)
            return Sheet is null ? NotFound() : Redirect(SheetLinks.Columns(Id));
        }
    }
}
