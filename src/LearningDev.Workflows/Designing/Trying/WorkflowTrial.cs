using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Activities.Approving;
using LearningDev.Workflows.Activities.Waiting;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using LearningDev.Workflows.Tasks.Away;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Workflows.Designing.Trying;

/// <summary>
/// Runs a made-up case through a workflow type as it is drafted (WFL-04): by the engine itself, in a transaction of its own that is rolled back, so that nothing of it stays and nothing is sent.
/// All that has happened so far is run anew each time.
/// </summary>
internal sealed class WorkflowTrial(IServiceScopeFactory scopes)
{
    public const int MostMoves = 60;

    /// <summary>Runs the case.</summary>
    /// <param name="draft">What is tried. It is not changed.</param>
    /// <param name="made">The made-up case.</param>
    /// <param name="moves">What happens to it, in order.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<TrialResult> RunAsync(WorkflowDefinition draft, TrialCase made, IReadOnlyList<TrialMove> moves, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var run = new Run(scope.ServiceProvider, draft.Copy(), made);
        await using var transaction = await run.Db.Database.BeginTransactionAsync(cancellation);
        try
        {
            return await run.PlayAsync(moves, cancellation);
        }
        finally
        {
            await transaction.RollbackAsync(CancellationToken.None);
        }
    }

    private sealed class Run(IServiceProvider services, WorkflowDefinition definition, TrialCase made)
    {
        private readonly List<TrialLine> lines = [];
        private readonly TrialPost post = services.GetRequiredService<TrialPost>();
        private readonly CaseRunner runner = services.GetRequiredService<CaseRunner>();
        private readonly Colleagues colleagues = services.GetRequiredService<Colleagues>();
        private string problem = "";
        private string caseId = "";
        private JsonObject input = [];

        public PortalDb Db { get; } = services.GetRequiredService<PortalDb>();

        public async Task<TrialResult> PlayAsync(IReadOnlyList<TrialMove> moves, CancellationToken cancellation)
        {
            post.IsTrial = true;
            if (await Db.Users.Where(person => person.UserName == made.Owner).Select(person => person.Id).SingleOrDefaultAsync(cancellation) is not { } owner || !await ActAsync(owner))
            {
                return Stopped("Nobody has this user name");
            }

            try
            {
                if (!await StartAsync(owner, cancellation))
                {
                    return Stopped("The first step starts no case for this");
                }
            }
            catch (ContentInvalidException fault)
            {
                return Stopped(string.Join(". ", fault.Errors.Select(error => error.Message)));
            }

            await TellAsync(0, cancellation);
            foreach (var move in moves)
            {
                var told = await Db.CaseJournal.CountAsync(entry => entry.CaseId == caseId, cancellation);
                if (!await MoveAsync(move, cancellation))
                {
                    problem = "What you chose is not possible any more, perhaps because the draft was changed. Start again";
                    break;
                }

                await TellAsync(told, cancellation);
            }

            return await ResultAsync(cancellation);
        }

        private TrialResult Stopped(string why) => new(lines, [], [], null, why);

        // A type of its own, so that no case that is going on is in the way, and none of it is deleted before it is looked at.
        private async Task<bool> StartAsync(string owner, CancellationToken cancellation)
        {
            definition.WorkflowTypeId = Identifiers.New();
            (definition.IsSingleton, definition.DeleteFinishedWorkflows) = (false, false);
            var version = new WorkflowVersionRow { TypeId = definition.WorkflowTypeId, Number = 1, Json = definition.ToJson(), PublishedUtc = DateTime.UnixEpoch, PublishedBy = "", Note = "" };
            Db.Add(version);
            await Db.SaveChangesAsync(cancellation);
            var item = made.ContentType.Length == 0 ? null : await ItemAsync(cancellation);
            input = item is null ? [] : new JsonObject
            {
                ["ContentItemId"] = item.ContentItemId,
                ["ContentType"] = item.ContentType,
                ["VersionId"] = item.ContentItemVersionId,
                ["Name"] = item.DisplayText,
                ["By"] = services.GetRequiredService<CurrentPerson>().Name,
            };
            caseId = await runner.StartAsync(
                new CaseStart(version.Id, 1, definition, made.Start, input)
                {
                    Correlation = item?.ContentItemId ?? "",
                    OwnerId = owner,
                    Title = item is null ? made.Title : "",
                    // The time has come, and the signal was sent.
                    IsDirect = definition.Find(made.Start)?.Name is TimerEvent.ActivityName or SignalEvent.ActivityName,
                },
                cancellation) ?? "";
            return caseId.Length > 0;
        }

        private async Task<ContentItem> ItemAsync(CancellationToken cancellation)
        {
            var items = services.GetRequiredService<ContentItems>();
            var set = await services.GetRequiredService<ContentDefinitions>().GetAsync(cancellation);
            var fields = await services.GetRequiredService<WorkflowFields>().OfTypeAsync(made.ContentType, cancellation);
            var item = items.New(made.ContentType);
            item.Content["TitlePart"] = new JsonObject { ["Title"] = made.Title };
            item.DisplayText = made.Title;
            foreach (var (part, field) in set.FieldsOf(set.FindType(made.ContentType)!))
            {
                var path = $"{part.Name}.{field.Name}";
                if (made.Values.TryGetValue(path, out var typed) && typed.Length > 0 && TrialFields.Value(field, fields.FirstOrDefault(known => known.Path == path), typed) is { } value)
                {
                    if (item.Content[part.Name] is not JsonObject content)
                    {
                        item.Content[part.Name] = content = [];
                    }

                    content[field.Name] = value;
                }
            }

            return await items.SaveDraftAsync(item, cancellation);
        }

        private async Task<bool> MoveAsync(TrialMove move, CancellationToken cancellation)
        {
            var task = await Db.WorkflowTasks.AsNoTracking().SingleOrDefaultAsync(
                row => row.CaseId == caseId && row.ActivityId == move.StepId && row.Visit == move.Visit && row.State == TaskState.Open, cancellation);
            switch (move.Kind)
            {
                case TrialMoveKind.Decide:
                    return task is not null && await ActAsync(move.PersonId)
                        && await services.GetRequiredService<TaskDecisions>().DecideAsync(task.Id, move.Button, move.Comment, cancellation) == DecisionOutcome.Taken;
                case TrialMoveKind.Time:
                    await LetTimePassAsync(move, cancellation);
                    return await runner.ResumeAsync(caseId, move.StepId, move.Visit, new JsonObject { ["Timer"] = true }, cancellation);
                default:
                    return await runner.ResumeAsync(caseId, move.StepId, move.Visit, (JsonObject)input.DeepClone(), cancellation);
            }
        }

        // The clock stands still in a trial; what counts days is told that the day has come for which the step waits.
        private async Task LetTimePassAsync(TrialMove move, CancellationToken cancellation)
        {
            var due = await Db.CaseWaits.Where(wait => wait.CaseId == caseId && wait.ActivityId == move.StepId && wait.Visit == move.Visit).Select(wait => wait.DueUtc).SingleOrDefaultAsync(cancellation);
            var days = services.GetRequiredService<DueDays>();
            if (due is { } at && DateOnly.FromDateTime(await services.GetRequiredService<DateWords>().LocalAsync(at)) is var day && !(day < days.TrialDay))
            {
                days.TrialDay = day;
            }
        }

        private async Task<bool> ActAsync(string personId)
        {
            if (await services.GetRequiredService<PersonPrincipals>().FindAsync(personId) is not { } principal)
            {
                return false;
            }

            services.GetRequiredService<CurrentPerson>().ActAs(principal);
            return true;
        }

        private async Task TellAsync(int told, CancellationToken cancellation)
        {
            var journal = await Db.CaseJournal.AsNoTracking().Where(entry => entry.CaseId == caseId).OrderBy(entry => entry.Sequence).Skip(told).ToListAsync(cancellation);
            lines.AddRange(journal.Select(entry => new TrialLine(
                entry.Title, entry.Status == JournalStatus.Faulted ? entry.Error : entry.Words.Length > 0 ? entry.Words : entry.Outcomes.Replace('\n', ' '), entry.Status == JournalStatus.Faulted, [])));
            if (post.Letters.Count > 0)
            {
                var names = await colleagues.NamesAsync([.. post.Letters.SelectMany(letter => letter.PersonIds).Distinct()], cancellation);
                lines.Add(new TrialLine("", "", false, [.. post.Letters.Select(letter => new TrialLetter(string.Join(", ", letter.PersonIds.Select(id => names.GetValueOrDefault(id, id))), letter))]));
                post.Letters.Clear();
            }
        }

        private async Task<TrialResult> ResultAsync(CancellationToken cancellation)
        {
            var row = await Db.Cases.AsNoTracking().SingleAsync(one => one.Id == caseId, cancellation);
            var open = await Db.WorkflowTasks.AsNoTracking().Where(task => task.CaseId == caseId && task.State == TaskState.Open).OrderBy(task => task.CreatedUtc).ToListAsync(cancellation);
            List<string> ids = [.. open.Select(task => task.Id)];
            var seats = await Db.TaskSeats.AsNoTracking().Where(seat => ids.Contains(seat.TaskId)).ToListAsync(cancellation);
            var deputies = await services.GetRequiredService<Deputies>().DelegatesOfAsync([.. seats.Where(seat => seat.State == SeatState.Open).Select(seat => seat.PersonId).Distinct()], cancellation);
            var names = await colleagues.NamesAsync([.. seats.Select(seat => seat.PersonId).Concat(deputies.Values).Distinct()], cancellation);
            var waits = await Db.CaseWaits.AsNoTracking().Where(wait => wait.CaseId == caseId).OrderBy(wait => wait.SinceUtc).ToListAsync(cancellation);
            var catalogue = services.GetRequiredService<ActivityCatalogue>();
            return new TrialResult(
                lines,
                [
                    .. open.Select(task => new TrialTask(
                        task.ActivityId, task.Visit, task.Title, task.Instructions, task.DueOn, TaskDecisions.ButtonsOf(task),
                        [.. seats.Where(seat => seat.TaskId == task.Id).Select(seat => new TrialSeat(seat.PersonId, names.GetValueOrDefault(seat.PersonId, ""), seat.Via, seat.Decision)
                        {
                            Deputy = deputies.TryGetValue(seat.PersonId, out var deputy) && deputy != task.OwnerId ? (deputy, names.GetValueOrDefault(deputy, "")) : null,
                        }).OrderBy(seat => seat.Name, StringComparer.CurrentCulture)],
                        task.Rule switch { DecisionRule.All => "All of them must agree.", DecisionRule.Count => $"{task.Needed} of them must agree.", _ => "The first who decides is enough." })),
                ],
                [
                    .. waits.Select(wait => new TrialWait(
                        wait.ActivityId, wait.Visit, definition.Find(wait.ActivityId) is { } step ? catalogue.TitleOf(step) : wait.ActivityId, wait.DueUtc, wait.EventName is not null)),
                ],
                row.EndedUtc is null ? null : row.Outcome, problem.Length > 0 ? problem : row.Fault);
        }
    }
}
