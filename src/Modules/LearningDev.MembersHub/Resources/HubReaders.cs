using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.MembersHub.Hub;
using LearningDev.MembersHub.Members;

namespace LearningDev.MembersHub.Resources;

/// <summary>
/// Who reads a resource, which follows from its fields (MEM-11): those who run the hub, elected members and the officers who help them, and of co-optees those for
/// whose committee it is, or all where it says so.
/// </summary>
internal sealed class HubReaders : IItemReaders
{
    public const string Managers = "members-manage";

    public const string Members = "members-hub";

    public string ContentType => nameof(HubResource);

    public IReadOnlyList<string> Of(ContentItem item)
    {
        var part = item.As<HubResource>();
        return [.. new[] { Managers, Members }.Concat(part.ForCoOptees.Value ? [MemberGroups.CoOptees] : []).Concat(part.Committees.Values.Select(MemberGroups.OfBody)).Distinct()];
    }
}

/// <summary>All who are in the hub read items of a content type, co-optees too (MEM-11).</summary>
/// <param name="contentType">The content type.</param>
internal sealed class WholeHubReaders(string contentType) : IItemReaders
{
    public string ContentType => contentType;

    public IReadOnlyList<string> Of(ContentItem item) => [HubReaders.Managers, HubReaders.Members, MemberGroups.CoOptees];
}

/// <summary>The groups of the hub's readers to which the current person belongs.</summary>
internal sealed class HubReaderGroups(HubPerson person) : IReaderGroups
{
    public async Task<IReadOnlyList<string>> OfCurrentPersonAsync(CancellationToken cancellation = default)
    {
        var standing = await person.FindAsync(cancellation);
        if (!standing.IsInside)
        {
            return [];
        }

        List<string> groups = [];
        if (standing.Manages)
        {
            groups.Add(HubReaders.Managers);
        }

        if (standing.IsOfficer || standing.Member is { IsElected: true })
        {
            groups.Add(HubReaders.Members);
        }

        if (standing.IsCoOptee)
        {
            groups.Add(MemberGroups.CoOptees);
        }

        groups.AddRange(Needs.BodiesOf(standing.Member).Select(MemberGroups.OfBody));
        return groups;
    }
}
