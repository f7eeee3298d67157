using LearningDev.Catalogue.Contracts;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Panels;

namespace LearningDev.Catalogue.ForYou;

/// <summary>The best of what is recommended, on the home page. Mandatory and newest learning have panels of their own there.</summary>
internal sealed class ForYouPanel(RecommendedForYou recommended, RolePermissions permissions, CurrentPerson person) : IPanel
{
    private const int Count = 3;

    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation)
    {
        if (!await permissions.MayAsync(person.Principal, CatalogueModule.ViewCatalogue.Name))
        {
            return null;
        }

        var some = (await recommended.FindAsync(cancellation))
            .Where(one => !one.IsOnlyMandatory && one.Reasons[0].Strength > RecommendationStrength.Anyone).Take(Count).ToList();
        return some.Count == 0 ? null : new PanelView("/Catalogue/ForYou/ForYouPanel.cshtml", await recommended.CardsAsync(some, cancellation));
    }
}
