using System.Globalization;
using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Versions;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Comparing;

[RequiresPermission("EditContent")]
internal sealed class CompareVersionsModel(ItemHistory history, VersionComparing comparing, ContentDefinitions definitions, AuthorNames authors) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The numbers as they were typed.</summary>
    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    public ContentItem? Earlier { get; private set; }

    public ContentItem? Later { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<ComparedSection> Sections { get; private set; } = [];

    public AuthorNames.Names Names { get; private set; } = null!;

    /// <summary>True when the two can be shown.</summary>
    public bool IsCompared => Earlier is not null && Later is not null;

    public async Task<IActionResult> OnGetAsync([FromQuery] string? from, [FromQuery] string? to, CancellationToken cancellation)
    {
        var (_, newest) = await history.PairAsync(Id, earlier: null, later: null, cancellation);
        if (newest is null || (await definitions.GetAsync(cancellation)).FindType(newest.ContentType) is not { } type)
        {
            return NotFound();
        }

        Name = ItemNames.Of(newest.DisplayText);
        var (first, second) = (Read(nameof(from), from), Read(nameof(to), to));
        if (ModelState.IsValid)
        {
            // Which is the earlier one is plain from the numbers, whichever box they stand in.
            (first, second) = first > second ? (second, first) : (first, second);
            (Earlier, Later) = await history.PairAsync(Id, first, second, cancellation);
            if (Later is null)
            {
                ModelState.AddModelError(nameof(to), $"There is no version {second}. The newest is version {newest.Number}");
            }
            else if (Earlier is null && first is not null)
            {
                ModelState.AddModelError(nameof(from), $"There is no version {first}. The newest is version {newest.Number}");
            }
            else if (Earlier is null)
            {
                ModelState.AddModelError("", "There is one version only: there is nothing to compare it with");
            }
        }

        From = from ?? Text(Earlier?.Number);
        To = to ?? Text(Later?.Number);
        if (Earlier is not null && Later is not null)
        {
            // The boxes show the two that are compared, not what the address said.
            ModelState.Clear();
            (From, To) = (Text(Earlier.Number), Text(Later.Number));
            Names = await authors.FindAsync([Earlier.Author, Later.Author], cancellation);
            Sections = await comparing.CompareAsync(type, Earlier, Later, cancellation);
        }

        return Page();
    }

    private int? Read(string name, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        ModelState.AddModelError(name, "Enter the number of a version, like 3");
        return null;
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
