using LearningDev.Catalogue.Entries;
using LearningDev.Content.Curation.Reviews;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;

namespace LearningDev.Catalogue.Providers;

/// <summary>The review of the contract with a provider (CAT-10), of which whoever looks after it is reminded as of the review of content.</summary>
internal sealed class ContractReview : IReviewKind
{
    public string Name => "contract";

    public string Words => "Contract";

    public ReviewFacts? FactsOf(ContentItem item, DefinitionSet definitions)
    {
        if (item.ContentType != nameof(Provider))
        {
            return null;
        }

        var provider = item.As<Provider>();
        return provider.ContractReviewBy.Value is { } day
            ? new ReviewFacts(
                provider.ContractOwner.UserIds.FirstOrDefault(), DateOnly.FromDateTime(day), Quality: ProviderQuality.Words(definitions, provider.QualityState.Text))
            : null;
    }

    public void SetNext(ContentItem item, DateOnly day) => ReviewDay.Write(item, nameof(Provider), nameof(Provider.ContractReviewBy), day);
}

/// <summary>What editors call the states of the check of a provider.</summary>
internal static class ProviderQuality
{
    public static string Words(DefinitionSet definitions, string? state) => Search.FacetLabels.Options(definitions.FindPart(nameof(Provider)), nameof(Provider.QualityState))
        .FirstOrDefault(option => option.Value == state)?.Name ?? "";
}
