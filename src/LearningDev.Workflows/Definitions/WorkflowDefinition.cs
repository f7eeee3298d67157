using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;

namespace LearningDev.Workflows.Definitions;

/// <summary>
/// A workflow type as its file has it: Orchard Core's WorkflowType. What the portal does not know stays where it is, so that a file that is read and written again says the same.
/// </summary>
public sealed class WorkflowDefinition
{
    private static readonly string[] Known =
    [
        nameof(WorkflowTypeId), nameof(Name), nameof(IsEnabled), nameof(IsSingleton), nameof(LockTimeout), nameof(LockExpiration),
        nameof(DeleteFinishedWorkflows), nameof(Activities), nameof(Transitions), nameof(Properties),
    ];

    private HashSet<string>? present;

    /// <summary>The type's id, at most 26 characters.</summary>
    public string WorkflowTypeId { get; set; } = "";

    /// <summary>The name that people read.</summary>
    public string Name { get; set; } = "";

    /// <summary>True when its start activities start cases.</summary>
    public bool IsEnabled { get; set; }

    /// <summary>True when no case is started while another one of the type is waiting.</summary>
    public bool IsSingleton { get; set; }

    /// <summary>Orchard Core's wait for a lock, in milliseconds. The portal keeps it for files; its own cases are always locked.</summary>
    public int LockTimeout { get; set; }

    /// <summary>Orchard Core's longest lock, in milliseconds. The portal keeps it for files; its own cases are always locked.</summary>
    public int LockExpiration { get; set; }

    /// <summary>True when a case is deleted with its history once it has finished.</summary>
    public bool DeleteFinishedWorkflows { get; set; }

    /// <summary>The steps.</summary>
    public List<ActivityRecord> Activities { get; set; } = [];

    /// <summary>What follows what.</summary>
    public List<Transition> Transitions { get; set; } = [];

    /// <summary>Settings of the type as a whole, by name; see <see cref="CaseRules"/>.</summary>
    public JsonObject Properties { get; set; } = [];

    /// <summary>What the file has besides.</summary>
    public JsonObject Unknown { get; set; } = [];

    /// <summary>Finds a step; null when there is none of that id.</summary>
    public ActivityRecord? Find(string activityId) => Activities.Find(activity => activity.ActivityId == activityId);

    /// <summary>The first transition of an outcome, which is the one that is followed; null when the outcome leads nowhere.</summary>
    public Transition? Next(string activityId, string outcome) =>
        Transitions.Find(transition => transition.SourceActivityId == activityId && transition.SourceOutcomeName == outcome);

    /// <summary>The transitions that lead to a step.</summary>
    public IEnumerable<Transition> Into(string activityId) => Transitions.Where(transition => transition.DestinationActivityId == activityId);

    /// <summary>Reads a type out of a recipe or a row.</summary>
    /// <param name="json">The JSON of one type.</param>
    /// <exception cref="JsonException">A known property has a value of the wrong kind.</exception>
    public static WorkflowDefinition Read(JsonObject json)
    {
        var file = new FileObject(json);
        return new WorkflowDefinition
        {
            WorkflowTypeId = file.Text(nameof(WorkflowTypeId)),
            Name = file.Text(nameof(Name)),
            IsEnabled = file.YesNo(nameof(IsEnabled)),
            IsSingleton = file.YesNo(nameof(IsSingleton)),
            LockTimeout = (int)file.Number(nameof(LockTimeout)),
            LockExpiration = (int)file.Number(nameof(LockExpiration)),
            DeleteFinishedWorkflows = file.YesNo(nameof(DeleteFinishedWorkflows)),
            Activities = [.. file.Objects(nameof(Activities)).Select(ActivityRecord.Read)],
            Transitions = [.. file.Objects(nameof(Transitions)).Select(Transition.Read)],
            Properties = file.Object(nameof(Properties)),
            Unknown = file.Rest(Known),
            present = file.Present(Known),
        };
    }

    /// <summary>Reads a type out of a row.</summary>
    /// <exception cref="JsonException">It is no JSON of a workflow type.</exception>
    public static WorkflowDefinition Read(string json) =>
        Read(JsonNode.Parse(json) as JsonObject ?? throw new JsonException("A workflow type is a JSON object."));

    /// <summary>Writes the type as a recipe has it. What was read without a property is written without it, as long as it has its default.</summary>
    public JsonObject Write()
    {
        var file = new FileWriter(present);
        file.Set(nameof(WorkflowTypeId), WorkflowTypeId, WorkflowTypeId.Length == 0);
        file.Set(nameof(Name), Name, Name.Length == 0);
        file.Set(nameof(IsEnabled), IsEnabled, !IsEnabled);
        file.Set(nameof(IsSingleton), IsSingleton, !IsSingleton);
        file.Set(nameof(LockTimeout), LockTimeout, LockTimeout == 0);
        file.Set(nameof(LockExpiration), LockExpiration, LockExpiration == 0);
        file.Set(nameof(DeleteFinishedWorkflows), DeleteFinishedWorkflows, !DeleteFinishedWorkflows);
        file.Set(nameof(Activities), new JsonArray([.. Activities.Select(activity => activity.Write())]), Activities.Count == 0);
        file.Set(nameof(Transitions), new JsonArray([.. Transitions.Select(transition => transition.Write())]), Transitions.Count == 0);
        file.Set(nameof(Properties), Properties.DeepClone(), Properties.Count == 0);
        return file.With(Unknown);
    }

