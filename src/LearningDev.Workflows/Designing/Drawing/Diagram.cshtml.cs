using LearningDev.Platform.Permissions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Designing.Drawing;

[RequiresPermission("ManageWorkflows")]
internal sealed class DiagramModel(WorkflowTypes types, StepList list) : PageModel
{
    /// <summary>How large the diagram can be shown, in percent.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [50, 75, 100, 150, 200];

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public int Zoom { get; private set; }

    public string Name { get; private set; } = "";

    public string Svg { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "zoom")] string? zoom, CancellationToken cancellation)
    {
        if (await types.FindAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        Zoom = int.TryParse(zoom, out var asked) && Sizes.Contains(asked) ? asked : 100;
        Name = draft.Definition.Name;
        Svg = WorkflowDiagram.Draw(draft.Definition, await list.OfAsync(draft.Definition, [], cancellation));
        return Page();
    }
}
