using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Templates;
using Microsoft.Extensions.Logging;

namespace LearningDev.Workflows.Activities.CaseSteps;

/// <summary>Says what the case is about, so that what happens to that goes on with it (Orchard Core's correlate task).</summary>
internal sealed class CorrelateTask(Expressions expressions) : IActivity
{
    public string Name => "CorrelateTask";

    public string DisplayName => "Say what it is about";

    public string Description => "Connects the case with an item or another id, so that what happens to that goes on with it.";

    public string Category => ActivityCategories.Case;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
        [new("Value", "Id", PropertyKind.Template, "For example {{ input.ContentItemId }}") { IsRequired = true, IsExpression = true }];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public IEnumerable<string> Check(ActivityRecord record, WorkflowDefinition definition) => Expressions.Problem(record, Properties[0]) is { } problem ? [problem] : [];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        var id = await expressions.ReadAsync(context, "Value", cancellation);
        if (id.Length > CaseRow.CorrelationLength)
        {
            throw new ActivityException($"An id has up to {CaseRow.CorrelationLength} characters");
        }

        context.CorrelationId = id;
        context.Note("CorrelationId", id);
        return ActivityResult.Leave("Done");
    }
}

/// <summary>Has the case remember a value (Orchard Core's set property).</summary>
internal sealed class SetPropertyTask(Expressions expressions) : IActivity
{
    public string Name => "SetPropertyTask";

    public string DisplayName => "Remember a value";

    public string Description => "Has the case remember a value, which conditions and texts can use.";

    public string Category => ActivityCategories.Case;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("PropertyName", "Name", PropertyKind.Text, "Conditions and texts call it case.Name") { IsRequired = true },
        new("Value", "Value", PropertyKind.Template, "A text with placeholders") { IsExpression = true },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => $"{Properties[0].ReadText(record)} = {Source(record).ReadText(record)}";

    public IEnumerable<string> Check(ActivityRecord record, WorkflowDefinition definition) => Expressions.Problem(record, Source(record)) is { } problem ? [problem] : [];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        context.CaseProperties[context.Text("PropertyName")] = ToJson(await expressions.ReadAsync(context, "Value", cancellation));
        return ActivityResult.Leave("Done");
    }

    internal static JsonNode ToJson(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == text ? number : text,
    };

    private ActivityProperty Source(ActivityRecord record) =>
        record.Properties["Syntax"]?.ToString() == "Liquid" && record.Properties["LiquidValue"] is not null ? new("LiquidValue", "Value", PropertyKind.Template) { IsExpression = true } : Properties[1];
}

/// <summary>Gives a value to whoever started the case (Orchard Core's set output).</summary>
internal sealed class SetOutputTask(Expressions expressions) : IActivity
{
    public string Name => "SetOutputTask";

    public string DisplayName => "Give a value back";

    public string Description => "Gives a value to the workflow that has started this one.";

    public string Category => ActivityCategories.Case;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("OutputName", "Name", PropertyKind.Text) { IsRequired = true },
        new("Value", "Value", PropertyKind.Template) { IsExpression = true },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public IEnumerable<string> Check(ActivityRecord record, WorkflowDefinition definition) => Expressions.Problem(record, Properties[1]) is { } problem ? [problem] : [];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        context.CaseOutput[context.Text("OutputName")] = SetPropertyTask.ToJson(await expressions.ReadAsync(context, "Value", cancellation));
        return ActivityResult.Leave("Done");
    }
}

/// <summary>Writes into the portal's log and the case's history (Orchard Core's log).</summary>
internal sealed partial class LogTask(CaseTexts texts, ILogger<LogTask> log) : IActivity
{
    public string Name => "LogTask";

    public string DisplayName => "Write into the history";

    public string Description => "Writes a sentence into the case’s history and the portal’s log.";

    public string Category => ActivityCategories.Case;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("Text", "What it says", PropertyKind.Template) { IsRequired = true, IsExpression = true },
        new("LogLevel", "How grave it is", PropertyKind.Choice)
        {
            Default = "Information",
            Choices = [new("Trace", "Trace"), new("Debug", "Debug"), new("Information", "Information"), new("Warning", "Warning"), new("Error", "Error"), new("Critical", "Critical"), new("None", "Not in the log")],
        },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => Properties[0].ReadText(record);

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        var text = await texts.FillAsync(context, "Text", cancellation);
        if (Enum.TryParse<LogLevel>(context.Text("LogLevel"), ignoreCase: true, out var level) && level != LogLevel.None)
        {
            Write(level, context.CaseId, text);
        }

        context.Say(text);
        return ActivityResult.Leave("Done");
    }

    [LoggerMessage("The case {Case} says: {Text}")]
    private partial void Write(LogLevel level, string @case, string text);
}
