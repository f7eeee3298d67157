using LearningDev.Platform.Calendar;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Wards;

/// <summary>Wards, political groups, committees and outside bodies (MEM-02).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class StructureModel(CouncilParts parts, WorkingCalendar calendar) : PageModel
{
    public static readonly IReadOnlyList<(string Kind, string Title, string Add)> Sections =
        [(PartKinds.Ward, "Wards", "Add a ward"), (PartKinds.Group, "Political groups", "Add a political group"), (PartKinds.Body, "Committees and outside bodies", "Add a committee or outside body")];

    public IReadOnlyList<(CouncilPart Part, int Members)> Parts { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Parts = await parts.ListAsync(cancellation);
        Today = await calendar.TodayAsync();
    }
}
