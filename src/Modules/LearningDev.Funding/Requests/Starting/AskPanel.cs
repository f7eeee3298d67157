using LearningDev.Catalogue.Contracts;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Panels;

namespace LearningDev.Funding.Requests.Starting;

/// <summary>Beside an entry of the catalogue: ask for funding.</summary>
internal sealed class AskPanel(RolePermissions permissions, CurrentPerson person) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation) =>
        context.Subject is CatalogueEntrySubject entry && await permissions.MayAsync(person.Principal, FundingModule.AskForFunding.Name)
            ? new PanelView("/Funding/Requests/Starting/AskPanel.cshtml", entry) : null;
}
