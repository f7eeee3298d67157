using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Running;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Running.Pure;

/// <summary>Runs made-up workflows by the engine and by a small model of what they mean, and compares all that can be seen.</summary>
[Requirement("WFL-04")]
public class BurstModelTests
{
    private const int MostSteps = 40;

    [Fact]
    public void Burst_AnyWorkflowAndAnyCommands_DoesWhatTheModelDoes() => Prop.ForAll(
        Arb.From(ArbMap.Default.GeneratorFor<int>().Two()),
        seeds => CompareAsync(seeds.Item1, seeds.Item2).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public async Task Join_InALoop_CountsEachRoundAnew()
    {
        var definition = Definition(
            ["start|Event", "fork|ForkTask|{\"Forks\":[\"a\",\"b\"]}", "a|Wait", "b|Wait", "join|JoinTask|{\"Mode\":\"WaitAll\"}", "again|Wait"],
            ["start|Done|fork", "fork|a|a", "fork|b|b", "a|Done|join", "b|Done|join", "join|Joined|again", "again|Done|fork"]);
        var (burst, _) = Fresh(definition);
        await burst.StartAsync("start", [], CancellationToken.None);
        for (var round = 1; round <= 3; round++)
        {
            Places(burst).ShouldBe(["a", "b"]);
            await GoOnAsync(burst, "b");
            Places(burst).ShouldBe(["a"]);
            await GoOnAsync(burst, "a");
            Places(burst).ShouldBe(["again"]);
            burst.State.Visits["join"].ShouldBe(2 * round);
            await GoOnAsync(burst, "again");
        }
    }

    [Fact]
    public async Task Join_Any_EndsTheOtherBranchesAndFiresOnce()
    {
        var definition = Definition(
            ["start|Event", "fork|ForkTask|{\"Forks\":[\"a\",\"b\",\"c\"]}", "a|Wait", "b|Wait", "c|Wait", "join|JoinTask|{\"Mode\":\"WaitAny\"}", "after|Wait"],
            ["start|Done|fork", "fork|a|a", "fork|b|b", "fork|c|c", "a|Done|join", "b|Done|join", "c|Done|join", "join|Joined|after"]);
        var (burst, fakes) = Fresh(definition);
        await burst.StartAsync("start", [], CancellationToken.None);
        await GoOnAsync(burst, "b");
        Places(burst).ShouldBe(["after"]);
        fakes.Cancelled.ShouldBe(["a:1", "c:1"]);
        burst.Journal.Count(row => row is { ActivityId: "join", Status: JournalStatus.Done }).ShouldBe(1);
    }

    [Fact]
    public async Task Join_TwoOutcomesOfOneStep_AreOneBranch()
    {
        var definition = Definition(
            ["start|Event", "fork|ForkTask|{\"Forks\":[\"a\",\"b\"]}", "a|Choose", "b|Wait", "join|JoinTask", "after|Wait"],
            ["start|Done|fork", "fork|a|a", "fork|b|b", "a|A|join", "a|B|join", "b|Done|join", "join|Joined|after"]);
        var (burst, _) = Fresh(definition);
        await burst.StartAsync("start", [], CancellationToken.None);
        await GoOnAsync(burst, "b");
        Places(burst).ShouldBe(["after"]);
    }

    [Fact]
    public async Task Burst_GoesRoundForEver_IsStoppedWithAFault()
    {
        var definition = Definition(["start|Event", "a|Do", "b|Do"], ["start|Done|a", "a|Done|b", "b|Done|a"]);
        var (burst, _) = Fresh(definition);
        await burst.StartAsync("start", [], CancellationToken.None);
        burst.Status.ShouldBe(CaseStatus.Faulted);
        burst.State.Stuck.ShouldHaveSingleItem().Error.ShouldContain($"more than {MostSteps} steps");
    }

    [Fact]
    public async Task Burst_ActivityThatThereIsNot_IsAFaultThatNamesIt()
    {
        var (burst, _) = Fresh(Definition(["start|Event", "x|Unheard"], ["start|Done|x"]));
        await burst.StartAsync("start", [], CancellationToken.None);
        burst.State.Stuck.ShouldHaveSingleItem().Error.ShouldContain("Unheard");
        await burst.SkipAsync(burst.State.Stuck[0], "", "Not needed", CancellationToken.None);
        burst.Status.ShouldBe(CaseStatus.Finished);
    }

    private static async Task CompareAsync(int shape, int play)
    {
        var definition = MadeUp(new Random(shape));
        var model = new Model(definition);
        var (burst, fakes) = Fresh(definition);
        await burst.StartAsync("start", [], CancellationToken.None);
        model.Start();
        Compare(burst, model);
        var random = new Random(play);
        for (var command = 0; command < 12 && burst.Status is CaseStatus.Waiting or CaseStatus.Faulted; command++)
        {
            // As if it had been written down and read again.
            burst = new Burst(Reread(burst.State), definition, [.. burst.Waits], fakes, MostSteps);
            model.Steps = 0;
            var choices = burst.Waits.Count + (2 * burst.State.Stuck.Count);
            var chosen = random.Next(choices);
            if (chosen < burst.Waits.Count)
            {
                var wait = burst.Waits[chosen];
                await burst.ResumeAsync(wait, [], CancellationToken.None);
                model.Resume(wait.ActivityId, wait.Visit);
            }
            else
            {
                var stuck = burst.State.Stuck[(chosen - burst.Waits.Count) / 2];
                if ((chosen - burst.Waits.Count) % 2 == 0)
                {
                    await burst.RetryAsync(stuck, CancellationToken.None);
                    model.Retry(stuck.ActivityId, stuck.Visit);
                }
                else
                {
                    await burst.SkipAsync(stuck, "Done", "Why not", CancellationToken.None);
                    model.Skip(stuck.ActivityId, stuck.Visit);
                }
            }

            Compare(burst, model);
        }
    }

    private static void Compare(Burst burst, Model model)
    {
        burst.Waits.Select(wait => $"{wait.ActivityId}:{wait.Visit}").Order().ShouldBe(model.Waits.Select(wait => $"{wait.Id}:{wait.Visit}").Order());
        burst.State.Stuck.Select(stuck => $"{stuck.ActivityId}:{stuck.Visit}").Order().ShouldBe(model.Stuck.Select(stuck => $"{stuck.Id}:{stuck.Visit}").Order());
        burst.Status.ShouldBe(model.Status);
        burst.State.Visits.Where(pair => pair.Value > 0).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}")
            .ShouldBe(model.Visits.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}"));
        burst.Journal.Select(row => row.Sequence).ShouldBe(burst.Journal.Select(row => row.Sequence).Order().Distinct());
    }