    /// <summary>The type on one line, for rows.</summary>
    public string ToJson() => Write().ToJsonString(PortalJson.Compact);

    /// <summary>A copy that may be changed.</summary>
    public WorkflowDefinition Copy() => Read(Write());
}

/// <summary>A step of a workflow type: Orchard Core's ActivityRecord.</summary>
public sealed class ActivityRecord
{
    private const string Metadata = "ActivityMetadata";

    private static readonly string[] Known = [nameof(ActivityId), nameof(Name), nameof(X), nameof(Y), nameof(IsStart), nameof(Properties)];

    private HashSet<string>? present;

    /// <summary>The step's id, unique in its type.</summary>
    public string ActivityId { get; set; } = "";

    /// <summary>The activity's name, for example "IfElseTask".</summary>
    public string Name { get; set; } = "";

    /// <summary>Where Orchard Core's diagram has it, in pixels from the left.</summary>
    public double X { get; set; }

    /// <summary>Where Orchard Core's diagram has it, in pixels from the top.</summary>
    public double Y { get; set; }

    /// <summary>True when it starts a case.</summary>
    public bool IsStart { get; set; }

    /// <summary>What the step is told; read and written by <see cref="Activities.ActivityProperty"/>.</summary>
    public JsonObject Properties { get; set; } = [];

    /// <summary>What the file has besides.</summary>
    public JsonObject Unknown { get; set; } = [];

    /// <summary>What people call the step; empty when nobody has said.</summary>
    public string Title
    {
        get => (Properties[Metadata] as JsonObject)?[nameof(Title)] is JsonValue value && value.TryGetValue<string>(out var title) ? title : "";
        set
        {
            if (Properties[Metadata] is not JsonObject metadata)
            {
                Properties[Metadata] = metadata = [];
            }

            metadata[nameof(Title)] = value;
        }
    }

    /// <summary>Reads a step out of a file.</summary>
    /// <exception cref="JsonException">A known property has a value of the wrong kind.</exception>
    public static ActivityRecord Read(JsonObject json)
    {
        var file = new FileObject(json);
        return new ActivityRecord
        {
            ActivityId = file.Text(nameof(ActivityId)),
            Name = file.Text(nameof(Name)),
            X = file.Number(nameof(X)),
            Y = file.Number(nameof(Y)),
            IsStart = file.YesNo(nameof(IsStart)),
            Properties = file.Object(nameof(Properties)),
            Unknown = file.Rest(Known),
            present = file.Present(Known),
        };
    }

    /// <summary>Writes the step as a file has it.</summary>
    public JsonObject Write()
    {
        var file = new FileWriter(present);
        file.Set(nameof(ActivityId), ActivityId, ActivityId.Length == 0);
        file.Set(nameof(Name), Name, Name.Length == 0);
        file.Set(nameof(X), FileWriter.Number(X), X == 0);
        file.Set(nameof(Y), FileWriter.Number(Y), Y == 0);
        file.Set(nameof(IsStart), IsStart, !IsStart);
        file.Set(nameof(Properties), Properties.DeepClone(), Properties.Count == 0);
        return file.With(Unknown);
    }
}

/// <summary>That one step follows another: Orchard Core's Transition.</summary>
public sealed class Transition
{
    private static readonly string[] Known = [nameof(Id), nameof(SourceActivityId), nameof(SourceOutcomeName), nameof(DestinationActivityId)];

    private HashSet<string>? present;

    /// <summary>Orchard Core's number of the transition; 0 for none. The portal keeps it for files.</summary>
    public long Id { get; set; }

    /// <summary>The step that is left.</summary>
    public string SourceActivityId { get; set; } = "";

    /// <summary>The outcome with which it is left.</summary>
    public string SourceOutcomeName { get; set; } = "";

    /// <summary>The step that follows.</summary>
    public string DestinationActivityId { get; set; } = "";

    /// <summary>What the file has besides.</summary>
    public JsonObject Unknown { get; set; } = [];

    /// <summary>Reads a transition out of a file.</summary>
    /// <exception cref="JsonException">A known property has a value of the wrong kind.</exception>
    public static Transition Read(JsonObject json)
    {
        var file = new FileObject(json);
        return new Transition
        {
            Id = (long)file.Number(nameof(Id)),
            SourceActivityId = file.Text(nameof(SourceActivityId)),
            SourceOutcomeName = file.Text(nameof(SourceOutcomeName)),
            DestinationActivityId = file.Text(nameof(DestinationActivityId)),
            Unknown = file.Rest(Known),
            present = file.Present(Known),
        };
    }

    /// <summary>Writes the transition as a file has it.</summary>
    public JsonObject Write()
    {
        var file = new FileWriter(present);
        file.Set(nameof(Id), Id, Id == 0);
        file.Set(nameof(SourceActivityId), SourceActivityId, SourceActivityId.Length == 0);
        file.Set(nameof(SourceOutcomeName), SourceOutcomeName, SourceOutcomeName.Length == 0);
        file.Set(nameof(DestinationActivityId), DestinationActivityId, DestinationActivityId.Length == 0);
        return file.With(Unknown);
    }
}
