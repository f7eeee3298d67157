using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Definitions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Designing.Listing;

[RequiresPermission("ManageWorkflows")]
internal sealed class WorkflowListModel(WorkflowTypes types) : PageModel
{
    public IReadOnlyList<WorkflowTypeLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Lines = await types.ListAsync(cancellation);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "id")] string? id, [FromForm(Name = "on")] bool on, CancellationToken cancellation)
    {
        if (await types.EnableAsync(id ?? "", on, cancellation))
        {
            TempData[PageFrame.Message] = on ? "The workflow is on: it starts new cases" : "The workflow is off: it starts no new cases. Those that are going on go on";
        }

        return Redirect(Url.Content("~" + DesignerLinks.List));
    }
}
