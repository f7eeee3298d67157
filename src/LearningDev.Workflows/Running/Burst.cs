using System.Diagnostics;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using ActivityContext = LearningDev.Workflows.Activities.ActivityContext;

namespace LearningDev.Workflows.Running;

/// <summary>What a burst needs of the world around it.</summary>
internal interface IBurstWorld
{
    DateTime Now { get; }

    /// <summary>Who acts; the id is null for the portal itself.</summary>
    (string? Id, string Name) Actor { get; }

    /// <summary>Finds an activity that can be done now; null with why not.</summary>
    Task<(IActivity? Activity, string WhyNot)> FindAsync(ActivityRecord record, CancellationToken cancellation);

    string TitleOf(ActivityRecord record);

    Task<ContentItem?> FindItemAsync(string id, CancellationToken cancellation);

    /// <summary>Does something so that, when it throws, nothing of it stays. The exception is passed on.</summary>
    Task<T> UndoablyAsync<T>(Func<Task<T>> act, CancellationToken cancellation);

    /// <summary>True for a fault of the database or the machine, which is no fault of the step: all of the burst is undone and tried again.</summary>
    bool IsOfTheMachine(Exception fault);
}

/// <summary>
/// Runs the steps of a case until each of its branches waits, is stuck or has ended. It changes the case's state, its waits and its journal in memory; whoever runs it writes them
/// down in the transaction in which the steps have worked.
/// </summary>
internal sealed class Burst(CaseState state, WorkflowDefinition definition, List<CaseWait> waits, IBurstWorld world, int mostSteps)
{
    public const string Fork = "ForkTask";
    public const string Join = "JoinTask";
    public const string Joined = "Joined";

    private readonly LinkedList<Token> queue = [];
    private readonly Ways ways = new(definition);
    private int steps;

    public List<JournalRow> Journal { get; } = [];

    public List<CaseWait> Waits => waits;

    public CaseState State => state;

    public WorkflowDefinition Definition => definition;

    /// <summary>How the case was ended by a step, as people read it; null while none has.</summary>
    public string? EndedAs { get; private set; }

    public CaseStatus Status => EndedAs is not null ? CaseStatus.Finished : state.Stuck.Count > 0 ? CaseStatus.Faulted : waits.Count > 0 ? CaseStatus.Waiting : CaseStatus.Finished;

    /// <summary>Starts the case at one of its start steps.</summary>
    /// <param name="activityId">The step.</param>
    /// <param name="input">What it is started with.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="isDirect">True when somebody starts it on purpose, whatever the step waits for.</param>
    /// <returns>False when the step does not start a case for this.</returns>
    public async Task<bool> StartAsync(string activityId, JsonObject input, CancellationToken cancellation, bool isDirect = false)
    {
        if (isDirect && definition.Find(activityId) is { } record && (await world.FindAsync(record, cancellation)).Activity is { } activity)
        {
            // Somebody has started it on purpose, so nothing needs to have happened.
            var outcomes = activity.Outcomes(record).Take(1).ToList();
            Write(record, NextVisit(activityId), isResume: true, JournalStatus.Done, world.Now, 0, outcomes);
            Follow(record, outcomes);
            await WorkOffAsync(cancellation);
            return true;
        }

        var run = new StepRun(activityId, NextVisit(activityId), IsResume: true, IsStart: true, Branch: null, input);
        if (!await RunAsync(run, cancellation))
        {
            return false;
        }

        await WorkOffAsync(cancellation);
        return true;
    }

    /// <summary>Goes on with a step that waits.</summary>
    /// <returns>False when nothing has come of it.</returns>
    public async Task<bool> ResumeAsync(CaseWait wait, JsonObject input, CancellationToken cancellation)
    {
        var at = waits.IndexOf(wait);
        waits.RemoveAt(at);
        if (!await RunAsync(new StepRun(wait.ActivityId, wait.Visit, IsResume: true, IsStart: false, wait.Branch, input) { Wait = wait }, cancellation))
        {
            waits.Insert(at, wait);
            return false;
        }

        await WorkOffAsync(cancellation);
        return true;
    }

