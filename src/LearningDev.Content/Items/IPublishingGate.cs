using LearningDev.Platform.Modules;

namespace LearningDev.Content.Items;

/// <summary>
/// Stands before every publication of an item, by hand, at a planned time and by a recipe, and can refuse it: because an assessment is not complete, for
/// example. Register it as a scoped service. A gate of a module that is switched off stands open.
/// </summary>
public interface IPublishingGate
{
    /// <summary>Says which of the items may not be published. It reads for all of them at once and changes nothing.</summary>
    /// <param name="items">The versions that are to be published.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <returns>The reasons; empty when all may be published.</returns>
    Task<IReadOnlyList<PublishingRefusal>> CheckAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellation);
}

/// <summary>A reason for which an item may not be published.</summary>
/// <param name="ContentItemId">The item's id.</param>
/// <param name="Reason">Why, and what to do about it, as an editor reads it, without a full stop.</param>
/// <param name="Key">The part and field that it is about, for example "CurationPart.ReviewBy"; empty for the item as a whole.</param>
public sealed record PublishingRefusal(string ContentItemId, string Reason, string Key = "");

/// <summary>Asks all gates whose modules are switched on.</summary>
public sealed class PublishingGates(IEnumerable<IPublishingGate> gates, Features features)
{
    /// <summary>What the gates have against an item.</summary>
    public async Task<IReadOnlyList<ContentError>> CheckAsync(ContentItem item, CancellationToken cancellation) =>
        [.. (await RefusalsAsync([item], cancellation)).Select(refusal => new ContentError(refusal.Key, refusal.Reason))];

    /// <summary>Refuses the items when a gate refuses one of them.</summary>
    /// <exception cref="ContentInvalidException">A gate refuses; the errors are those of the first item that is refused.</exception>
    public async Task RequireOpenAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellation)
    {
        var refusals = await RefusalsAsync(items, cancellation);
        if (refusals.Count > 0)
        {
            throw new ContentInvalidException(
                [.. refusals.Where(refusal => refusal.ContentItemId == refusals[0].ContentItemId).Select(refusal => new ContentError(refusal.Key, refusal.Reason))]);
        }
    }

    private async Task<List<PublishingRefusal>> RefusalsAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellation)
    {
        List<PublishingRefusal> refusals = [];
        foreach (var gate in gates)
        {
            if (await features.SwitchedOffOwnerAsync(gate.GetType(), cancellation) is null)
            {
                refusals.AddRange(await gate.CheckAsync(items, cancellation));
            }
        }

        return refusals;
    }
}
