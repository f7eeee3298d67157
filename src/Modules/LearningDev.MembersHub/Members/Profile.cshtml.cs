using LearningDev.Content.Items;
using LearningDev.MembersHub.Roles;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Members;

/// <summary>A member's ward, group, term and offices, today and over time (MEM-02).</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class ProfileModel(MemberProfiles profiles, RoleDescriptions descriptions, RolePermissions permissions, CurrentPerson person) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public MemberProfile Profile { get; private set; } = null!;

    /// <summary>The descriptions of what they are today: title and address.</summary>
    public IReadOnlyList<(string Title, string Path)> Roles { get; private set; } = [];

    public bool MayManage { get; private set; }

    /// <summary>True for a member today, or from a later day on.</summary>
    public bool HasTerm => Profile.Last.Until is null || Profile.Last.Until >= Profile.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await profiles.FindAsync(Id, cancellation) is not { } found)
        {
            return NotFound();
        }

        Profile = found;
        Roles = found.Now is { } now ? [.. (await descriptions.OfAsync(now, cancellation)).Select(item => (item.DisplayText, item.As<AutoroutePart>().Path ?? "")).Where(role => role.Item2.Length > 0)] : [];
        MayManage = await permissions.MayAsync(person.Principal, MembersHubModule.ManageMembers.Name);
        return Page();
    }
}
