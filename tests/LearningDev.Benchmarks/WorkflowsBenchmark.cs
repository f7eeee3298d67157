using System.Diagnostics;
using System.Text.Json.Nodes;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using LearningDev.Workflows.Tasks.Deciding;
using LearningDev.Workflows.Triggers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Benchmarks;

/// <summary>How long it takes to start a case, to decide and to list when many cases wait (WFL-04, WFL-05), and how long the timer job takes when nothing is due, and when one is.</summary>
internal static class WorkflowsBenchmark
{
    private const int Batch = 1000;

    private const string Recipe =
        """
        { "name": "benchmark", "steps": [{ "name": "WorkflowType", "data": [{ "WorkflowTypeId": "benchmark", "Name": "Benchmark", "IsEnabled": true,
          "Activities": [
            { "ActivityId": "start", "Name": "StartedByWorkflowEvent", "IsStart": true, "Properties": {} },
            { "ActivityId": "ask", "Name": "ApprovalTask", "Properties": { "AssignTo": "LineManager", "DueDays": 10 } },
            { "ActivityId": "end", "Name": "EndTask", "Properties": { "Outcome": "Approved" } }],
          "Transitions": [
            { "SourceActivityId": "start", "SourceOutcomeName": "Done", "DestinationActivityId": "ask" },
            { "SourceActivityId": "ask", "SourceOutcomeName": "Approve", "DestinationActivityId": "end" }] }] }] }
        """;

    public static async Task RunAsync(int cases, bool postgres)
    {
        AppContext.SetData("LearningDev.TestDatabase", postgres ? "PostgreSQL" : "SQLite");
        await using var portal = new PortalHost();
        await portal.InitializeAsync();
        string employee, manager;
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(LearningDev.Content.Recipes.Recipe.Parse(Recipe));
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            employee = await db.Users.Where(person => person.UserName == "employee").Select(person => person.Id).SingleAsync();
            manager = await db.Users.Where(person => person.UserName == "manager").Select(person => person.Id).SingleAsync();
        }

