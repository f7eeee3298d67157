using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;

namespace LearningDev.Workflows.Triggers;

/// <summary>Types whose cases are running in this scope, so that what they cause does not start them again for ever.</summary>
internal sealed class CaseChain
{
    /// <summary>How many cases may cause each other.</summary>
    public const int Longest = 20;

    /// <summary>The ids of types, the nearest last, separated by commas; empty outside of a burst.</summary>
    public string Value { get; private set; } = "";

    public IDisposable Begin(string chain)
    {
        var before = Value;
        Value = chain;
        return new End(this, before);
    }

    public static string Add(string chain, string typeId) => chain.Length == 0 ? typeId : $"{chain},{typeId}";

    public static bool Holds(string chain, string typeId) => chain.Split(',') is var types && (types.Contains(typeId) || types.Length >= Longest);

    private sealed class End(CaseChain chain, string before) : IDisposable
    {
        public void Dispose() => chain.Value = before;
    }
}

/// <summary>Writes work for the engine into the caller's transaction, and wakes this node's worker when it is committed.</summary>
internal sealed class WorkWriter(PortalDb db, CurrentPerson person, CaseChain chain, WorkSignal signal, TimeProvider time)
{
    /// <summary>Writes that something has happened.</summary>
    public void Event(string eventName, string correlation, JsonObject input) => Add(new WorkRow
    {
        Kind = WorkKind.Event,
        EventName = eventName,
        Correlation = correlation,
        Input = input.ToJsonString(PortalJson.Compact),
        PersonId = person.Id,
        PersonName = Shorten(person.Name),
        Chain = chain.Value,
        CreatedUtc = Now,
        NextUtc = Now,
    });

    /// <summary>Writes that a case is to be started by another.</summary>
    public void Start(string typeId, string caseId, JsonObject input, string correlation, string? parentCaseId, string? parentStep) => Add(new WorkRow
    {
        Kind = WorkKind.Start,
        TypeId = typeId,
        CaseId = caseId,
        Input = new JsonObject { ["Input"] = input, ["Correlation"] = correlation }.ToJsonString(PortalJson.Compact),
        PersonId = person.Id,
        PersonName = Shorten(person.Name),
        Chain = chain.Value,
        ParentCaseId = parentCaseId,
        ParentStep = parentStep,
        CreatedUtc = Now,
        NextUtc = Now,
    });

    /// <summary>Writes that a step of a case is to go on.</summary>
    public void Resume(string caseId, string activityId, int visit, JsonObject input) => Add(new WorkRow
    {
        Kind = WorkKind.Resume,
        CaseId = caseId,
        ActivityId = activityId,
        Visit = visit,
        Input = input.ToJsonString(PortalJson.Compact),
        PersonId = person.Id,
        PersonName = Shorten(person.Name),
        Chain = chain.Value,
        CreatedUtc = Now,
        NextUtc = Now,
    });

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private void Add(WorkRow row)
    {
        db.Add(row);
        if (db.Database.CurrentTransaction is null)
        {
            signal.Wake();
        }
        else
        {
            db.OnCommitted(signal.Wake);
        }
    }

    private static string Shorten(string name) => name.Length <= 200 ? name : name[..200];
}
