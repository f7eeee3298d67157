using LearningDev.Platform.People;
using LearningDev.Platform.Ui.Panels;

namespace LearningDev.Workflows.Tasks.Listing;

/// <summary>How much waits for the person, on the home page; nothing when nothing does.</summary>
internal sealed class WaitingPanel(TaskList tasks, CurrentPerson person) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation) =>
        person.Id is not null && await tasks.CountAsync(cancellation) is > 0 and var count ? new PanelView("/Workflows/Tasks/Listing/WaitingPanel.cshtml", count) : null;
}
