using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Panels;

namespace LearningDev.Content.Curation.Links;

/// <summary>How many links are dead or have moved.</summary>
internal sealed class LinksPanel(LinkList links, RolePermissions permissions, CurrentPerson person) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation)
    {
        if (!await permissions.MayAsync(person.Principal, ContentModule.EditContent.Name))
        {
            return null;
        }

        var counts = await links.CountAsync(cancellation);
        return counts is { Dead: 0, Moved: 0 } ? null : new PanelView("/Content/Curation/Links/LinksPanel.cshtml", counts);
    }
}
