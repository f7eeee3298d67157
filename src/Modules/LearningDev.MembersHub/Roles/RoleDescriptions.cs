using LearningDev.Content.Items;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.People;

namespace LearningDev.MembersHub.Roles;

/// <summary>Finds the published role descriptions that the current person may see.</summary>
internal sealed class RoleDescriptions(ContentItems items, ContentRoutes routes, CurrentPerson person)
{
    /// <summary>How their addresses begin, as the content type's pattern says it.</summary>
    public const string Beginning = "members/roles/";

    /// <summary>All of them, by title; two queries.</summary>
    public async Task<IReadOnlyList<ContentItem>> AllAsync(CancellationToken cancellation)
    {
        var names = await items.NamesAsync(nameof(MemberRoleDescription), cancellation);
        return [.. (await items.FindAllAsync([.. names.Keys], VersionChoice.Published, cancellation)).Where(IsVisible).OrderBy(item => item.DisplayText, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Those of what a member is today.</summary>
    public async Task<IReadOnlyList<ContentItem>> OfAsync(Member member, CancellationToken cancellation)
    {
        var holders = MemberRoleDescription.HoldersOf(member);
        return [.. (await AllAsync(cancellation)).Where(item => item.As<MemberRoleDescription>().Holders.Values.Intersect(holders).Any())];
    }

    /// <summary>One by the last part of its address; null when there is none.</summary>
    public async Task<ContentItem?> FindBySlugAsync(string slug, CancellationToken cancellation) =>
        await routes.FindAsync(Beginning + slug, cancellation) is { } id
        && await items.FindAsync(id, VersionChoice.Published, cancellation) is { ContentType: nameof(MemberRoleDescription) } item && IsVisible(item) ? item : null;

    private bool IsVisible(ContentItem item) => item.As<VisibilityPart>().Roles.Values is var roles && (roles.Count == 0 || roles.Intersect(person.Roles).Any());
}
