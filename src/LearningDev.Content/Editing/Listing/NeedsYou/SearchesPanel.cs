using LearningDev.Content.Search.Evidence;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Panels;

namespace LearningDev.Content.Editing.Listing.NeedsYou;

/// <summary>How many different searches have found nothing.</summary>
internal sealed class SearchesPanel(SearchEvidenceReader evidence, RolePermissions permissions, CurrentPerson person) : IPanel
{
    public const int Days = 30;

    public static readonly string Address = $"{SearchesLinks.List}?show={EvidenceShow.Nothing}&days={Days}";

    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation)
    {
        if (!await permissions.MayAsync(person.Principal, ContentModule.ViewSearchEvidence.Name))
        {
            return null;
        }

        var failed = await evidence.CountAsync(new EvidenceFilter(EvidenceShow.Nothing, Days, null, EvidenceOrder.Often), cancellation);
        return failed == 0 ? null : new PanelView("/Content/Editing/Listing/NeedsYou/SearchesPanel.cshtml", failed);
    }
}
