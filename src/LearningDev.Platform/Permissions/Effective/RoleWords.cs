using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions.Effective;

/// <summary>Says in words by what roles are given.</summary>
public sealed class RoleWords(PortalDb db, ISettings settings)
{
    private IReadOnlyDictionary<string, string>? unitNames;

    /// <summary>To whom a rule gives its role, as the end of "Given to …".</summary>
    /// <param name="kind">By what the rule gives the role.</param>
    /// <param name="value">What the kind needs to know, or empty.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<string> OfRuleAsync(RoleRuleKind kind, string value, CancellationToken cancellation = default) => kind switch
    {
        RoleRuleKind.Everyone => "everyone with an account",
        RoleRuleKind.LineManagers => "everyone who line manages somebody",
        RoleRuleKind.UnitHeads => $"everyone who heads a {value.ToLowerInvariant()}",
        RoleRuleKind.UnitMembers => $"everyone in {await UnitAsync(value, cancellation)} and the units below it",
        _ => $"everyone at the level {await LevelAsync(value, cancellation)}",
    };

    /// <summary>Why a person has a role, as a sentence.</summary>
    internal async Task<string> OfGrantAsync(RoleGrant grant, CancellationToken cancellation = default) => grant switch
    {
        { Assignment: { } row } => OfAssignment(row),
        { Rule.Kind: RoleRuleKind.LineManagers } => grant.Reports == 1 ? "Line manages one person" : $"Line manages {grant.Reports} people",
        { Rule: { Kind: RoleRuleKind.UnitHeads } rule } =>
            $"Heads {string.Join(" and ", grant.Heads.Where(head => string.Equals(head.Kind.ToString(), rule.Value, StringComparison.OrdinalIgnoreCase)).Select(head => head.Name))}",
        { Rule: { Kind: RoleRuleKind.UnitMembers } rule } => $"Belongs to {await UnitAsync(rule.Value, cancellation)}",
        { Rule: { Kind: RoleRuleKind.RoleLevel } rule } => $"Is at the level {await LevelAsync(rule.Value, cancellation)}",
        _ => "Everyone has it",
    };

    /// <summary>From when and until when a role is given, by whom and why.</summary>
    public static string OfAssignment(RoleAssignment row)
    {
        var by = row.AssignedBy.Length > 0 ? $"Given by {row.AssignedBy}" : "Given in a file";
        var from = row.StartsOn is { } start ? $" from {DateWords.Day(start)}" : "";
        var until = row.EndsOn is { } end ? $" until {DateWords.Day(end)}" : "";
        return $"{by}{from}{until}{(row.Reason.Length > 0 ? $": {row.Reason}" : "")}";
    }

    private async Task<string> LevelAsync(string key, CancellationToken cancellation) =>
        (await settings.GetAsync<PeopleSettings>(cancellation)).RoleLevels.Find(level => level.Key == key)?.Name ?? key;

    private async Task<string> UnitAsync(string code, CancellationToken cancellation)
    {
        unitNames ??= await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Code, unit => unit.Name, StringComparer.OrdinalIgnoreCase, cancellation);
        return unitNames.GetValueOrDefault(code, code);
    }
}
