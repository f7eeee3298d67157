using LearningDev.Platform.Permissions;
using LearningDev.Workflows.Definitions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Designing.Creating;

[RequiresPermission("ManageWorkflows")]
internal sealed class NewWorkflowModel(WorkflowTypes types) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var name = Settings.WorkflowSettingsForm.OneLine(Name);
        Settings.WorkflowSettingsForm.CheckName(name, ModelState, nameof(Name));
        Settings.WorkflowSettingsForm.CheckDescription(Description, ModelState, nameof(Description));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var definition = new WorkflowDefinition { Name = name, IsEnabled = true };
        new CaseRules { Description = Settings.WorkflowSettingsForm.OneLine(Description) }.WriteTo(definition);
        await types.SaveDraftAsync(definition, 0, cancellation);
        return Redirect(Url.Content("~" + DesignerLinks.Steps(definition.WorkflowTypeId)));
    }
}
