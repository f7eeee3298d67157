using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Roles;

/// <summary>The role descriptions of members (MEM-02).</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class RoleListModel(RoleDescriptions descriptions) : PageModel
{
    public IReadOnlyList<ContentItem> Descriptions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Descriptions = await descriptions.AllAsync(cancellation);
}
