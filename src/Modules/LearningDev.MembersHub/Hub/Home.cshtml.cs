using LearningDev.Content;
using LearningDev.Content.Fields;
using LearningDev.Content.Search;
using LearningDev.MembersHub.Resources;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Hub;

/// <summary>Where members begin: what waits for them, what is new, what their roles need, and the way to all resources (MEM-01).</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class HomeModel(HubPerson hub, HubVisits visits, ResourceSearch resources, ResourceWords words, RolePermissions permissions, CurrentPerson person) : PageModel
{
    private const int MostNewest = 6;
    private const int MostNeeded = 6;

    /// <summary>More that is new is not counted.</summary>
    public const int MostNew = 50;

    public string GivenName => person.GivenName;

    public HubStanding Standing { get; private set; } = null!;

    /// <summary>When the visit before this one ended; null for the first.</summary>
    public DateTime? SinceUtc { get; private set; }

    /// <summary>How much is new since then.</summary>
    public int NewCount { get; private set; }

    public IReadOnlyList<ResourceCard> Newest { get; private set; } = [];

    public IReadOnlyList<ResourceCard> Needed { get; private set; } = [];

    public int NeededCount { get; private set; }

    /// <summary>The person’s roles and committees in words.</summary>
    public IReadOnlyList<string> Roles { get; private set; } = [];

    public IReadOnlyList<(FieldChoice Topic, int Count)> Topics { get; private set; } = [];

    public int EvaluationForms { get; private set; }

    public int Total { get; private set; }

    public bool MayAdd { get; private set; }


    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Standing = await hub.FindAsync(cancellation);
        SinceUtc = await visits.TouchAsync(cancellation);
        var newest = await resources.NewestAsync(MostNew, cancellation);
        NewCount = SinceUtc is { } since ? newest.Count(hit => hit.PublishedUtc > since) : 0;
        var needed = await NeededAsync(cancellation);

        // One question reads the items of both lists.
        var cards = (await resources.CardsAsync([.. newest.Take(MostNewest), .. needed], cancellation)).DistinctBy(card => card.Hit.ContentItemId).ToDictionary(card => card.Hit.ContentItemId);
        Newest = [.. newest.Take(MostNewest).Select(hit => cards.GetValueOrDefault(hit.ContentItemId)).OfType<ResourceCard>()];
        Needed = [.. needed.Select(hit => cards.GetValueOrDefault(hit.ContentItemId)).OfType<ResourceCard>()];
        await CountAsync(cancellation);
        MayAdd = Standing.Manages && await permissions.MayAsync(User, ContentModule.EditContent.Name);
    }

    private async Task<IReadOnlyList<SearchHit>> NeededAsync(CancellationToken cancellation)
    {
        var (offices, bodies) = (Needs.OfficesOf(Standing.Member), Needs.BodiesOf(Standing.Member));
        if (offices.Count + bodies.Count == 0)
        {
            return [];
        }

        var names = await words.GetAsync(cancellation);
        Roles = [.. offices.Select(office => names.NameOf(ResourceDocuments.Office, office)), .. bodies.Select(body => names.NameOf(ResourceDocuments.Committee, body))];
        var found = await resources.WithAnyAsync(ResourceDocuments.Need, await resources.NeedsAsync(cancellation), MostNeeded, cancellation);
        NeededCount = found.Total;
        return found.Hits;
    }

    private async Task CountAsync(CancellationToken cancellation)
    {
        var (counts, names) = (await resources.CountAsync(cancellation), await words.GetAsync(cancellation));
        Total = counts.Total;
        EvaluationForms = counts.Facets.GetValueOrDefault(ResourceDocuments.Kind)?.GetValueOrDefault(HubResource.EvaluationForm) ?? 0;
        var topics = counts.Facets.GetValueOrDefault(ResourceDocuments.Topic);
        Topics = [.. names.Facets[ResourceDocuments.Topic].Select(topic => (topic, topics?.GetValueOrDefault(topic.Value) ?? 0)).Where(pair => pair.Item2 > 0)];
    }
}
