using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;

namespace LearningDev.Workflows.Definitions;

/// <summary>What holds for every case of a workflow type; kept in its Properties, where Orchard Core leaves it alone.</summary>
public sealed class CaseRules
{
    private const string Key = "CaseRules";

    /// <summary>What the workflow is for, in a sentence for administrators; may be empty.</summary>
    public string Description { get; set; } = "";

    /// <summary>What a case is called: a text with placeholders. Empty for the name of the item, or of the workflow where there is none.</summary>
    public string Title { get; set; } = "";

    /// <summary>True when the person whose case it is sees it among their requests. A case with a task for somebody is always shown.</summary>
    public bool IsRequest { get; set; }

    /// <summary>True when the person whose case it is can withdraw it while it is going on.</summary>
    public bool CanWithdraw { get; set; } = true;

    /// <summary>Reads the rules of a type; defaults where it has none.</summary>
    public static CaseRules Of(WorkflowDefinition definition) =>
        definition.Properties[Key] is JsonObject json ? json.Deserialize<CaseRules>(PortalJson.Compact) ?? new CaseRules() : new CaseRules();

    /// <summary>Writes the rules into a type.</summary>
    public void WriteTo(WorkflowDefinition definition) => definition.Properties[Key] = JsonSerializer.SerializeToNode(this, PortalJson.Compact);
}
