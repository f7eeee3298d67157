using System.Globalization;
using LearningDev.Content;
using LearningDev.Content.Search;
using LearningDev.MembersHub.Hub;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Resources;

/// <summary>All resources for members, to look through and to search (MEM-01).</summary>
[RequiresPermission("ViewMembersHub")]
[Costly]
internal sealed class ResourcesModel(ResourceSearch resources, HubVisits visits, HubPerson hub, RolePermissions permissions) : PageModel
{
    public ResourceQuery Query { get; private set; } = null!;

    public FoundResources Found { get; private set; } = null!;

    /// <summary>When the visit before this one ended; null for the first.</summary>
    public DateTime? SinceUtc { get; private set; }

    /// <summary>True for somebody with roles or committees, by which resources can be chosen.</summary>
    public bool IsMember { get; private set; }

    public bool MayAdd { get; private set; }

    public SearchResults Results => Found.Results;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Query = ResourceSearch.Read(Request.Query);
        Found = await resources.FindAsync(Query, int.TryParse(Request.Query["page"], CultureInfo.InvariantCulture, out var page) ? page : 1, cancellation);
        SinceUtc = await visits.TouchAsync(cancellation);
        var standing = await hub.FindAsync(cancellation);
        IsMember = standing.Member is not null;
        MayAdd = standing.Manages && await permissions.MayAsync(User, ContentModule.EditContent.Name);
    }

    /// <summary>The values of a facet that results have or that are chosen, in the order of the facet; years from the last.</summary>
    public IReadOnlyList<ResourceChoice> ValuesOf(string facet)
    {
        var counts = Results.Facets.GetValueOrDefault(facet) ?? new Dictionary<string, int>();
        IEnumerable<(string Value, string Name)> all = Found.Names.Facets.TryGetValue(facet, out var known)
            ? known.Select(choice => (choice.Value, choice.Name))
            : counts.Keys.Union(Query.Chosen.GetValueOrDefault(facet) ?? new HashSet<string>()).OrderDescending(StringComparer.Ordinal).Select(value => (value, value));
        return
        [
            .. from choice in all
               let count = counts.GetValueOrDefault(choice.Value)
               let isChosen = Query.HasChosen(facet, choice.Value)
               where count > 0 || isChosen
               select new ResourceChoice(choice.Value, choice.Name, count, isChosen),
        ];
    }
}

/// <summary>A value of a facet as the page offers it.</summary>
internal sealed record ResourceChoice(string Value, string Name, int Count, bool IsChosen);