    private static CaseState Reread(CaseState state)
    {
        var read = JsonSerializer.Deserialize<CaseState>(JsonSerializer.Serialize(state, PortalJson.Compact), PortalJson.Compact)!;
        (read.CaseId, read.CorrelationId, read.Title, read.OwnerId) = (state.CaseId, state.CorrelationId, state.Title, state.OwnerId);
        return read;
    }

    private static WorkflowDefinition MadeUp(Random random)
    {
        string[] kinds = ["Do", "Do", "Choose", "Wait", "Wait", "Bad", "ForkTask", "ForkTask", "JoinTask", "JoinTask", "Stop"];
        var count = random.Next(2, 9);
        List<string> steps = ["start|Event"];
        List<string> ways = [];
        for (var step = 0; step < count; step++)
        {
            var kind = kinds[random.Next(kinds.Length)];
            steps.Add($"s{step}|{kind}|{kind switch { "ForkTask" => "{\"Forks\":[\"a\",\"b\",\"c\"]}", "JoinTask" => random.Next(2) == 0 ? "{\"Mode\":\"WaitAll\"}" : "{\"Mode\":\"WaitAny\"}", _ => "{}" }}");
        }

        for (var step = -1; step < count; step++)
        {
            var (id, kind) = step < 0 ? ("start", "Event") : ($"s{step}", steps[step + 1].Split('|')[1]);
            foreach (var outcome in Outcomes(kind))
            {
                if (random.Next(8) > 0)
                {
                    ways.Add($"{id}|{outcome}|s{random.Next(count)}");
                }
            }
        }

        return Definition([.. steps], [.. ways]);
    }

    private static string[] Outcomes(string kind) => kind switch { "Choose" => ["A", "B"], "ForkTask" => ["a", "b", "c"], "JoinTask" => ["Joined"], "Stop" => [], _ => ["Done"] };

