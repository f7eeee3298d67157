using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Modules;

namespace LearningDev.Partnerships.Together;

/// <summary>The kinds of partnership that the portal's modules bring.</summary>
internal sealed class PartnershipKinds(IEnumerable<PartnershipKind> kinds, Features features)
{
    private readonly Dictionary<string, PartnershipKind> byId = kinds.ToDictionary(kind => kind.Id);

    /// <exception cref="InvalidOperationException">No module brings that kind.</exception>
    public PartnershipKind Of(string id) => byId.GetValueOrDefault(id) ?? throw new InvalidOperationException($"No module brings the kind of partnership {id}.");

    /// <summary>The ids of the kinds whose modules are switched on: the partnerships of the others rest.</summary>
    public async Task<IReadOnlyList<string>> AwakeAsync(CancellationToken cancellation) => [.. (await AwakeKindsAsync(cancellation)).Select(kind => kind.Id)];

    /// <summary>The kinds whose modules are switched on, by name.</summary>
    public async Task<IReadOnlyList<PartnershipKind>> AwakeKindsAsync(CancellationToken cancellation)
    {
        var enabled = await features.EnabledAsync(cancellation);
        return [.. byId.Values.Where(kind => enabled.Contains(kind.ModuleId)).OrderBy(kind => kind.Words.Name, StringComparer.CurrentCulture)];
    }
}
