using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Content.Recipes;
using LearningDev.Funding.Requests.Checking;
using LearningDev.Funding.Requests.Deciding;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Letters;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Funding.Requests.Bringing;

/// <summary>
/// The recipe step "TrainingRequests": brings in requests from elsewhere. Those that are decided keep their decision; those that are sent begin the workflow, and nobody is told
/// so, because they were sent before. A request that is there already is left alone: it is its author's.
/// </summary>
internal sealed class TrainingRequestsStep(
    PortalDb db, ContentItems items, RequestDrafts drafts, RequestCompleteness completeness, CaseCare cases, RequestStates states, LetterSilence silence, TimeProvider time) : IRecipeStep
{
    private static readonly RequestState[] Known = [RequestState.Draft, RequestState.Sent, RequestState.Approved, RequestState.Refused, RequestState.Withdrawn];

    public string Name => "TrainingRequests";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "data");
        foreach (var json in context.Objects("data"))
        {
            await BringAsync(context, json, cancellation);
        }
    }

    private async Task BringAsync(RecipeStepContext context, JsonObject json, CancellationToken cancellation)
    {
        context.CheckProperties(json, "ContentItemId", "Person", "Title", TrainingRequest.ContentType, "State", "SentOn", "DecidedOn");
        var (id, title) = (context.Text("ContentItemId", json) ?? "", (context.Text("Title", json) ?? "").Trim());
        if (id.Length is 0 or > Identifiers.MaximumLength || title.Length is 0 or > TitlePart.MaximumLength)
        {
            context.Problem(json, $"A training request needs a ContentItemId of up to {Identifiers.MaximumLength} characters and a Title of up to {TitlePart.MaximumLength}.");
            return;
        }

        if ((await items.KnownAsync([id], cancellation)).Count > 0)
        {
            return;
        }

        if (await context.PersonAsync(db, json, "Person", cancellation) is not { Id: var owner })
        {
            return;
        }

        if (!Enum.TryParse<RequestState>(context.Text("State", json) ?? nameof(RequestState.Draft), ignoreCase: true, out var state) || !Known.Contains(state))
        {
            context.Problem(context.Find("State", json) ?? json, $"State must be one of {string.Join(", ", Known)}.");
            return;
        }

        foreach (var property in (string[])["SentOn", "DecidedOn"])
        {
            if (context.Text(property, json) is { } written && Day(written) is null)
            {
                context.Problem(context.Find(property, json), $"{property} must be a day such as 2026-11-27, and is \"{written}\".");
                return;
            }
        }

        var item = items.New(TrainingRequest.ContentType);
        (item.ContentItemId, item.Owner) = (id, owner);
        item.Alter<TitlePart>(part => part.Title = title);
        try
        {
            var answers = (context.Find(TrainingRequest.ContentType, json) as JsonObject ?? []).Deserialize<TrainingRequest>(PortalJson.Compact)!;
            item.Content[TrainingRequest.ContentType] = JsonSerializer.SerializeToNode(answers, PortalJson.Compact);
        }
        catch (JsonException fault)
        {
            context.Problem(context.Find(TrainingRequest.ContentType, json) ?? json, $"The request cannot be read: {fault.Message}");
            return;
        }

        await SaveAsync(context, json, item, state, cancellation);
    }

    private async Task SaveAsync(RecipeStepContext context, JsonObject json, ContentItem item, RequestState state, CancellationToken cancellation)
    {
        try
        {
            item = await drafts.SaveAsync(item, cancellation);
        }
        catch (ContentInvalidException fault)
        {
            context.Problem(json, $"The request cannot be saved: {fault.Message}");
            return;
        }

        if (state != RequestState.Draft && (await completeness.ProblemsAsync(item, cancellation)) is [var first, ..])
        {
            context.Problem(json, $"The request is not complete: {first.Message}.");
            return;
        }

        string? caseId = null;
        if (state == RequestState.Sent)
        {
            using var quiet = silence.Begin();
            caseId = await cases.StartWithAsync(TrainingRequestSentEvent.ActivityName, item.ContentItemId, item.Owner, [], cancellation);
            if (caseId is null)
            {
                context.Problem(json, "No workflow is switched on that takes training requests.");
                return;
            }
        }

        var row = await db.TrainingRequests.SingleAsync(one => one.ItemId == item.ContentItemId, cancellation);
        if (state != RequestState.Draft)
        {
            row.SentUtc = Day(context.Text("SentOn", json)) ?? time.GetUtcNow().UtcDateTime;
        }

        if (state == RequestState.Sent)
        {
            row.CaseId = caseId;
            await states.FollowAsync(row, cancellation);
        }
        else if (state != RequestState.Draft)
        {
            (row.State, row.DecidedUtc) = (state, Day(context.Text("DecidedOn", json)) ?? row.SentUtc);
        }

        await db.SaveChangesAsync(cancellation);
        context.Changed(RecipeAction.Added, "Training request", item.ContentItemId, item.DisplayText);
    }

    private static DateTime? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? DateTime.SpecifyKind(day.ToDateTime(new TimeOnly(12, 0)), DateTimeKind.Utc) : null;
}
