using LearningDev.Content.Items;
using LearningDev.Platform.Settings;

namespace LearningDev.Catalogue.Equality;

/// <summary>
/// New learning is not published before its equality impact assessment is complete (CAT-09), whoever or whatever publishes it. What was published before may
/// be published again; what sets a new portal up is exempt.
/// </summary>
internal sealed class AssessmentGate(Lazy<Assessments> assessments, PublishingHistory history, PublishingOrigin origin, ISettings settings) : IPublishingGate
{
    public async Task<IReadOnlyList<PublishingRefusal>> CheckAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellation)
    {
        List<PublishingRefusal> refusals = [];
        if (origin.Source == PublishingSource.SetUp)
        {
            return refusals;
        }

        foreach (var assessment in items.Where(item => item.ContentType == nameof(EqualityImpactAssessment)))
        {
            refusals.AddRange((await assessments.Value.LacksAsync(assessment, cancellation))
                .Select(error => new PublishingRefusal(assessment.ContentItemId, error.Message, error.Key)));
        }

        var rules = await settings.GetAsync<EqualitySettings>(cancellation);
        if (!Holds(rules))
        {
            return refusals;
        }

        // An assessment that is published together with its learning counts.
        var complete = items.Where(item => item.ContentType == nameof(EqualityImpactAssessment) && refusals.TrueForAll(refusal => refusal.ContentItemId != item.ContentItemId))
            .Select(item => item.As<EqualityImpactAssessment>()).Where(assessment => assessment.Outcome.Text != EqualityImpactAssessment.Stopped)
            .SelectMany(assessment => assessment.Learning.ContentItemIds).ToHashSet();
        List<string> ids = [.. items.Where(item => rules.Kinds.Contains(item.ContentType) && !complete.Contains(item.ContentItemId)).Select(item => item.ContentItemId)];
        if (ids.Count == 0)
        {
            return refusals;
        }

        var known = await history.EverPublishedAsync(ids, cancellation);
        foreach (var (id, state) in await assessments.Value.StatesAsync([.. ids.Where(id => !known.Contains(id))], cancellation))
        {
            if (state.Refusal is { } refusal)
            {
                refusals.Add(new PublishingRefusal(id, refusal));
            }
        }

        return refusals;
    }

    private bool Holds(EqualitySettings rules) => origin.Source switch
    {
        PublishingSource.Recipe => rules.HoldsForRecipes,
        PublishingSource.Import => rules.HoldsForImports,
        _ => true,
    };
}
