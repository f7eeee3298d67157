using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Panels;

namespace LearningDev.Catalogue.Pathways;

/// <summary>The home page's "Carry on": the pathways in which the person has begun.</summary>
internal sealed class PathwaysPanel(PathwayService pathways, RolePermissions permissions, CurrentPerson person) : IPanel
{
    private const int Count = 3;

    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation) =>
        await permissions.MayAsync(person.Principal, CatalogueModule.ViewCatalogue.Name)
            && await pathways.InProgressAsync(Count, cancellation) is { Total: > 0 } found
            ? new PanelView("/Catalogue/Pathways/CarryOn.cshtml", found)
            : null;
}
