using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Members;

/// <summary>Where Democratic Services begin: what needs attention, and everything that they look after (MEM-02).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class DeskModel(MemberDesk desk) : PageModel
{
    public int Members { get; private set; }

    public IReadOnlyList<Attention> Attention { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => (Members, Attention) = await desk.ReadAsync(cancellation);
}
