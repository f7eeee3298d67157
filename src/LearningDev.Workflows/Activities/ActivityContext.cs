using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Running;

namespace LearningDev.Workflows.Activities;

/// <summary>A step of a case while it is done.</summary>
public sealed class ActivityContext
{
    private readonly Func<string, CancellationToken, Task<ContentItem?>> findItem;

    internal ActivityContext(CaseState state, WorkflowDefinition definition, ActivityRecord record, IActivity activity, int visit, JsonObject input, Func<string, CancellationToken, Task<ContentItem?>> findItem)
    {
        State = state;
        Definition = definition;
        Record = record;
        Activity = activity;
        Visit = visit;
        Input = input;
        this.findItem = findItem;
    }

    /// <summary>The case's id.</summary>
    public string CaseId => State.CaseId;

    /// <summary>What the case is about, usually an item's id; empty when nothing is said. A step may set it.</summary>
    public string CorrelationId
    {
        get => State.CorrelationId;
        set => State.CorrelationId = value;
    }

    /// <summary>What the case is called.</summary>
    public string CaseTitle
    {
        get => State.Title;
        set => State.Title = value;
    }

    /// <summary>The person whose case it is; null for nobody's.</summary>
    public string? OwnerId => State.OwnerId;

    /// <summary>The version of the type that the case keeps to.</summary>
    public WorkflowDefinition Definition { get; }

    /// <summary>The step.</summary>
    public ActivityRecord Record { get; }

    /// <summary>How often the case has come to the step, this time included; 1 at first.</summary>
    public int Visit { get; }

    /// <summary>What goes on with the step: the event's values, a decision, or nothing. "Timer" is true when its time has come.</summary>
    public JsonObject Input { get; }

    /// <summary>True when the step goes on because its time has come.</summary>
    public bool IsTimer => Input["Timer"] is JsonValue value && value.TryGetValue<bool>(out var timer) && timer;

    /// <summary>True when the step is the one that starts the case.</summary>
    public bool IsStart { get; internal init; }

    /// <summary>What the case remembers by name: Orchard Core's properties of a workflow.</summary>
    public JsonObject CaseProperties => State.Properties;

    /// <summary>What the case was started with.</summary>
    public JsonObject CaseInput => State.Input;

    /// <summary>What the case gives to whoever started it.</summary>
    public JsonObject CaseOutput => State.Output;

    /// <summary>What this visit of the step remembers from when it began to wait until it goes on.</summary>
    public JsonObject Memory => State.MemoryOf(Record.ActivityId, Visit);

    /// <summary>What the history says of the step, in plain words without a full stop; empty for what the activity's name says.</summary>
    public string Words { get; private set; } = "";

    internal CaseState State { get; }

    internal IActivity Activity { get; }

    internal JsonObject Noted { get; } = [];

    /// <summary>Says in plain words what the step has done, for the history that people read, for example "Priya Raman approved it".</summary>
    public void Say(string words) => Words = words;

    /// <summary>Keeps a value that the step has worked with, for administrators who look at the journal. No more personal data than needed.</summary>
    public void Note(string name, JsonNode? value) => Noted[name] = value;

    /// <summary>A key for the outbox that belongs to this visit of the step alone, so that nothing goes out twice.</summary>
    /// <param name="about">What tells several messages of one visit apart, for example a person's id; may be empty.</param>
    public string Key(string about = "") => string.Create(CultureInfo.InvariantCulture, $"workflow:{CaseId}:{Visit}:{Identifiers.From(Record.ActivityId, about)}");

    /// <summary>The item that the case is about, as editors see it; null when it is about none or that is not there any more.</summary>
    public Task<ContentItem?> ItemAsync(CancellationToken cancellation) => CorrelationId.Length == 0 ? Task.FromResult<ContentItem?>(null) : findItem(CorrelationId, cancellation);

    /// <summary>A property's value as a text; empty for nothing.</summary>
    public string Text(string property) => Find(property).ReadText(Record);

    /// <summary>A property's value as texts.</summary>
    public IReadOnlyList<string> Texts(string property) => Find(property).ReadTexts(Record);

    /// <summary>A property's value as yes or no.</summary>
    public bool YesNo(string property) => Text(property) is "true" or "True";

    /// <summary>A property's value as a number; null for none.</summary>
    public decimal? Number(string property) => decimal.TryParse(Text(property), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A property's value as an object of a class; a new one for nothing.</summary>
    /// <exception cref="ActivityException">The value is something else.</exception>
    public T Value<T>(string property) where T : class, new()
    {
        try
        {
            return Find(property).Read(Record)?.Deserialize<T>(PortalJson.Compact) ?? new T();
        }
        catch (JsonException fault)
        {
            throw new ActivityException($"“{Find(property).Label}” is not what it should be", fault);
        }
    }

    private ActivityProperty Find(string name) => Activity.Properties.FirstOrDefault(property => property.Name == name)
        ?? throw new InvalidOperationException($"{Activity.Name} has no property \"{name}\".");
}
