using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Ui;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Tasks;
using LearningDev.Workflows.Tasks.Assigning;
using LearningDev.Workflows.Templates;

namespace LearningDev.Workflows.Activities.Approving;

/// <summary>Asks people to decide, by buttons that the administrator names, and goes on with the button that was pressed (WFL-03).</summary>
internal sealed class ApprovalTask(TaskMaking tasks, Assignees assignees, CaseTexts texts, DueDays due, IEnumerable<IAssigneeSource> sources) : IActivity
{
    public const string ActivityName = "ApprovalTask";
    public const string NotInTime = "Not decided in time";
    public const string NobodyFound = "Nobody found";

    private static readonly PropertyChoice[] Whom = [.. Assignees.Choices];

    public string Name => ActivityName;

    public string DisplayName => "Approval";

    public string Description => "Asks one or several people to decide, reminds them, and goes on with their decision.";

    public string Category => ActivityCategories.People;

    public ActivityKind Kind => ActivityKind.Waiting;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("TaskTitle", "What is asked", PropertyKind.Template, "People read it in their list, for example “Approve {{ item.name }}”") { IsRequired = true, Default = "Decide about {{ case.title }}" },
        new("Instructions", "What to look at", PropertyKind.Template, "A few sentences that help to decide. May be left empty"),
        new("AssignTo", "Who decides", PropertyKind.Choice) { IsRequired = true, Choices = Whom, Default = Relationships.LineManager },
        new("Roles", "Roles", PropertyKind.Roles, "Everybody who has one of them is asked") { IsRequired = true, OnlyWhen = "AssignTo", OnlyWhenIs = [Relationships.Role] },
        new("People", "People", PropertyKind.People) { IsRequired = true, OnlyWhen = "AssignTo", OnlyWhenIs = [Relationships.People] },
        new("Field", "Field", PropertyKind.Field, "A field of the item that holds people") { IsRequired = true, OnlyWhen = "AssignTo", OnlyWhenIs = [Relationships.Field] },
        new("Rule", "When several are asked", PropertyKind.Choice)
        {
            Default = "Any", Choices = [new("Any", "The first who decides"), new("All", "All must agree", "The first who does not agree decides"), new("Count", "A number must agree")],
        },
        new("Needed", "How many must agree", PropertyKind.Number) { IsRequired = true, Default = 1, OnlyWhen = "Rule", OnlyWhenIs = ["Count"] },
        new("Buttons", "Buttons", PropertyKind.Buttons, "Each is an outcome of the step")
        {
            IsRequired = true,
            Default = new JsonArray(
                new JsonObject { [nameof(DecisionButton.Name)] = "Approve", ["Meaning"] = "Agree", ["NeedsComment"] = false },
                new JsonObject { [nameof(DecisionButton.Name)] = "Refuse", ["Meaning"] = "Refuse", ["NeedsComment"] = true }),
        },
        new("DueDays", "To be decided within", PropertyKind.WorkingDays, "In working days. Empty for no limit"),
        new("RemindDays", "Remind before that", PropertyKind.WorkingDays, "In working days before the last day") { Default = 1 },
        new("RemindAgainDays", "Remind again when overdue, every", PropertyKind.WorkingDays, "In working days. Empty for once") { Default = 2 },
        new("WhenOverdue", "When it is not decided in time", PropertyKind.Choice)
        {
            Default = "Wait", Choices = [new("Wait", "Go on waiting"), new("Escalate", "Ask somebody else too"), new("Leave", "Go on with “Not decided in time”")],
        },
        new("EscalateTo", "Who is asked then", PropertyKind.Choice)
        {
            Default = "Managers", OnlyWhen = "WhenOverdue", OnlyWhenIs = ["Escalate"], Choices = [new("Managers", "The managers of those who have not decided"), .. Whom[1..5], new(Relationships.Role, "People with a role")],
        },
        new("EscalateRoles", "Roles that are asked then", PropertyKind.Roles) { OnlyWhen = "EscalateTo", OnlyWhenIs = [Relationships.Role] },
        new("WhenNobody", "When nobody can be found", PropertyKind.Choice, "For example because the person who asked has no manager, or would decide about their own request")
        {
            Default = "Stop", Choices = [new("Stop", "Stop, so that an administrator looks at it"), new("Role", "Ask people with a role"), new("Leave", "Go on with “Nobody found”")],
        },
        new("NobodyRoles", "Roles that are asked then", PropertyKind.Roles) { IsRequired = true, OnlyWhen = "WhenNobody", OnlyWhenIs = ["Role"] },
        new("AllowBulk", "It can be decided together with others", PropertyKind.YesNo, "People can decide about several in their list at once, where no reason is needed") { Default = false },
        new("AllowOwn", "People can decide about their own request", PropertyKind.YesNo) { Default = false },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) =>
    [
        .. Buttons(record).Select(button => button.Name),
        .. Read(record, "WhenOverdue") == "Leave" ? [NotInTime] : (string[])[],
        .. Read(record, "WhenNobody") == "Leave" ? [NobodyFound] : (string[])[],
    ];

    public IEnumerable<string> Check(ActivityRecord record, WorkflowDefinition definition)
    {
        var buttons = Buttons(record);
        if (buttons.Count == 0 || buttons.Any(button => string.IsNullOrWhiteSpace(button.Name)) || buttons.DistinctBy(button => button.Name).Count() < buttons.Count)
        {
            yield return "An approval needs buttons, each with a name of its own";
        }

        if (Read(record, "Rule") is "All" or "Count" && buttons.All(button => button.Meaning != DecisionMeaning.Agree))
        {
            yield return "One of the buttons must mean “yes”, because several people must agree";
        }

        var whom = Read(record, "AssignTo");
        if (Relationships.IsOfAModule(whom) && sources.All(source => source.Key != whom) && Read(record, "WhenNobody") == "Stop")
        {
            yield return $"No module that is part of this portal knows the {Relationships.Words(whom)}, so nobody can be asked";
        }

        if (Read(record, "WhenOverdue") is "Escalate" or "Leave" && Property("DueDays").ReadText(record).Length == 0)
        {
            yield return "Say within how many working days it is to be decided, because something follows when it is not";
        }
    }

    public string Summarise(ActivityRecord record)
    {
        var whom = Read(record, "AssignTo");
        var who = whom switch
        {
            Relationships.Role => string.Join(" or ", Property("Roles").ReadTexts(record)),
            Relationships.People => string.Join(" or ", Property("People").ReadTexts(record)),
            Relationships.Field => $"the people in {Property("Field").ReadText(record)}",
            _ => Whom.FirstOrDefault(choice => choice.Value == whom)?.Label ?? whom,
        };
        var days = Property("DueDays").ReadText(record);
        return $"{who}{(days.Length > 0 ? $", within {days} working {(days == "1" ? "day" : "days")}" : "")}";
    }

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        var people = await FindAsync(context, new AssigneeRule(context.Text("AssignTo"), context.Texts("Roles"), context.Texts("People"), context.Text("Field")), cancellation);
        if (people.Count == 0 && context.Text("WhenNobody") == "Role")
        {
            people = await FindAsync(context, new AssigneeRule(Relationships.Role, context.Texts("NobodyRoles"), [], ""), cancellation);
        }

        if (people.Count == 0)
        {
            if (context.Text("WhenNobody") != "Leave")
            {
                throw new ActivityException($"Nobody can be asked: there is no {Relationships.Words(context.Text("AssignTo"))} who could decide");
            }

            context.Say("Nobody could be asked");
            return ActivityResult.Leave(NobodyFound);
        }

        var dueOn = await due.DueOnAsync(context.Number("DueDays"), cancellation);
        var rule = Enum.TryParse<DecisionRule>(context.Text("Rule"), out var parsed) ? parsed : DecisionRule.Any;
        var task = await tasks.MakeAsync(
            context,
            new TaskOrder(TaskKind.Decision, await texts.FillAsync(context, "TaskTitle", cancellation), await texts.FillAsync(context, "Instructions", cancellation), Buttons(context.Record), people)
            {
                Rule = rule,
                Needed = rule == DecisionRule.Count ? Math.Clamp((int)(context.Number("Needed") ?? 1), 1, people.Count) : rule == DecisionRule.All ? people.Count : 1,
                AllowsBulk = context.YesNo("AllowBulk"),
                DueOn = dueOn,
            },
            cancellation);
        context.Note("Task", task.Id);
        context.Say($"Asked {await due.NamesAsync([.. people.Select(person => person.PersonId)], cancellation)}{(dueOn is { } day ? $" to decide by {DateWords.Day(day)}" : "")}");
        return ActivityResult.Wait(dueUtc: await due.NextLookAsync(context, dueOn, cancellation));
    }

    public async Task<ActivityResult> ResumeAsync(ActivityContext context, CancellationToken cancellation) =>
        await tasks.FindOpenAsync(context, cancellation) is not { } task ? ActivityResult.Ignore
            : context.IsTimer ? await LookAsync(context, task, cancellation)
            : context.Input.ContainsKey("Button") ? await DecideAsync(context, task, cancellation)
            : ActivityResult.Ignore;

    public async Task CancelAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await tasks.FindOpenAsync(context, cancellation) is { } task)
        {
            await tasks.CloseAsync(task.Id, TaskState.Withdrawn, "", cancellation);
        }
    }

    private async Task<ActivityResult> DecideAsync(ActivityContext context, TaskRow task, CancellationToken cancellation)
    {
        var (button, comment) = (context.Input["Button"]!.ToString(), context.Input["Comment"]?.ToString() ?? "");
        context.Note("Button", button);
        var seats = await tasks.SeatsAsync(task.Id, cancellation);
        var who = await due.WhoAsync(context, cancellation);
        context.Say(comment.Length > 0 ? $"{who} chose “{button}”: {comment}" : $"{who} chose “{button}”");
        var meanings = Buttons(context.Record).ToDictionary(one => one.Name, one => one.Meaning);
        if (Outcome(task, seats, meanings) is not { } outcome)
        {
            return ActivityResult.Wait(dueUtc: await due.NextLookAsync(context, task.DueOn, cancellation));
        }

        await tasks.CloseAsync(task.Id, TaskState.Decided, outcome, cancellation);
        return ActivityResult.Leave(outcome);
    }

    /// <summary>The button that the decisions come to; null while more are needed.</summary>
    internal static string? Outcome(TaskRow task, IReadOnlyList<SeatRow> seats, IReadOnlyDictionary<string, DecisionMeaning> meanings)
    {
        List<SeatRow> decided = [.. seats.Where(seat => seat.State == SeatState.Decided).OrderBy(seat => seat.DecidedUtc)];
        if (decided.Count == 0)
        {
            return null;
        }

        if (task.Rule == DecisionRule.Any)
        {
            return decided[0].Decision;
        }

        // What goes back is not decided about any further.
        if (decided.Find(seat => meanings.GetValueOrDefault(seat.Decision) is DecisionMeaning.SendBack) is { } back)
        {
            return back.Decision;
        }

        var agreed = decided.Where(seat => meanings.GetValueOrDefault(seat.Decision) == DecisionMeaning.Agree).ToList();
        var others = decided.Except(agreed).ToList();
        var needed = task.Rule == DecisionRule.All ? seats.Count : task.Needed;
        return agreed.Count >= needed ? agreed[^1].Decision
            : others.Count > 0 && seats.Count - others.Count < needed ? others.GroupBy(seat => seat.Decision).OrderByDescending(group => group.Count()).First().Key
            : null;
    }

    private async Task<ActivityResult> LookAsync(ActivityContext context, TaskRow task, CancellationToken cancellation)
    {
        if (!await due.IsOverdueAsync(task.DueOn, cancellation) || context.Memory["Overdue"] is not null)
        {
            await due.RemindAsync(context, task, cancellation);
            return ActivityResult.Wait(dueUtc: await due.NextLookAsync(context, task.DueOn, cancellation));
        }

        context.Memory["Overdue"] = true;
        switch (context.Text("WhenOverdue"))
        {
            case "Leave":
                await tasks.CloseAsync(task.Id, TaskState.Withdrawn, NotInTime, cancellation);
                context.Say("It was not decided in time");
                return ActivityResult.Leave(NotInTime);
            case "Escalate":
                var open = (await tasks.SeatsAsync(task.Id, cancellation)).Where(seat => seat.State == SeatState.Open).Select(seat => seat.PersonId).ToList();
                var people = context.Text("EscalateTo") == "Managers"
                    ? WithoutOwner(context, await assignees.ManagersOfAsync(open, cancellation))
                    : await FindAsync(context, new AssigneeRule(context.Text("EscalateTo"), context.Texts("EscalateRoles"), [], ""), cancellation);
                var added = await tasks.AddAsync(context, task, people, cancellation);
                context.Say(added.Count > 0
                    ? $"It was not decided in time, so {await due.NamesAsync([.. added.Select(person => person.PersonId)], cancellation)} {(added.Count == 1 ? "is" : "are")} asked too"
                    : "It was not decided in time, and there is nobody else to ask");
                break;
            default:
                context.Say("It was not decided in time");
                await due.RemindAsync(context, task, cancellation);
                break;
        }

        return ActivityResult.Wait(dueUtc: await due.NextLookAsync(context, task.DueOn, cancellation));
    }

    private async Task<IReadOnlyList<Assignee>> FindAsync(ActivityContext context, AssigneeRule rule, CancellationToken cancellation) =>
        WithoutOwner(context, await assignees.FindAsync(rule, context.State, cancellation));

    private static IReadOnlyList<Assignee> WithoutOwner(ActivityContext context, IReadOnlyList<Assignee> people) =>
        context.YesNo("AllowOwn") ? people : [.. people.Where(person => person.PersonId != context.OwnerId)];

    private ActivityProperty Property(string name) => Properties.First(property => property.Name == name);

    private string Read(ActivityRecord record, string name) => Property(name).ReadText(record);

    private List<DecisionButton> Buttons(ActivityRecord record)
    {
        try
        {
            return Property("Buttons").Read(record)?.Deserialize<List<DecisionButton>>(PortalJson.Compact) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
