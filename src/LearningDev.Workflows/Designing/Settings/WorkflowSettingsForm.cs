using LearningDev.Workflows.Definitions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LearningDev.Workflows.Designing.Settings;

/// <summary>What is said of a workflow type as a whole, as a form has it.</summary>
internal sealed class WorkflowSettingsForm
{
    public const int LongestDescription = 500;
    public const int LongestTitle = 300;

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? CaseTitle { get; set; }

    public bool IsRequest { get; set; }

    public bool CanWithdraw { get; set; }

    public bool IsSingleton { get; set; }

    public bool DeleteFinished { get; set; }

    public static WorkflowSettingsForm Read(WorkflowDefinition definition)
    {
        var rules = CaseRules.Of(definition);
        return new WorkflowSettingsForm
        {
            Name = definition.Name,
            Description = rules.Description,
            CaseTitle = rules.Title,
            IsRequest = rules.IsRequest,
            CanWithdraw = rules.CanWithdraw,
            IsSingleton = definition.IsSingleton,
            DeleteFinished = definition.DeleteFinishedWorkflows,
        };
    }

    public void Write(WorkflowDefinition definition)
    {
        definition.Name = OneLine(Name);
        definition.IsSingleton = IsSingleton;
        definition.DeleteFinishedWorkflows = DeleteFinished;
        var rules = CaseRules.Of(definition);
        var (description, title) = (OneLine(Description), OneLine(CaseTitle));
        if ((rules.Description, rules.Title, rules.IsRequest, rules.CanWithdraw) != (description, title, IsRequest, CanWithdraw))
        {
            (rules.Description, rules.Title, rules.IsRequest, rules.CanWithdraw) = (description, title, IsRequest, CanWithdraw);
            rules.WriteTo(definition);
        }
    }

    public void Check(ModelStateDictionary state, string prefix)
    {
        CheckName(OneLine(Name), state, $"{prefix}.{nameof(Name)}");
        CheckDescription(Description, state, $"{prefix}.{nameof(Description)}");
        if (OneLine(CaseTitle).Length > LongestTitle)
        {
            state.AddModelError($"{prefix}.{nameof(CaseTitle)}", $"What a case is called must be {LongestTitle} characters or less");
        }
        else if (Templates.TemplateText.NotUnderstood(CaseTitle ?? "") is [var first, ..])
        {
            state.AddModelError($"{prefix}.{nameof(CaseTitle)}", $"The portal does not understand {first}");
        }
    }

    public static void CheckName(string name, ModelStateDictionary state, string key)
    {
        if (name.Length is 0 or > WorkflowTypeRow.NameLength)
        {
            state.AddModelError(key, name.Length == 0 ? "Enter a name" : $"Name must be {WorkflowTypeRow.NameLength} characters or less");
        }
    }

    public static void CheckDescription(string? text, ModelStateDictionary state, string key)
    {
        if (OneLine(text).Length > LongestDescription)
        {
            state.AddModelError(key, $"What it is for must be {LongestDescription} characters or less");
        }
    }

    public static string OneLine(string? text) => (text ?? "").ReplaceLineEndings(" ").Replace('\0', ' ').Trim();
}
