using LearningDev.Platform.Permissions;
using LearningDev.Workflows.Definitions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Designing.Versions;

[RequiresPermission("ManageWorkflows")]
internal sealed class WorkflowVersionsModel(WorkflowTypes types) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public WorkflowDraft Draft { get; private set; } = null!;

    public IReadOnlyList<WorkflowVersion> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await types.FindAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        (Draft, Versions) = (draft, await types.VersionsAsync(Id, cancellation));
        return Page();
    }
}