    private static WorkflowDefinition Definition(string[] steps, string[] ways) => new()
    {
        WorkflowTypeId = "type",
        Name = "Made up",
        Activities = [.. steps.Select(step => step.Split('|', 3)).Select(parts => new ActivityRecord
        {
            ActivityId = parts[0], Name = parts[1], IsStart = parts[0] == "start", Properties = parts.Length > 2 ? JsonNode.Parse(parts[2])!.AsObject() : [],
        })],
        Transitions = [.. ways.Select(way => way.Split('|')).Select(parts => new Transition { SourceActivityId = parts[0], SourceOutcomeName = parts[1], DestinationActivityId = parts[2] })],
    };

    private static (Burst Burst, Fakes Fakes) Fresh(WorkflowDefinition definition)
    {
        var fakes = new Fakes();
        return (new Burst(new CaseState { CaseId = "case" }, definition, [], fakes, MostSteps), fakes);
    }

    private static List<string> Places(Burst burst) => [.. burst.Waits.Select(wait => wait.ActivityId).Order()];

    private static Task GoOnAsync(Burst burst, string id) => burst.ResumeAsync(burst.Waits.Find(wait => wait.ActivityId == id)!, [], CancellationToken.None);

    /// <summary>What a workflow means, as simply as it can be said.</summary>
    private sealed class Model(WorkflowDefinition definition)
    {
        private readonly List<(string Id, string? From)> queue = [];
        private readonly Dictionary<string, List<string>> arrived = [];

        public List<(string Id, int Visit, string? From)> Waits { get; } = [];

        public List<(string Id, int Visit, bool WasWaiting, string? From)> Stuck { get; } = [];

        public Dictionary<string, int> Visits { get; } = [];

        public bool IsEnded { get; private set; }

        public int Steps { get; set; }

        public CaseStatus Status => IsEnded ? CaseStatus.Finished : Stuck.Count > 0 ? CaseStatus.Faulted : Waits.Count > 0 ? CaseStatus.Waiting : CaseStatus.Finished;

        public void Start()
        {
            Come("start");
            Leave("start", "Done");
            WorkOff();
        }

        public void Resume(string id, int visit)
        {
            Waits.RemoveAll(wait => wait.Id == id && wait.Visit == visit);
            Leave(id, "Done");
            WorkOff();
        }

        public void Retry(string id, int visit)
        {
            var stuck = Stuck.Find(one => one.Id == id && one.Visit == visit);
            Stuck.Remove(stuck);
            // What is bad is bad but once; what went round for ever is done as if it had just been come to.
            Do(id, visit, stuck.From, isAgain: true);
            WorkOff();
        }

        public void Skip(string id, int visit)
        {
            Stuck.RemoveAll(one => one.Id == id && one.Visit == visit);
            Leave(id, "Done");
            WorkOff();
        }

        private int Come(string id) => Visits[id] = Visits.GetValueOrDefault(id) + 1;

        private string KindOf(string id) => definition.Find(id)!.Name;

        private void Leave(string id, params string[] outcomes)
        {
            foreach (var outcome in outcomes)
            {
                if (definition.Transitions.Find(way => way.SourceActivityId == id && way.SourceOutcomeName == outcome) is { } way)
                {
                    queue.Add((way.DestinationActivityId, KindOf(id) == "ForkTask" ? $"{id}/{outcome}" : id));
                }
            }
        }

        private void WorkOff()
        {
            while (queue.Count > 0)
            {
                var (id, from) = queue[0];
                queue.RemoveAt(0);
                var visit = Come(id);
                if (++Steps > MostSteps)
                {
                    Stuck.Add((id, visit, false, from));
                    continue;
                }

                Do(id, visit, from, isAgain: false);
            }
        }