    /// <summary>Does a step again at which the case is stuck.</summary>
    public async Task RetryAsync(StuckStep stuck, CancellationToken cancellation)
    {
        state.Stuck.Remove(stuck);
        await RunAsync(new StepRun(stuck.ActivityId, stuck.Visit, stuck.IsResume, stuck.IsStart, stuck.Branch, stuck.Input), cancellation);
        await WorkOffAsync(cancellation);
    }

    /// <summary>Passes a step over at which the case is stuck, as if it had been left with an outcome.</summary>
    public async Task SkipAsync(StuckStep stuck, string outcome, string reason, CancellationToken cancellation)
    {
        state.Stuck.Remove(stuck);
        state.Memory.Remove(CaseState.KeyOf(stuck.ActivityId, stuck.Visit));
        var record = definition.Find(stuck.ActivityId) ?? new ActivityRecord { ActivityId = stuck.ActivityId };
        var words = outcome.Length > 0 ? $"{world.Actor.Name} passed over “{world.TitleOf(record)}” and went on with “{outcome}”: {reason}" : $"{world.Actor.Name} passed over “{world.TitleOf(record)}”: {reason}";
        Write(record, stuck.Visit, stuck.IsResume, JournalStatus.Skipped, world.Now, 0, outcomes: [outcome], words: words);
        Follow(record, [outcome]);
        await WorkOffAsync(cancellation);
    }

    /// <summary>Ends the case, whatever it waits for.</summary>
    /// <param name="outcome">How it ended, as people read it.</param>
    /// <param name="words">What the history says.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task EndAsync(string outcome, string words, CancellationToken cancellation)
    {
        await CancelAsync(_ => true, cancellation);
        var record = new ActivityRecord { ActivityId = "" };
        Write(record, 0, isResume: false, JournalStatus.Cancelled, world.Now, 0, words: words);
        EndedAs = outcome;
    }

    /// <summary>Writes a sentence into the history that belongs to no step.</summary>
    public void Say(string words) => Write(new ActivityRecord { ActivityId = "" }, 0, isResume: false, JournalStatus.Done, world.Now, 0, words: words);

    private int NextVisit(string activityId) => state.Visits[activityId] = state.Visits.GetValueOrDefault(activityId) + 1;

    private async Task WorkOffAsync(CancellationToken cancellation)
    {
        while (queue.First is { } first)
        {
            queue.RemoveFirst();
            var token = first.Value;
            if (++steps > mostSteps)
            {
                var record = definition.Find(token.ActivityId);
                var run = new StepRun(token.ActivityId, NextVisit(token.ActivityId), IsResume: false, IsStart: false, token.Branch, []);
                Fail(run, record, world.Now, 0, $"The workflow has taken more than {mostSteps} steps without waiting, and perhaps goes round for ever");
                continue;
            }

            await RunAsync(new StepRun(token.ActivityId, NextVisit(token.ActivityId), IsResume: false, IsStart: false, token.Branch, []), cancellation);
        }

        if (EndedAs is null && waits.Count == 0 && state.Stuck.Count == 0)
        {
            TellOfJoinsThatWait();
        }
    }

