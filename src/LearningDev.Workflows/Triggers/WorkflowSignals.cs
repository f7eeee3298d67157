using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Activities.Waiting;

namespace LearningDev.Workflows.Triggers;

/// <summary>Tells workflows that something has happened of which their steps know by name.</summary>
public sealed class WorkflowSignals
{
    internal const string NameKey = "SignalName";

    private readonly PortalDb db;
    private readonly WorkWriter work;

    internal WorkflowSignals(PortalDb db, WorkWriter work)
    {
        this.db = db;
        this.work = work;
    }

    /// <summary>Sends a signal, in the caller's transaction. Cases that wait for it go on, and workflows that it starts are started, once that is committed.</summary>
    /// <param name="name">The signal's name, whose case does not matter.</param>
    /// <param name="correlationId">What it is about, usually an item's id; up to 100 characters, or empty.</param>
    /// <param name="input">What comes with it.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task SendAsync(string name, string correlationId, JsonObject input, CancellationToken cancellation = default)
    {
        work.Event(SignalEvent.ActivityName, correlationId, Input(name, input));
        await db.SaveChangesAsync(cancellation);
    }

    internal static JsonObject Input(string name, JsonObject input)
    {
        var json = (JsonObject)input.DeepClone();
        json[NameKey] = name;
        return json;
    }
}
