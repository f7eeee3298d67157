using System.Security.Claims;
using System.Text.Json.Nodes;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Workflows.Letters;
using LearningDev.Workflows.Tasks;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Recipes;

/// <summary>
/// The step "WorkflowDecisions": takes decisions about requests that were decided elsewhere, as the people who took them, without telling anybody. One that the person has taken already is left alone.
/// </summary>
internal sealed class DecisionsStep(PortalDb db, TaskDecisions decisions, PersonPrincipals principals, CurrentPerson current, LetterSilence silence) : IRecipeStep
{
    public string Name => "WorkflowDecisions";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "data");
        foreach (var json in context.Objects("data"))
        {
            context.CheckProperties(json, "ContentItemId", "By", "Button", "Comment");
            if (await context.PersonAsync(db, json, "By", cancellation) is { } person)
            {
                await DecideAsync(context, json, context.Text("ContentItemId", json) ?? "", (await principals.FindAsync(person.Id))!, person.Id, cancellation);
            }
        }
    }

    private async Task DecideAsync(RecipeStepContext context, JsonObject json, string itemId, ClaimsPrincipal principal, string personId, CancellationToken cancellation)
    {
        var (button, comment) = (context.Text("Button", json) ?? "", context.Text("Comment", json) ?? "");
        var (cases, seats) = (db.Cases.Where(row => row.CorrelationId == itemId), db.TaskSeats);
        var tasks = db.WorkflowTasks.Where(task => cases.Any(row => row.Id == task.CaseId));
        if (await seats.AnyAsync(seat => seat.DecidedById == personId && seat.Decision == button && tasks.Any(task => task.Id == seat.TaskId), cancellation))
        {
            return;
        }

        using var quiet = silence.Begin();
        var before = current.Principal;
        current.ActAs(principal);
        try
        {
            var taskId = await tasks.Where(task => task.State == TaskState.Open && seats.Any(seat => seat.TaskId == task.Id && seat.PersonId == personId && seat.State == SeatState.Open))
                .OrderBy(task => task.Id).Select(task => task.Id).FirstOrDefaultAsync(cancellation);
            var outcome = taskId is null ? DecisionOutcome.NotThere : await decisions.DecideAsync(taskId, button, comment, cancellation);
            if (outcome == DecisionOutcome.Taken)
            {
                context.Changed(RecipeAction.Changed, "Case", itemId, button);
            }
            else
            {
                context.Problem(json, $"The decision \"{button}\" about {itemId} cannot be taken: {Words(outcome)}.");
            }
        }
        finally
        {
            current.ActAs(before);
        }
    }

    private static string Words(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.NoSuchButton => "the step has no such button",
        DecisionOutcome.NeedsComment => "it needs a Comment",
        DecisionOutcome.NotComplete => "what is to be sent again is not complete",
        _ => "nothing about it waits for this person",
    };
}
