using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LearningDev.Workflows.Running;

/// <summary>What a case remembers between its bursts; kept as JSON in its row. What stands in columns of the row is not repeated.</summary>
internal sealed class CaseState
{
    [JsonIgnore]
    public string CaseId { get; set; } = "";

    [JsonIgnore]
    public string CorrelationId { get; set; } = "";

    [JsonIgnore]
    public string Title { get; set; } = "";

    [JsonIgnore]
    public string? OwnerId { get; set; }

    /// <summary>What the case was started with.</summary>
    public JsonObject Input { get; set; } = [];

    /// <summary>What steps have set by name.</summary>
    public JsonObject Properties { get; set; } = [];

    public JsonObject Output { get; set; } = [];

    /// <summary>How often each step was come to.</summary>
    public Dictionary<string, int> Visits { get; set; } = [];

    /// <summary>What steps that wait remember, by step and visit.</summary>
    public Dictionary<string, JsonObject> Memory { get; set; } = [];

    /// <summary>Of each join, how many have arrived by each branch and were not counted yet.</summary>
    public Dictionary<string, Dictionary<string, int>> Arrived { get; set; } = [];

    /// <summary>The steps at which the case is stuck.</summary>
    public List<StuckStep> Stuck { get; set; } = [];

    /// <summary>The number of the last row of the journal.</summary>
    public int Sequence { get; set; }

    public static string KeyOf(string activityId, int visit) => $"{activityId}:{visit}";

    public JsonObject MemoryOf(string activityId, int visit)
    {
        var key = KeyOf(activityId, visit);
        if (!Memory.TryGetValue(key, out var memory))
        {
            Memory[key] = memory = [];
        }

        return memory;
    }
}

/// <summary>A step that could not be done, with all that is needed to do it again.</summary>
internal sealed class StuckStep
{
    public required string ActivityId { get; init; }

    public required int Visit { get; init; }

    /// <summary>True when it failed while it went on after waiting, false when it failed at first.</summary>
    public required bool IsResume { get; init; }

    /// <summary>True when the step starts the case.</summary>
    public bool IsStart { get; init; }

    /// <summary>The branch by which it was come to; null at the start. A join counts it.</summary>
    public string? Branch { get; init; }

    public JsonObject Input { get; init; } = [];

    public required string Error { get; init; }
}
