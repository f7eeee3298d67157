using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.MembersHub.Members;

namespace LearningDev.MembersHub.Roles;

/// <summary>Finds the published role descriptions that the current person may see.</summary>
internal sealed class RoleDescriptions(VisibleItems items)
{
    /// <summary>How their addresses begin, as the content type's pattern says it.</summary>
    public const string Beginning = "members/roles/";

    /// <summary>All of them, by title.</summary>
    public Task<IReadOnlyList<ContentItem>> AllAsync(CancellationToken cancellation) => items.AllAsync(nameof(MemberRoleDescription), cancellation);

    /// <summary>Those of what a member is today.</summary>
    public async Task<IReadOnlyList<ContentItem>> OfAsync(Member member, CancellationToken cancellation)
    {
        var holders = CouncilRoles.Of(member);
        return [.. (await AllAsync(cancellation)).Where(item => item.As<MemberRoleDescription>().Holders.Values.Intersect(holders).Any())];
    }

    /// <summary>One by the last part of its address; null when there is none.</summary>
    public Task<ContentItem?> FindBySlugAsync(string slug, CancellationToken cancellation) => items.AtAsync(nameof(MemberRoleDescription), Beginning + slug, cancellation);
}
