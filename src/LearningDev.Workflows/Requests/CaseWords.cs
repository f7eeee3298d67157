using System.Text.Json.Nodes;
using LearningDev.Workflows.Running;

namespace LearningDev.Workflows.Requests;

/// <summary>How pages say where a case stands.</summary>
internal static class CaseWords
{
    public static string Of(CaseStatus status, string outcome) => status switch
    {
        CaseStatus.Waiting => "In progress",
        CaseStatus.Faulted => "Held up",
        CaseStatus.Cancelled => "Cancelled",
        CaseStatus.Withdrawn => "Withdrawn",
        _ => outcome.Length > 0 ? outcome : "Finished",
    };

    /// <summary>What a step worked with, as administrators read it: "Cost: 120; Version: 01abc".</summary>
    /// <param name="json">An object as JSON; empty for nothing.</param>
    public static string Inputs(string json) => json.Length == 0 ? "" : string.Join("; ", JsonNode.Parse(json)!.AsObject()
        .Select(pair => $"{pair.Key}: {(pair.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : pair.Value?.ToJsonString() ?? "nothing")}"));

    public static string Colour(CaseStatus status) => status switch
    {
        CaseStatus.Waiting => "blue",
        CaseStatus.Faulted => "red",
        CaseStatus.Finished => "green",
        _ => "grey",
    };
}
