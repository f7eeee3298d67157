using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Activities;

namespace LearningDev.Workflows.Templates;

/// <summary>Fills the placeholders of texts in a case.</summary>
internal sealed class CaseTexts(CaseValues values)
{
    /// <summary>Fills the placeholders of a text.</summary>
    public Task<string> FillAsync(CaseState state, string text, CancellationToken cancellation) =>
        TemplateText.FillAsync(text, async name => (await values.ReadAsync(state, name, cancellation)).Words);

    /// <summary>Fills the placeholders of a property of a step.</summary>
    public Task<string> FillAsync(ActivityContext context, string property, CancellationToken cancellation) => FillAsync(context.State, context.Text(property), cancellation);

    /// <summary>Names the case by its type's rules.</summary>
    public async Task NameAsync(CaseState state, WorkflowDefinition definition, CancellationToken cancellation)
    {
        var rule = CaseRules.Of(definition).Title;
        var name = rule.Length > 0 ? await FillAsync(state, rule, cancellation) : "";
        name = name.Length > 0 ? name : (await values.ReadAsync(state, "item.name", cancellation)).Words;
        state.Title = name.Length > 0 ? name : state.Title.Length > 0 ? state.Title : definition.Name;
    }
}
