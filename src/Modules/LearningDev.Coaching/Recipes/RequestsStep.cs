using System.Text.Json.Nodes;
using LearningDev.Coaching.Answering;
using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Pools;
using LearningDev.Coaching.Requests;
using LearningDev.Content.Items;
using LearningDev.Content.Recipes;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Workflows.Letters;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Recipes;

/// <summary>
/// The recipe step "CoachingRequests": requests for a coach that are drafts, or that are sent to their first coach, who is not told so. Goals are kept in confidence as anybody's. What is there already is left alone.
/// </summary>
internal sealed class RequestsStep(
    PortalDb db, ContentItems items, PoolReader pools, IConfidentialTexts texts, CaseCare cases, LetterSilence silence, IEvents events, TimeProvider time) : IRecipeStep
{
    private static readonly RequestState[] States = [RequestState.Draft, RequestState.Sent];

    public string Name => "CoachingRequests";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "data");
        foreach (var json in context.Objects("data"))
        {
            context.CheckProperties(json, "Id", "Person", "State", "Pool", "Goals", "Avoid", "Themes", "Languages", "Days", "Places", "Approaches", "CoachLevel", "Coaches");
            var id = context.Text("Id", json) ?? "";
            if (id.Length is 0 or > Identifiers.MaximumLength || !Enum.TryParse<RequestState>(context.Text("State", json), out var state) || !States.Contains(state))
            {
                context.Problem(json, $"A request for a coach needs an Id of up to {Identifiers.MaximumLength} characters, and a State that is one of {string.Join(", ", States)}.");
                continue;
            }

            if (await db.CoachingRequests.AnyAsync(row => row.Id == id, cancellation))
            {
                continue;
            }

            if (await context.PersonAsync(db, json, "Person", cancellation) is not { } person)
            {
                continue;
            }

            if (await pools.FindAsync(context.Text("Pool", json) ?? "", cancellation) is not { } pool)
            {
                context.Problem(json, "Pool must be the id of a published coaching pool.");
                continue;
            }

            List<string> coachIds = [.. context.Texts("Coaches", json).Select(text => text.Text).Distinct()];
            var coaches = await db.Coaches.AsNoTracking().Where(row => coachIds.Contains(row.Id)).ToListAsync(cancellation);
            if (coaches.Count < coachIds.Count || (state == RequestState.Sent && coachIds.Count == 0))
            {
                context.Problem(json, "Coaches must be ids of coaches, at least one for a request that is sent.");
                continue;
            }

            await BringAsync(context, json, id, person, pool, state, [.. coachIds.Select(one => coaches.First(coach => coach.Id == one))], cancellation);
        }
    }

    private async Task BringAsync(
        RecipeStepContext context, JsonObject json, string id, Person person, Pool pool, RequestState state, IReadOnlyList<CoachRow> coaches, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        RequestRow row;
        try
        {
            row = new RequestRow
            {
                Id = id,
                PersonId = person.Id,
                PersonName = person.FullName,
                PoolId = pool.Id,
                PoolName = pool.Name,
                State = state,
                GoalsId = await KeepAsync("Goals"),
                AvoidId = await KeepAsync("Avoid"),
                CreatedUtc = now,
                SentUtc = state == RequestState.Sent ? now : null,
            };
        }
        catch (ConfidentialKeyMissingException fault)
        {
            context.Problem(json, $"The request is left out, because its goals cannot be kept in confidence: {fault.Message}", RecipeProblemKind.Notice);
            return;
        }

        var item = items.New(CoachingRequest.Type);
        (item.ContentItemId, item.Owner) = (id, person.Id);
        item.Alter<TitlePart>(part => part.Title = $"A coach from {pool.Name}");
        item.Alter<CoachingRequest>(part =>
        {
            part.Pool.ContentItemIds = [pool.Id];
            part.CoachLevel.Text = context.Text("CoachLevel", json);
        });
        item.Alter<CoachingMatch>(part =>
        {
            (part.Themes.TaxonomyContentItemId, part.Themes.TermContentItemIds) = (CoachingMatch.Taxonomy, Texts("Themes"));
            (part.Languages.Values, part.Days.Values, part.Places.Values, part.Approaches.Values) = (Texts("Languages"), Texts("Days"), Texts("Places"), Texts("Approaches"));
        });
        await items.SaveDraftAsync(item, cancellation);
        db.Add(row);
        db.AddRange(coaches.Select((coach, index) => new ChoiceRow { RequestId = id, Position = index + 1, CoachId = coach.Id, PersonId = coach.PersonId, Name = coach.PersonName }));
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CoachingRequestBegun(id, pool.Name), cancellation);
        if (state == RequestState.Sent)
        {
            using var quiet = silence.Begin();
            if (await cases.StartWithAsync(RequestSentEvent.ActivityName, id, person.Id, [], cancellation) is not { } caseId)
            {
                context.Problem(json, "No workflow is switched on that takes requests for a coach.");
                return;
            }

            row = await db.CoachingRequests.SingleAsync(one => one.Id == id, cancellation);
            row.CaseId = caseId;
            await db.SaveChangesAsync(cancellation);
        }

        context.Changed(RecipeAction.Added, "Request for a coach", id, pool.Name);

        List<string> Texts(string property) => [.. context.Texts(property, json).Select(text => text.Text)];

        async Task<string?> KeepAsync(string property) => context.Text(property, json) is { Length: > 0 } words ? await texts.KeepAsync(words, [person.Id], cancellation) : null;
    }
}
