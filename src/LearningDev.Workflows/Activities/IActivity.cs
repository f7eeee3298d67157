using LearningDev.Workflows.Definitions;

namespace LearningDev.Workflows.Activities;

/// <summary>What a step can be used for.</summary>
public enum ActivityKind
{
    /// <summary>It does something and goes on at once.</summary>
    Task,

    /// <summary>It waits for something that happens. It can start a case, and it can stand in the middle of one.</summary>
    Event,

    /// <summary>It does something and then waits, for people or for a time. It cannot start a case.</summary>
    Waiting,
}

/// <summary>
/// A kind of step, of which workflow types are made. Register one with <see cref="WorkflowModuleBuilder"/>. One is made for each scope; what it writes belongs to the burst's
/// transaction, and what is outside the portal goes into the outbox with a key of <see cref="ActivityContext.Key"/>.
/// </summary>
public interface IActivity
{
    /// <summary>The name in files: Orchard Core's, where it has the activity too, for example "IfElseTask".</summary>
    string Name { get; }

    /// <summary>The name that people read, for example "If"; sentence case.</summary>
    string DisplayName { get; }

    /// <summary>One sentence that says what it does.</summary>
    string Description { get; }

    /// <summary>The heading under which the designer offers it; one of <see cref="ActivityCategories"/>, or a module's own.</summary>
    string Category { get; }

    /// <summary>What it can be used for.</summary>
    ActivityKind Kind { get; }

    /// <summary>What it can be told, in the order of the form.</summary>
    IReadOnlyList<ActivityProperty> Properties { get; }

    /// <summary>The outcomes with which a step can be left, by what the step is told, in the order in which people read them.</summary>
    IReadOnlyList<string> Outcomes(ActivityRecord record);

    /// <summary>What is wrong with a step besides what its properties say themselves, as sentences without a full stop.</summary>
    IEnumerable<string> Check(ActivityRecord record, WorkflowDefinition definition) => [];

    /// <summary>What a step does, in a few words for lists and diagrams, for example "Line manager approves within 5 working days". Empty for the activity's name.</summary>
    string Summarise(ActivityRecord record) => "";

    /// <summary>Does what the step is for.</summary>
    /// <exception cref="ActivityException">It cannot be done, for a reason that administrators can read. Any other exception is a fault as well.</exception>
    Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation);

    /// <summary>Goes on with a step that waits, because something has happened or its time has come; for an event also when it starts a case.</summary>
    /// <exception cref="ActivityException">It cannot be done, for a reason that administrators can read. Any other exception is a fault as well.</exception>
    Task<ActivityResult> ResumeAsync(ActivityContext context, CancellationToken cancellation) =>
        Task.FromResult(ActivityResult.Leave(Outcomes(context.Record)[0]));

    /// <summary>Tidies up because a step that waits will wait no longer: its case has ended, or another branch was quicker.</summary>
    Task CancelAsync(ActivityContext context, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>The usual headings under which the designer offers activities.</summary>
public static class ActivityCategories
{
    /// <summary>People decide and answer.</summary>
    public const string People = "People";

    /// <summary>Letters and messages.</summary>
    public const string Messages = "Messages";

    /// <summary>The way that a case takes.</summary>
    public const string Flow = "Flow";

    /// <summary>Waiting for a time or for something that happens.</summary>
    public const string Waiting = "Waiting";

    /// <summary>Content.</summary>
    public const string Content = "Content";

    /// <summary>What the case itself remembers.</summary>
    public const string Case = "Case";

    /// <summary>Other systems.</summary>
    public const string Outside = "Other systems";
}

/// <summary>A step cannot be done.</summary>
/// <param name="message">Why, as administrators read it: a sentence without a full stop.</param>
/// <param name="inner">What caused it.</param>
public sealed class ActivityException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What a step has come to.</summary>
public abstract record ActivityResult
{
    private ActivityResult()
    {
    }

    /// <summary>The step is left with outcomes; the steps that follow each of them come next. An outcome that leads nowhere ends its branch.</summary>
    public static ActivityResult Leave(params IReadOnlyList<string> outcomes) => new Left(outcomes);

    /// <summary>The step waits.</summary>
    /// <param name="eventName">The event that goes on with it, for example "SignalEvent"; null for none.</param>
    /// <param name="correlation">What the event must be about, for example an item's id; null for what the case is about, "*" for anything.</param>
    /// <param name="dueUtc">When the step is to be looked at whatever has happened, in UTC; null for never.</param>
    public static ActivityResult Wait(string? eventName = null, string? correlation = null, DateTime? dueUtc = null) => new Waits(eventName, correlation, dueUtc);

    /// <summary>Nothing has come of it: a step that waits goes on waiting as before, and a case that was to be started is not.</summary>
    public static ActivityResult Ignore { get; } = new Ignored();

    /// <summary>The case is over, whatever else of it is waiting.</summary>
    /// <param name="outcome">How it ended, as people read it, for example "Refused"; empty for nothing to say.</param>
    public static ActivityResult End(string outcome) => new Ended(outcome);

    /// <summary>A branch has come to a join that waits for others.</summary>
    internal static ActivityResult Absorbed { get; } = new HasArrived();

    internal sealed record Left(IReadOnlyList<string> Outcomes) : ActivityResult;

    internal sealed record Waits(string? EventName, string? Correlation, DateTime? DueUtc) : ActivityResult;

    internal sealed record Ignored : ActivityResult;

    internal sealed record Ended(string Outcome) : ActivityResult;

    private sealed record HasArrived : ActivityResult;
}
