using LearningDev.Catalogue.Contracts;

namespace LearningDev.Catalogue.Pathways;

/// <summary>Works out how far a person has come in pathways, from the steps, from what the person may see and from what the person has completed (CAT-07).</summary>
/// <param name="plans">The programmes with their steps.</param>
/// <param name="visible">The entries that the person may see; other steps do not count.</param>
/// <param name="completions">What the person has completed.</param>
internal sealed class PathwayProgress(
    IReadOnlyDictionary<string, PathwayPlan> plans, IReadOnlySet<string> visible, IReadOnlyDictionary<string, LearningCompletion> completions)
{
    private readonly Dictionary<string, Pathway?> known = [];
    private readonly HashSet<string> entered = [];

    /// <summary>The person's way through a programme; null for an entry without a step that the person may see.</summary>
    public Pathway? Of(string id)
    {
        if (known.TryGetValue(id, out var found))
        {
            return found;
        }

        // A programme that is a step of itself, through others, counts there as a single piece of learning.
        if (!visible.Contains(id) || !plans.TryGetValue(id, out var plan) || !entered.Add(id))
        {
            return null;
        }

        var steps = plan.Steps.Where(step => visible.Contains(step.ContentItemId)).Select(StepOf).ToList();
        entered.Remove(id);
        return known[id] = steps.Count == 0 ? null : new Pathway(id, steps, plan.OptionalWanted, completions.GetValueOrDefault(id)?.CompletedOn);
    }

    private PathwayStepState StepOf(PathwayStep step)
    {
        var within = Of(step.ContentItemId);
        return new PathwayStepState(
            step.ContentItemId, step.IsOptional, completions.GetValueOrDefault(step.ContentItemId)?.CompletedOn ?? (within is { IsComplete: true } ? within.LastOn : null), within);
    }
}

/// <summary>A programme as one person goes through it. Steps that the person may not see are not in it.</summary>
/// <param name="Id">The programme's content item.</param>
/// <param name="Steps">The steps in their order.</param>
/// <param name="OptionalWanted">How many optional steps editors want people to take.</param>
/// <param name="CompletedOn">The day on which the programme as a whole is known to be completed; null when only its steps say so.</param>
internal sealed record Pathway(string Id, IReadOnlyList<PathwayStepState> Steps, int OptionalWanted, DateOnly? CompletedOn)
{
    public int Required { get; } = Steps.Count(step => !step.IsOptional);

    public int RequiredDone { get; } = Steps.Count(step => step is { IsOptional: false, IsDone: true });

    public int Optional => Steps.Count - Required;

    public int OptionalDone { get; } = Steps.Count(step => step is { IsOptional: true, IsDone: true });

    /// <summary>How many optional steps are to be taken: no more than there are, and all where there is nothing else to take.</summary>
    public int Wanted => Required == 0 && OptionalWanted == 0 ? Optional : Math.Min(OptionalWanted, Optional);

    /// <summary>How many steps it takes.</summary>
    public int Total => Required + Wanted;

    /// <summary>How many of the steps that it takes are done.</summary>
    public int Done => CompletedOn is not null ? Total : RequiredDone + Math.Min(OptionalDone, Wanted);

    /// <summary>How much of it is done, from 0 to 1.</summary>
    public decimal Share => (decimal)Done / Total;

    public bool IsComplete => Done >= Total;

    /// <summary>True when something that counts is done. An optional step that nobody asks for begins no pathway.</summary>
    public bool IsBegun => Done > 0 || Steps.Any(step => step.Within is { IsBegun: true });

    /// <summary>The latest day on which something of it was done.</summary>
    public DateOnly? LastOn => new[] { CompletedOn }.Concat(Steps.Select(step => step.DoneOn ?? step.Within?.LastOn)).Max();

    /// <summary>What comes next: the first step that is not done and is needed.</summary>
    public PathwayStepState? Next => IsComplete ? null
        : Steps.FirstOrDefault(step => !step.IsDone && (!step.IsOptional || OptionalDone < Wanted));

    /// <summary>"3 of 5 required steps done", with the optional ones where some are wanted.</summary>
    public string Words
    {
        get
        {
            var optional = $"{Math.Min(OptionalDone, Wanted)} of {Wanted} optional {(Wanted == 1 ? "step" : "steps")}";
            return Required == 0 ? $"{optional} done"
                : $"{RequiredDone} of {Required} required {(Required == 1 ? "step" : "steps")}{(Wanted > 0 ? $" and {optional}" : "")} done";
        }
    }

    /// <summary>"5 required steps and 5 optional ones, of which you choose at least 1".</summary>
    public string Makeup
    {
        get
        {
            var required = $"{Required} required {(Required == 1 ? "step" : "steps")}";
            return (Required, Optional) switch
            {
                (_, 0) => required,
                (0, _) => $"{Optional} optional {(Optional == 1 ? "step" : "steps")}{Choice}",
                _ => $"{required} and {Optional} optional {(Optional == 1 ? "one" : "ones")}{Choice}",
            };
        }
    }

    private string Choice => OptionalWanted == 0 ? "" : $", of which you choose at least {Wanted}";
}

/// <summary>A step as one person stands to it.</summary>
/// <param name="Id">The step's content item.</param>
/// <param name="IsOptional">True when it may be left out.</param>
/// <param name="DoneOn">The day on which the person did it; null when it is not done.</param>
/// <param name="Within">The person's way through the step, where the step is a programme of its own.</param>
internal sealed record PathwayStepState(string Id, bool IsOptional, DateOnly? DoneOn, Pathway? Within)
{
    public bool IsDone => DoneOn is not null;
}
