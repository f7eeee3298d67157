namespace LearningDev.Platform.People;

/// <summary>Finds places in the tree of units.</summary>
public static class OrganisationTree
{
    /// <summary>The highest unit above one, which is its directorate; the unit itself when it stands highest, null when there is none.</summary>
    /// <param name="units">All units by id.</param>
    /// <param name="unitId">The unit; null for a person in none.</param>
    public static OrganisationUnit? TopOf(this IReadOnlyDictionary<string, OrganisationUnit> units, string? unitId)
    {
        var unit = unitId is null ? null : units.GetValueOrDefault(unitId);
        for (var above = 0; unit is { ParentId: { } parent } && above < units.Count; above++)
        {
            unit = units.GetValueOrDefault(parent);
        }

        return unit;
    }
}