    /// <summary>Does a step once.</summary>
    /// <returns>False when nothing has come of it.</returns>
    private async Task<bool> RunAsync(StepRun run, CancellationToken cancellation)
    {
        var began = world.Now;
        var clock = Stopwatch.GetTimestamp();
        var record = definition.Find(run.ActivityId);
        var (activity, whyNot) = record is null ? (null, "The step is not there") : await world.FindAsync(record, cancellation);
        if (record is null || activity is null)
        {
            Fail(run, record, began, 0, whyNot);
            return true;
        }

        var context = new ActivityContext(state, definition, record, activity, run.Visit, run.Input, world.FindItemAsync) { IsStart = run.IsStart };
        var before = StateBefore.Of(state, run);
        ActivityResult result;
        try
        {
            result = record.Name == Join ? await JoinAsync(run, record, cancellation)
                : await world.UndoablyAsync(() => run.IsResume ? activity.ResumeAsync(context, cancellation) : activity.ExecuteAsync(context, cancellation), cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested && !world.IsOfTheMachine(fault))
        {
            before.PutBack(state, run);
            Fail(run, record, began, Milliseconds(clock), Describe(fault), context);
            return true;
        }

        return await TakeAsync(result, run, record, context, began, Milliseconds(clock), cancellation);
    }

    private async Task<bool> TakeAsync(ActivityResult result, StepRun run, ActivityRecord record, ActivityContext context, DateTime began, int milliseconds, CancellationToken cancellation)
    {
        switch (result)
        {
            case ActivityResult.Ignored:
                return false;
            case ActivityResult.Waits wait:
                waits.Add(new CaseWait
                {
                    CaseId = state.CaseId,
                    ActivityId = record.ActivityId,
                    Visit = run.Visit,
                    Branch = run.Branch,
                    EventName = wait.EventName,
                    Correlation = wait.Correlation ?? state.CorrelationId,
                    IsOwnCorrelation = wait.Correlation is null,
                    DueUtc = wait.DueUtc,
                    SinceUtc = run.Wait?.SinceUtc ?? began,
                });
                // A step that is looked at and goes on waiting is no news, unless it has something to say.
                if (run.Wait is null || context.Words.Length > 0)
                {
                    Write(record, run.Visit, run.IsResume, JournalStatus.Waiting, began, milliseconds, context: context);
                }

                return true;
            case ActivityResult.Left left:
                state.Memory.Remove(CaseState.KeyOf(record.ActivityId, run.Visit));
                Write(record, run.Visit, run.IsResume, JournalStatus.Done, began, milliseconds, left.Outcomes, context: context);
                Follow(record, left.Outcomes);
                return true;
            case ActivityResult.Ended ended:
                state.Memory.Remove(CaseState.KeyOf(record.ActivityId, run.Visit));
                Write(record, run.Visit, run.IsResume, JournalStatus.Done, began, milliseconds, context: context);
                EndedAs = ended.Outcome;
                await CancelAsync(_ => true, cancellation);
                return true;
            default:
                Write(record, run.Visit, run.IsResume, JournalStatus.Arrived, began, milliseconds, context: context);
                return true;
        }
    }

    private async Task<ActivityResult> JoinAsync(StepRun run, ActivityRecord record, CancellationToken cancellation)
    {
        if (string.Equals(record.Properties["Mode"]?.ToString(), "WaitAny", StringComparison.OrdinalIgnoreCase))
        {
            await CancelAsync(id => ways.Lead(id, record.ActivityId), cancellation);
            return ActivityResult.Leave(Joined);
        }

        return Joins.Arrive(state, definition, record.ActivityId, run.Branch ?? "") ? ActivityResult.Leave(Joined) : ActivityResult.Absorbed;
    }

    private void Follow(ActivityRecord record, IReadOnlyList<string> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            if (definition.Next(record.ActivityId, outcome) is { } transition)
            {
                queue.AddLast(new Token(transition.DestinationActivityId, Joins.BranchOf(definition, transition)));
            }
        }
    }

    /// <summary>Has steps wait no longer, and takes away what comes next or is stuck there.</summary>
    private async Task CancelAsync(Predicate<string> isMeant, CancellationToken cancellation)
    {
        foreach (var wait in waits.Where(wait => isMeant(wait.ActivityId)).ToList())
        {
            waits.Remove(wait);
            if (definition.Find(wait.ActivityId) is not { } record)
            {
                continue;
            }

            var began = world.Now;
            if ((await world.FindAsync(record, cancellation)).Activity is { } activity)
            {
                await activity.CancelAsync(new ActivityContext(state, definition, record, activity, wait.Visit, [], world.FindItemAsync), cancellation);
            }

            state.Memory.Remove(CaseState.KeyOf(wait.ActivityId, wait.Visit));
            Write(record, wait.Visit, isResume: true, JournalStatus.Cancelled, began, 0);
        }

        for (var node = queue.First; node is not null;)
        {
            var next = node.Next;
            if (isMeant(node.Value.ActivityId))
            {
                queue.Remove(node);
            }

            node = next;
        }

        state.Stuck.RemoveAll(stuck => isMeant(stuck.ActivityId));
    }