        var began = Stopwatch.GetTimestamp();
        await FillAsync(portal, cases, await StartAsync(portal, employee));
        Times.Say($"{(postgres ? "PostgreSQL" : "SQLite")}: {cases} waiting cases made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s; milliseconds");
        List<string> tasks = [];
        await Times.MeasureAsync("start a case", async () => tasks.Add(await TaskOfAsync(portal, await StartAsync(portal, employee))));
        var next = 0;
        await Times.MeasureAsync("decide", () => DecideAsync(portal, manager, tasks[next++]));
        using var client = await portal.SignedInAsAsync("manager");
        using var owner = await portal.SignedInAsAsync("employee");
        using var administrator = await portal.SignedInAsAsync("administrator");
        await Times.MeasureAsync("list of tasks", () => Times.GetAsync(client, WorkflowLinks.Tasks));
        await Times.MeasureAsync("list of requests", () => Times.GetAsync(owner, WorkflowLinks.Requests));
        await Times.MeasureAsync("list of cases", () => Times.GetAsync(administrator, WorkflowLinks.Cases));
        await Times.MeasureAsync("list of cases of a workflow", () => Times.GetAsync(administrator, $"{WorkflowLinks.Cases}?type=benchmark"));
        await Times.MeasureAsync("timers, nothing due", () => RunTimersAsync(portal, expected: 0));
        await Times.MeasureAsync("timers, 1 due", async () =>
        {
            await MakeDueAsync(portal);
            await RunTimersAsync(portal, expected: 1);
        });
    }

    // A reminder, of any of the cases; the next is days away.
    private static async Task MakeDueAsync(PortalHost portal)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var (id, now) = (await db.CaseWaits.OrderByDescending(wait => wait.DueUtc).Select(wait => wait.CaseId).FirstAsync(), DateTime.UtcNow.AddMinutes(-1));
        await db.CaseWaits.Where(wait => wait.CaseId == id).ExecuteUpdateAsync(set => set.SetProperty(wait => wait.DueUtc, now));
    }

    private static async Task RunTimersAsync(PortalHost portal, int expected)
    {
        await using var scope = portal.Scope();
        if (await scope.ServiceProvider.GetRequiredService<TimerJob>().RunAsync(CancellationToken.None) is var said && said != (expected == 0 ? "" : $"{expected} timers"))
        {
            throw new InvalidOperationException($"The timer job did {said}; {expected} timers were due.");
        }
    }

    // Rows as they would be, written at once, of a case that was really started; each approver has a few hundred.
    private static async Task FillAsync(PortalHost portal, int cases, string modelId)
    {
        await using var reading = portal.Scope();
        var known = reading.ServiceProvider.GetRequiredService<PortalDb>();
        var (row, wait, task, seat) = (
            await known.Cases.AsNoTracking().SingleAsync(one => one.Id == modelId), await known.CaseWaits.AsNoTracking().SingleAsync(one => one.CaseId == modelId),
            await known.WorkflowTasks.AsNoTracking().SingleAsync(one => one.CaseId == modelId), await known.TaskSeats.AsNoTracking().Where(one => known.Set<TaskRow>().Any(other => other.Id == one.TaskId && other.CaseId == modelId)).SingleAsync());
        var people = await known.Users.Select(person => person.Id).ToListAsync();
        for (var number = 0; number < cases; number += Batch)
        {
            await using var scope = portal.Scope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            for (var place = number; place < Math.Min(number + Batch, cases); place++)
            {
                var (id, person, owner) = (Identifiers.New(), people[place % people.Count], people[(place + 1) % people.Count]);
                db.Add(new CaseRow
                {
                    Id = id,
                    TypeId = row.TypeId,
                    VersionId = row.VersionId,
                    VersionNumber = row.VersionNumber,
                    Status = CaseStatus.Waiting,
                    Title = $"Made-up request {place}",
                    OwnerId = owner,
                    OwnerName = "Somebody",
                    IsRequest = true,
                    State = row.State,
                    CreatedUtc = row.CreatedUtc.AddSeconds(-place),
                    ChangedUtc = row.ChangedUtc.AddSeconds(-place),
                });
                db.Add(new CaseWait { CaseId = id, ActivityId = wait.ActivityId, Visit = wait.Visit, DueUtc = wait.DueUtc?.AddSeconds(place), SinceUtc = wait.SinceUtc });
                var taskId = Identifiers.New();
                db.Add(new TaskRow
                {
                    Id = taskId,
                    CaseId = id,
                    TypeId = task.TypeId,
                    ActivityId = task.ActivityId,
                    Visit = task.Visit,
                    Kind = task.Kind,
                    Title = task.Title,
                    CaseTitle = task.CaseTitle,
                    Buttons = task.Buttons,
                    CreatedUtc = task.CreatedUtc,
                    DueOn = task.DueOn,
                    OwnerId = owner,
                    OwnerName = "Somebody",
                });
                db.Add(new SeatRow { TaskId = taskId, PersonId = person, Via = seat.Via, DueOn = seat.DueOn });
            }

            await db.SaveChangesAsync();
        }

        await using var ending = portal.Scope();
        await ending.ServiceProvider.GetRequiredService<PortalDb>().Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static async Task<string> StartAsync(PortalHost portal, string ownerId)
    {
        await using var scope = portal.Scope();
        return (await scope.ServiceProvider.GetRequiredService<CaseCare>().StartAsync("benchmark", "", ownerId, new JsonObject()))!;
    }

    private static async Task<string> TaskOfAsync(PortalHost portal, string caseId)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().WorkflowTasks.Where(task => task.CaseId == caseId).Select(task => task.Id).SingleAsync();
    }

    private static async Task DecideAsync(PortalHost portal, string personId, string taskId)
    {
        await using var scope = portal.Scope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAs((await scope.ServiceProvider.GetRequiredService<PersonPrincipals>().FindAsync(personId))!);
        if (await scope.ServiceProvider.GetRequiredService<TaskDecisions>().DecideAsync(taskId, "Approve", "", CancellationToken.None) != DecisionOutcome.Taken)
        {
            throw new InvalidOperationException($"The decision about {taskId} was not taken.");
        }
    }
}
