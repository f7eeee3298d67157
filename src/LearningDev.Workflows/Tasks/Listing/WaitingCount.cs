using LearningDev.Platform.Ui.Menus;

namespace LearningDev.Workflows.Tasks.Listing;

/// <summary>How much waits for the person, in the menu.</summary>
internal sealed class WaitingCount(TaskList tasks) : IMenuCount
{
    public string Url => WorkflowLinks.Tasks;

    public async Task<MenuCount> CountAsync(CancellationToken cancellation)
    {
        var count = await tasks.CountAsync(cancellation);
        return new MenuCount(count, count == 1 ? "task" : "tasks");
    }
}
