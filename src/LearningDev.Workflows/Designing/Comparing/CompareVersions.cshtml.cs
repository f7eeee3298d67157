using System.Globalization;
using LearningDev.Platform.Permissions;
using LearningDev.Workflows.Definitions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Workflows.Designing.Comparing;

[RequiresPermission("ManageWorkflows")]
internal sealed class CompareVersionsModel(WorkflowTypes types, ComparisonWords words) : PageModel
{
    private const string OfDraft = "draft";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The number of the earlier version, or "draft".</summary>
    [BindProperty(SupportsGet = true, Name = "before")]
    public string? Before { get; set; }

    /// <summary>The number of the later version, or "draft".</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public IReadOnlyList<ComparedThing> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await types.FindAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        Name = draft.Definition.Name;
        var versions = await types.VersionsAsync(Id, cancellation);
        Choices =
        [
            .. draft.IsDraft ? [new SelectListItem("The draft", OfDraft)] : (SelectListItem[])[],
            .. versions.Select(version => new SelectListItem($"Version {version.Number}", version.Number.ToString(CultureInfo.InvariantCulture))),
        ];
        After ??= Choices is [var newest, ..] ? newest.Value : "";
        Before ??= Choices.ElementAtOrDefault(1)?.Value ?? After;
        if (Of(Before) is not { } before || Of(After) is not { } after)
        {
            return NotFound();
        }

        ModelState.Clear();
        Differences = await words.SayAsync(before, after, cancellation);
        return Page();

        WorkflowDefinition? Of(string choice) => choice == OfDraft && draft.IsDraft ? draft.Definition
            : versions.FirstOrDefault(version => version.Number.ToString(CultureInfo.InvariantCulture) == choice)?.Definition;
    }
}
