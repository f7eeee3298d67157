using LearningDev.Compliance.Contracts;
using LearningDev.Platform.Modules;

namespace LearningDev.Compliance.Rules;

/// <summary>The groups of all modules that are switched on, and who belongs to them.</summary>
internal sealed class KnownGroups(IEnumerable<IComplianceGroups> sources, Features features)
{
    /// <summary>The groups, in the order in which the modules offer them.</summary>
    public async Task<IReadOnlyList<ComplianceGroup>> AllAsync(CancellationToken cancellation)
    {
        List<ComplianceGroup> all = [];
        foreach (var source in sources)
        {
            if (await features.SwitchedOffOwnerAsync(source.GetType(), cancellation) is null)
            {
                all.AddRange(await source.GroupsAsync(cancellation));
            }
        }

        return all;
    }

    /// <summary>The periods of people in the groups; null for everybody.</summary>
    public async Task<IReadOnlyList<GroupPeriod>> PeriodsAsync(IReadOnlyCollection<string>? personIds, CancellationToken cancellation)
    {
        List<GroupPeriod> all = [];
        foreach (var source in sources)
        {
            if (await features.SwitchedOffOwnerAsync(source.GetType(), cancellation) is null)
            {
                all.AddRange(await source.PeriodsAsync(personIds, cancellation));
            }
        }

        return all;
    }
}
