using LearningDev.Platform.Permissions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.Drawing;
using LearningDev.Workflows.Designing.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Designing.Versions;

[RequiresPermission("ManageWorkflows")]
internal sealed class WorkflowVersionViewModel(WorkflowTypes types, StepList list) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public WorkflowVersion Version { get; private set; } = null!;

    public IReadOnlyList<StepLine> Steps { get; private set; } = [];

    public string Svg { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await types.FindVersionAsync(Id, Number, cancellation) is not { } version)
        {
            return NotFound();
        }

        Version = version;
        Steps = await list.OfAsync(version.Definition, [], cancellation);
        Svg = WorkflowDiagram.Draw(version.Definition, Steps);
        return Page();
    }
}
