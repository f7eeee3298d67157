using LearningDev.Content.Items;
using LearningDev.Content.Markdown;
using LearningDev.Content.Search;
using LearningDev.Content.Taxonomies;
using LearningDev.Volunteering.Claims;

namespace LearningDev.Volunteering.Opportunities;

/// <summary>Says what the search knows of opportunities (VOL-01).</summary>
internal sealed class OpportunityDocuments(TaxonomyReader taxonomies) : ISearchDocumentSource
{
    public const string Collection = "volunteering";
    public const string Skill = "skill";
    public const string Place = "place";

    // As long as the value of a facet may be.
    private const int LongestPlace = 100;

    public async Task<SearchDocument?> BuildAsync(ContentItem item, CancellationToken cancellation)
    {
        if (item.ContentType != nameof(VolunteeringOpportunity))
        {
            return null;
        }

        var part = item.As<VolunteeringOpportunity>();
        var skills = (await taxonomies.FindAsync(VolunteeringClaim.SkillsTaxonomy, cancellation))?.Terms.Where(term => part.Skills.TermContentItemIds.Contains(term.Id)).Select(term => term.Name) ?? [];
        return new SearchDocument
        {
            Collection = Collection,
            ContentItemId = item.ContentItemId,
            ContentType = item.ContentType,
            Title = item.DisplayText,
            Url = $"/{item.As<AutoroutePart>().Path}",
            Keywords = $"{part.Organisation.Text} {part.Place.Text} {string.Join(' ', skills)}",
            Summary = part.Summary.Text ?? "",
            Body = $"{MarkdownText.ToPlainText(part.Activity.Markdown)}\n{part.Times.Text}\n{part.Commitment.Text}\n{part.Accessibility.Text}",
            PublishedUtc = item.PublishedUtc ?? item.ModifiedUtc ?? default,
            Facets = new Dictionary<string, IReadOnlyList<string>> { [Skill] = part.Skills.TermContentItemIds, [Place] = PlaceOf(part) is { Length: > 0 } place ? [place] : [] },
        };
    }

    private static string PlaceOf(VolunteeringOpportunity part) => (part.Place.Text ?? "").Trim() is { Length: <= LongestPlace } place ? place : part.Place.Text!.Trim()[..LongestPlace];
}
