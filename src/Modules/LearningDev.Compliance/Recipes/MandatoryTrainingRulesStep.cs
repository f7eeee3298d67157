using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;

namespace LearningDev.Compliance.Recipes;

/// <summary>
/// The recipe step "MandatoryTrainingRules": adds rules to the settings, and links groups and learning to rules. A rule whose key is there already is left as the
/// council has made it, so that the step can be run again.
/// </summary>
internal sealed class MandatoryTrainingRulesStep(ISettings settings, SettingsGuard guard) : IRecipeStep
{
    private static readonly string[] RuleProperties = [.. typeof(MandatoryTraining).GetProperties().Select(property => property.Name)];

    public string Name => "MandatoryTrainingRules";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "Rules", "Link");
        var section = JsonSerializer.Deserialize<ComplianceSettings>(await settings.FindJsonAsync(nameof(ComplianceSettings), cancellation) ?? "{}", PortalJson.Compact)!;
        List<(RecipeAction Action, MandatoryTraining Rule)> changes = [];
        foreach (var json in context.Objects("Rules"))
        {
            context.CheckProperties(json, RuleProperties);
            if (context.Read<MandatoryTraining>(json) is { } rule && !section.Rules.Exists(other => other.Key == rule.Key))
            {
                section.Rules.Add(rule);
                changes.Add((RecipeAction.Added, rule));
            }
        }

        foreach (var json in context.Objects("Link"))
        {
            context.CheckProperties(json, "Key", "Groups", "Learning");
            if (section.Rules.Find(rule => rule.Key == context.Text("Key", json)) is not { } rule)
            {
                context.Problem(json, $"There is no rule with the key \"{context.Text("Key", json)}\".");
            }
            else if (AddTo(rule.Groups, context, json, "Groups") | AddTo(rule.Learning, context, json, "Learning"))
            {
                changes.Add((RecipeAction.Changed, rule));
            }
        }

        if (changes.Count == 0)
        {
            return;
        }

        if (await guard.CheckAsync(nameof(ComplianceSettings), JsonSerializer.Serialize(section, PortalJson.Compact), cancellation) is [var wrong, ..])
        {
            context.Problem(context.Step, $"{nameof(ComplianceSettings)}: {(wrong.Property.Length > 0 ? $"{wrong.Property}: " : "")}{wrong.Message}.");
            return;
        }

        await settings.SaveAsync(section, cancellation);
        foreach (var (action, rule) in changes)
        {
            context.Changed(action, "Rule of mandatory training", rule.Key, rule.Name);
        }
    }

    private static bool AddTo(List<string> list, RecipeStepContext context, JsonObject json, string property)
    {
        var before = list.Count;
        list.AddRange(context.Texts(property, json).Select(one => one.Text).Where(text => !list.Contains(text)).ToList());
        return list.Count > before;
    }
}
