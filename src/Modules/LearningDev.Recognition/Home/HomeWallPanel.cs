using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Panels;
using LearningDev.Recognition.Wall;

namespace LearningDev.Recognition.Home;

/// <summary>The newest celebrations, on the home page.</summary>
internal sealed class HomeWallPanel(RecognitionWall wall, RolePermissions permissions, CurrentPerson person) : IPanel
{
    private const int Count = 3;

    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation)
    {
        if (!await permissions.MayAsync(person.Principal, RecognitionModule.ViewRecognition.Name))
        {
            return null;
        }

        var lines = await wall.NewestAsync(Count, cancellation);
        return lines.Count == 0 ? null : new PanelView("/Recognition/Home/HomeWallPanel.cshtml", lines);
    }
}