        private void Do(string id, int visit, string? from, bool isAgain)
        {
            switch (KindOf(id))
            {
                case "Wait":
                    Waits.Add((id, visit, from));
                    break;
                case "Bad" when !isAgain || !wereBad.Contains((id, visit)):
                    wereBad.Add((id, visit));
                    Stuck.Add((id, visit, false, from));
                    break;
                case "Choose":
                    Leave(id, visit % 2 == 0 ? "B" : "A");
                    break;
                case "ForkTask":
                    Leave(id, "a", "b", "c");
                    break;
                case "Stop":
                    IsEnded = true;
                    Waits.Clear();
                    Stuck.Clear();
                    queue.Clear();
                    break;
                case "JoinTask" when definition.Find(id)!.Properties["Mode"]!.ToString() == "WaitAny":
                    Waits.RemoveAll(wait => Leads(wait.Id, id));
                    Stuck.RemoveAll(stuck => Leads(stuck.Id, id));
                    queue.RemoveAll(next => Leads(next.Id, id));
                    Leave(id, "Joined");
                    break;
                case "JoinTask":
                    Arrive(id, from!);
                    break;
                default:
                    Leave(id, "Done");
                    break;
            }
        }

        private readonly HashSet<(string, int)> wereBad = [];

        private void Arrive(string id, string from)
        {
            var here = arrived.TryGetValue(id, out var known) ? known : arrived[id] = [];
            here.Add(from);
            var wanted = definition.Transitions.Where(way => way.DestinationActivityId == id)
                .Select(way => KindOf(way.SourceActivityId) == "ForkTask" ? $"{way.SourceActivityId}/{way.SourceOutcomeName}" : way.SourceActivityId).Distinct().ToList();
            if (wanted.TrueForAll(here.Contains))
            {
                wanted.ForEach(branch => here.Remove(branch));
                Leave(id, "Joined");
            }
        }

        private bool Leads(string from, string to)
        {
            HashSet<string> seen = [from];
            for (var before = 0; before < seen.Count;)
            {
                before = seen.Count;
                seen.UnionWith(definition.Transitions.Where(way => seen.Contains(way.SourceActivityId)).Select(way => way.DestinationActivityId).ToList());
            }

            return seen.Contains(to);
        }
    }

    /// <summary>Activities without a portal: one that is bad at first, one that waits, and so on.</summary>
    private sealed class Fakes : IBurstWorld
    {
        private readonly HashSet<string> bad = [];

        public List<string> Cancelled { get; } = [];

        public DateTime Now { get; } = new(2026, 11, 30, 9, 0, 0, DateTimeKind.Utc);

        public (string? Id, string Name) Actor => (null, "The portal");

        public Task<(IActivity? Activity, string WhyNot)> FindAsync(ActivityRecord record, CancellationToken cancellation) =>
            Task.FromResult<(IActivity?, string)>(record.Name == "Unheard" ? (null, "The portal has no activity “Unheard”") : (new Fake(record.Name, this), ""));

        public string TitleOf(ActivityRecord record) => record.Name;

        public Task<ContentItem?> FindItemAsync(string id, CancellationToken cancellation) => Task.FromResult<ContentItem?>(null);

        public Task<T> UndoablyAsync<T>(Func<Task<T>> act, CancellationToken cancellation) => act();

        public bool IsOfTheMachine(Exception fault) => false;

        private sealed class Fake(string name, Fakes fakes) : IActivity
        {
            public string Name => name;

            public string DisplayName => name;

            public string Description => "";

            public string Category => "";

            public ActivityKind Kind => ActivityKind.Task;

            public IReadOnlyList<ActivityProperty> Properties => [];

            public IReadOnlyList<string> Outcomes(ActivityRecord record) => BurstModelTests.Outcomes(name);

            public Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"{context.Record.ActivityId}:{context.Visit}");
                context.CaseProperties[key] = true;
                return name switch
                {
                    "Bad" when fakes.bad.Add(key) => throw new ActivityException("It is bad at first"),
                    "Wait" => Task.FromResult(ActivityResult.Wait()),
                    "Choose" => Task.FromResult(ActivityResult.Leave(context.Visit % 2 == 0 ? "B" : "A")),
                    "Stop" => Task.FromResult(ActivityResult.End("Stopped")),
                    _ => Task.FromResult(ActivityResult.Leave(BurstModelTests.Outcomes(name))),
                };
            }

            public Task CancelAsync(ActivityContext context, CancellationToken cancellation)
            {
                fakes.Cancelled.Add(string.Create(CultureInfo.InvariantCulture, $"{context.Record.ActivityId}:{context.Visit}"));
                return Task.CompletedTask;
            }
        }
    }
}
