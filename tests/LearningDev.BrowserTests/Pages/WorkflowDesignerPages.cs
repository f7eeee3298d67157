using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>The pages of the designer of workflows.</summary>
internal static class WorkflowDesignerPages
{
    private const string Administrator = "administrator";
    private const string Designed = "/workflows/designed";
    private const string Moved = "/workflows/moved";
    private const string Spoilt = "/workflows/spoilt";

    public static IReadOnlyList<PortalPage> All { get; } =
    [
        new("Workflows", "workflows", "/workflows", Administrator, IsMain: true),
        new("Workflows for an employee", "workflows", "/workflows", Status: 403),
        new("New workflow", "workflows/new", "/workflows/new", Administrator),
        new("New workflow, refused", "workflows/new", "/workflows/new", Administrator) { Before = page => PressAsync(page, "Continue") },
        new("Workflow", "workflows/{id}", Designed, Administrator, IsMain: true),
        new("Workflow with problems", "workflows/{id}", Spoilt, Administrator, IsMain: true),
        new("No workflow", "workflows/{id}", "/workflows/nothing", Administrator, Status: 404),
        new("Name and rules of a workflow", "workflows/{id}/settings", $"{Designed}/settings", Administrator),
        new("What a new step does", "workflows/{id}/add", $"{Designed}/add?after=ask&outcome=Approve", Administrator, IsMain: true),
        new("New approval", "workflows/{id}/add/{activityName}", $"{Designed}/add/ApprovalTask?after=ask&outcome=Approve", Administrator, IsMain: true),
        new("New approval, people found", "workflows/{id}/add/{activityName}", $"{Designed}/add/ApprovalTask?after=ask&outcome=Approve", Administrator)
        {
            Before = async page =>
            {
                await page.GetByLabel("People by name").CheckAsync();
                await page.GetByLabel("Search for people to add").FillAsync("pri");
                if (await page.Locator("[role=option]").CountAsync() == 0 && await page.Locator("[role=combobox]").CountAsync() == 0)
                {
                    await page.GetByRole(AriaRole.Button, new() { Name = "Find for People" }).ClickAsync();
                }
            },
        },
        new("New approval, refused and previewed", "workflows/{id}/add/{activityName}", $"{Designed}/add/ApprovalTask?after=ask&outcome=Approve", Administrator)
        {
            Before = async page =>
            {
                await page.GetByLabel("People with a role").First.CheckAsync();
                await PressAsync(page, "Add the step");
                await page.WaitForLoadStateAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Preview “What is asked”" }).ClickAsync();
            },
        },
        new("New condition", "workflows/{id}/add/{activityName}", $"{Designed}/add/IfElseTask?after=ask&outcome=Approve", Administrator, IsMain: true)
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Add a group" }).ClickAsync(),
        },
        new("Step", "workflows/{id}/steps/{stepId}", $"{Designed}/steps/start", Administrator),
        new("Step with ways", "workflows/{id}/steps/{stepId}", $"{Spoilt}/steps/switch", Administrator, IsMain: true),
        new("Step that nobody knows", "workflows/{id}/steps/{stepId}", $"{Spoilt}/steps/strange", Administrator),
        new("Step to move", "workflows/{id}/steps/{stepId}/move", $"{Spoilt}/steps/ask/move", Administrator),
        new("Step to remove", "workflows/{id}/steps/{stepId}/remove", $"{Spoilt}/steps/ask/remove", Administrator),
        new("Workflow to publish", "workflows/{id}/publish", $"{Spoilt}/publish", Administrator),
        new("Nothing to publish", "workflows/{id}/publish", $"{Designed}/publish", Administrator),
        new("Draft to discard", "workflows/{id}/discard", $"{Spoilt}/discard", Administrator),
        new("Versions of a workflow", "workflows/{id}/versions", $"{Designed}/versions", Administrator, IsMain: true),
        new("Version of a workflow", "workflows/{id}/versions/{number:int}", $"{Designed}/versions/1", Administrator),
        new("Version to bring back", "workflows/{id}/versions/{number:int}/bring-back", $"{Designed}/versions/1/bring-back", Administrator),
        new("Cases to move to a version", "workflows/{id}/versions/{number:int}/move-cases", $"{Moved}/versions/2/move-cases", Administrator, IsMain: true),
        new("Cases to move to a version, refused", "workflows/{id}/versions/{number:int}/move-cases", $"{Moved}/versions/2/move-cases", Administrator) { Before = page => PressAsync(page, "See what would happen") },
        new("No case to move to a version", "workflows/{id}/versions/{number:int}/move-cases", $"{Designed}/versions/1/move-cases", Administrator),
        new("Last look before cases are moved", "workflows/{id}/versions/{number:int}/move-cases/confirm", $"{Moved}/versions/2/move-cases/confirm", Administrator, IsMain: true),
        new("Workflow versions compared", "workflows/{id}/compare", $"{Spoilt}/compare", Administrator, IsMain: true),
        new("Diagram", "workflows/{id}/diagram", $"{Spoilt}/diagram?zoom=150", Administrator, IsMain: true),
        new("Trial run", "workflows/{id}/trial", $"{Designed}/trial", Administrator),
        new("Trial run, refused", "workflows/{id}/trial", $"{Designed}/trial?go=1", Administrator),
        new("Trial run, person found", "workflows/{id}/trial", $"{Designed}/trial?find=1&owner.Search=sam", Administrator),
        new("Trial run, decision", "workflows/{id}/trial", $"{Designed}/trial?go=1&owner=employee&title=First+aid&type=Course", Administrator, IsMain: true),
        new("Trial run, ended", "workflows/{id}/trial", $"{Designed}/trial?go=1&owner=employee&title=First+aid&type=Course", Administrator) { Before = page => PressAsync(page, "Approve") },
    ];

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