    // A case that ends although a join has waited for more may be as it should: a branch has ended otherwise. Administrators see it.
    private void TellOfJoinsThatWait()
    {
        foreach (var join in state.Arrived.Keys.Order(StringComparer.Ordinal))
        {
            if (definition.Find(join) is { } record)
            {
                Write(record, state.Visits.GetValueOrDefault(join), isResume: false, JournalStatus.Cancelled, world.Now, 0, error: "Not all branches have come here before the case ended");
            }
        }
    }

    private void Fail(StepRun run, ActivityRecord? record, DateTime began, int milliseconds, string error, ActivityContext? context = null)
    {
        error = error.Length <= JournalRow.ErrorLength ? error : error[..JournalRow.ErrorLength];
        state.Stuck.Add(new StuckStep
        {
            ActivityId = run.ActivityId,
            Visit = run.Visit,
            IsResume = run.IsResume,
            IsStart = run.IsStart,
            Branch = run.Branch,
            Input = (JsonObject)run.Input.DeepClone(),
            Error = error,
        });
        Write(record ?? new ActivityRecord { ActivityId = run.ActivityId }, run.Visit, run.IsResume, JournalStatus.Faulted, began, milliseconds, error: error, context: context);
    }

    private void Write(
        ActivityRecord record, int visit, bool isResume, JournalStatus status, DateTime began, int milliseconds, IReadOnlyList<string>? outcomes = null, string error = "",
        string words = "", ActivityContext? context = null)
    {
        words = context is { Words.Length: > 0 } && status != JournalStatus.Faulted ? context.Words : words;
        Journal.Add(new JournalRow
        {
            CaseId = state.CaseId,
            Sequence = ++state.Sequence,
            ActivityId = record.ActivityId,
            ActivityName = record.Name,
            Title = record.Name.Length > 0 ? world.TitleOf(record) : "",
            Visit = visit,
            IsResume = isResume,
            Status = status,
            Inputs = context is { Noted.Count: > 0 } ? context.Noted.ToJsonString(PortalJson.Compact) : "",
            Outcomes = string.Join('\n', outcomes ?? []),
            PersonId = world.Actor.Id,
            PersonName = world.Actor.Name,
            StartedUtc = began,
            Milliseconds = milliseconds,
            Error = error,
            Words = words.Length <= JournalRow.WordsLength ? words : string.Concat(words.AsSpan(0, JournalRow.WordsLength - 1), "…"),
        });
    }

    private static int Milliseconds(long clock) => (int)Math.Min(int.MaxValue, Stopwatch.GetElapsedTime(clock).TotalMilliseconds);

    private static string Describe(Exception fault) => fault is ContentInvalidException invalid
        ? string.Join(". ", invalid.Errors.Select(error => error.Message))
        : fault.Message.Length > 0 ? fault.Message : fault.GetType().Name;

    private sealed record Token(string ActivityId, string? Branch);

    private sealed record StepRun(string ActivityId, int Visit, bool IsResume, bool IsStart, string? Branch, JsonObject Input)
    {
        public CaseWait? Wait { get; init; }
    }

    /// <summary>What a step can change of the state before it fails.</summary>
    private sealed record StateBefore(JsonObject Properties, JsonObject Output, string CorrelationId, string Title, string? OwnerId, JsonObject? Memory)
    {
        public static StateBefore Of(CaseState state, StepRun run) => new(
            (JsonObject)state.Properties.DeepClone(), (JsonObject)state.Output.DeepClone(), state.CorrelationId, state.Title, state.OwnerId,
            (JsonObject?)state.Memory.GetValueOrDefault(CaseState.KeyOf(run.ActivityId, run.Visit))?.DeepClone());

        public void PutBack(CaseState state, StepRun run)
        {
            (state.Properties, state.Output, state.CorrelationId, state.Title, state.OwnerId) = (Properties, Output, CorrelationId, Title, OwnerId);
            if (Memory is null)
            {
                state.Memory.Remove(CaseState.KeyOf(run.ActivityId, run.Visit));
            }
            else
            {
                state.Memory[CaseState.KeyOf(run.ActivityId, run.Visit)] = Memory;
            }
        }
    }
}
