using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Content.Recipes;
using LearningDev.MembersHub.Budgets;
using LearningDev.MembersHub.Requests;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Letters;

namespace LearningDev.MembersHub.Recipes;

/// <summary>
/// The recipe step "MemberTrainingRequests": brings in requests of members, as drafts or sent. Those that are sent begin the workflow, and nobody is told so. A request that is there already is left
/// alone: it is its author's.
/// </summary>
internal sealed class MemberTrainingRequestsStep(PortalDb db, ContentItems items, MemberRequests requests, WorkingCalendar calendar, LetterSilence silence) : IRecipeStep
{
    public string Name => "MemberTrainingRequests";

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
        context.CheckProperties(json, "ContentItemId", "Person", "Title", "State", "Provider", "StartsInDays", "Role", "Meets", "Funding", "OverReason", "Costs");
        var (id, title) = (context.Text("ContentItemId", json) ?? "", (context.Text("Title", json) ?? "").Trim());
        if (id.Length is 0 or > Identifiers.MaximumLength || title.Length is 0 or > TitlePart.MaximumLength)
        {
            context.Problem(json, $"A request needs a ContentItemId of up to {Identifiers.MaximumLength} characters and a Title of up to {TitlePart.MaximumLength}.");
            return;
        }

        if ((await items.KnownAsync([id], cancellation)).Count > 0 || await context.PersonAsync(db, json, "Person", cancellation) is not { } person)
        {
            return;
        }

        var state = context.Text("State", json) ?? nameof(MemberRequestState.Draft);
        if (state is not (nameof(MemberRequestState.Draft) or nameof(MemberRequestState.Sent))
            || !int.TryParse(context.Text("StartsInDays", json), NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > 3650)
        {
            context.Problem(json, "State must be Draft or Sent, and StartsInDays a number of days from 0 to 3650.");
            return;
        }

        if (Costs(context, json) is not { } costs)
        {
            return;
        }

        var item = items.New(MemberTrainingRequest.ContentType);
        (item.ContentItemId, item.Owner) = (id, person.Id);
        var starts = DateTime.SpecifyKind((await calendar.TodayAsync()).AddDays(days).ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc);
        item.Alter<TitlePart>(part => part.Title = title);
        item.Alter<MemberTrainingRequest>(request =>
        {
            (request.Provider.Text, request.Role.Text, request.Meets.Text) = (context.Text("Provider", json), context.Text("Role", json), context.Text("Meets", json));
            (request.Funding.Text, request.OverReason.Text, request.StartsOn.Value, request.CostLines) = (context.Text("Funding", json), context.Text("OverReason", json), starts, costs);
        });
        await SaveAsync(context, json, item, new MemberRequestRow { ItemId = id, PersonId = person.Id, PersonName = $"{person.GivenName} {person.FamilyName}" }, state, cancellation);
    }

    private async Task SaveAsync(RecipeStepContext context, JsonObject json, ContentItem item, MemberRequestRow row, string state, CancellationToken cancellation)
    {
        try
        {
            await requests.SaveAsync(item, row, cancellation);
        }
        catch (ContentInvalidException fault)
        {
            context.Problem(json, $"The request cannot be saved: {fault.Message}");
            return;
        }

        if (state == nameof(MemberRequestState.Sent))
        {
            if ((await requests.ProblemsAsync(item, cancellation)) is [var first, ..])
            {
                context.Problem(json, $"The request is not complete: {first.Message}.");
                return;
            }

            using var quiet = silence.Begin();
            if (await requests.StartAsync(row, cancellation) is null)
            {
                context.Problem(json, "No workflow is switched on that takes members’ training requests.");
                return;
            }
        }

        context.Changed(RecipeAction.Added, "Member’s training request", row.ItemId, row.Title);
    }

    private static List<CostLine>? Costs(RecipeStepContext context, JsonObject json)
    {
        List<CostLine> costs = [];
        foreach (var cost in context.Objects("Costs", json))
        {
            context.CheckProperties(cost, "What", "Pounds");
            if (context.Text("What", cost) is not { Length: > 0 and <= CostLine.LongestWhat } what || Pence.Read(context.Text("Pounds", cost)) is not (> 0 and var pence))
            {
                context.Problem(cost, "A cost has a What, and Pounds such as 250 or 250.50.");
                return null;
            }

            costs.Add(new CostLine { Id = Identifiers.New(), What = what, Pence = pence });
        }

        return costs;
    }
}
